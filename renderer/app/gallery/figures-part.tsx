import { useState } from 'react'
import { figure } from '../../lib/format.ts'
import { BarChart, BarLegend, ChartPanel, LineChart, LineLegend } from '../../ui/charts.tsx'
import type { ChartLine } from '../../ui/chart-marks.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Meter } from '../../ui/meter.tsx'
import { Panel, PanelBody } from '../../ui/panel.tsx'

const bars = [
  { key: '6', label: 'Jum 6', within: 11, beyond: 0 },
  { key: '9', label: 'Sen 9', within: 13, beyond: 1 },
  { key: '10', label: 'Sel 10', within: 9, beyond: 0 },
  { key: '11', label: 'Rab 11', within: 10, beyond: 2 },
  { key: '12', label: 'Kam 12', within: 15, beyond: 1 },
  { key: '13', label: 'Jum 13', within: 8, beyond: 0 },
  { key: '19', label: 'Kam 19', within: 13, beyond: 2, strong: true },
]

const districts = [
  { key: 'a', label: 'Pontianak Selatan', within: 1528, beyond: 0, strong: true },
  { key: 'b', label: 'Pontianak Tenggara, termasuk Bangka Belitung Darat', within: 640, beyond: 0 },
  { key: 'c', label: 'Pontianak Barat', within: 31, beyond: 0 },
]

const lines: readonly ChartLine[] = [
  { key: 'now', name: '2026', look: 'solid' },
  { key: 'before', name: '2025', look: 'dashed' },
  { key: 'older', name: '2024', look: 'dotted' },
]

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun'].map((label, at) => ({
  key: label,
  label,
  values: [at > 4 ? null : 900 + at * 120, 700 + ((at * 370) % 400), 500 + ((at * 170) % 300)],
}))

export function FiguresPart() {
  const [opened, setOpened] = useState('belum ada')
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
      <ChartPanel title="Izin terbit per hari kerja" legend={<BarLegend />}>
        {(asTable) => (
          <BarChart
            label="Izin terbit per hari kerja"
            bars={bars}
            format={figure}
            asTable={asTable}
            onOpen={setOpened}
          />
        )}
      </ChartPanel>
      <p role="status">Batang yang dibuka: {opened}</p>
      <ChartPanel title="Izin terbit menurut kecamatan">
        {(asTable) => (
          <BarChart
            sideways
            counted="izin terbit"
            label="Izin terbit menurut kecamatan"
            bars={districts}
            format={figure}
            asTable={asTable}
          />
        )}
      </ChartPanel>
      <ChartPanel title="Diterima per bulan" legend={<LineLegend lines={lines} />}>
        {(asTable) => (
          <LineChart
            label="Diterima per bulan"
            lines={lines}
            points={months}
            format={figure}
            asTable={asTable}
          />
        )}
      </ChartPanel>
      <Panel label="Tertahan">
        <PanelBody>
          <Meter name="Front Office" share={0.5} late={false} usedLabel="1" limitLabel="dari 2 hari" />
          <Meter name="Dinas Kesehatan" share={2} late usedLabel="4" limitLabel="dari 2 hari" />
        </PanelBody>
      </Panel>
    </>
  )
}
