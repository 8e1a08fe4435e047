import { figure } from '../../lib/format.ts'
import { BarChart, BarLegend } from '../../ui/bar-chart.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Meter } from '../../ui/meter.tsx'
import { Panel, PanelBody, PanelHead } from '../../ui/panel.tsx'

const bars = [
  { key: '6', label: 'Jum 6', within: 11, beyond: 0 },
  { key: '9', label: 'Sen 9', within: 13, beyond: 1 },
  { key: '10', label: 'Sel 10', within: 9, beyond: 0 },
  { key: '11', label: 'Rab 11', within: 10, beyond: 2 },
  { key: '12', label: 'Kam 12', within: 15, beyond: 1 },
  { key: '13', label: 'Jum 13', within: 8, beyond: 0 },
  { key: '19', label: 'Kam 19', within: 13, beyond: 2, strong: true },
]

export function FiguresPart() {
  return (
    <>
      <Figures
        label="Hari ini"
        figures={[
          { name: 'Diterima hari ini', value: '14', note: 'Kamis lalu pada jam ini 12' },
          { name: 'Dikembalikan ke pemohon', value: '2', note: 'Keduanya sudah dihubungi' },
          { name: 'Izin terbit', value: '6', note: '1 dari 6 lewat batas waktu', tone: 'red' },
          { name: 'Diserahkan', value: '–', note: 'belum terbaca' },
          { name: 'Siap diambil', value: '1.528', note: '4 sudah lebih dari 30 hari' },
        ]}
      />
      <Panel label="Izin terbit per hari kerja">
        <PanelHead title="Izin terbit per hari kerja" right={<BarLegend />} />
        <PanelBody>
          <BarChart label="Izin terbit per hari kerja" bars={bars} format={figure} />
        </PanelBody>
      </Panel>
      <Panel label="Tertahan">
        <PanelBody>
          <Meter name="Front Office" used={1} limit={2} usedLabel="1" limitLabel="dari 2 hari" />
          <Meter name="Dinas Kesehatan" used={4} limit={2} usedLabel="4" limitLabel="dari 2 hari" />
        </PanelBody>
      </Panel>
    </>
  )
}
