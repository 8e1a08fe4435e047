import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column, Sorting } from '../../ui/data-table.tsx'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import { QueueList } from '../../ui/queue-list.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import styles from './gallery.module.css'

interface Row {
  id: string
  left: string
  meaning: Meaning
  name: string
  place: string
  type: string
  task: string
}

const rows: readonly Row[] = [
  {
    id: '1',
    left: 'Lewat 1 hari',
    meaning: 'late',
    name: 'Ns. Petrus Landakoro, S.Kep.',
    place: 'Klinik Pratama Siantan Sehat',
    type: 'SIPP',
    task: 'Periksa perbaikan dari pemohon',
  },
  {
    id: '2',
    left: 'Sisa 3 jam',
    meaning: 'soon',
    name: 'apt. Melinda Siantari, S.Farm.',
    place: 'Apotek Kapuas Raya',
    type: 'SIPA',
    task: 'Dikembalikan Dinas Kesehatan: STR buram',
  },
  {
    id: '3',
    left: 'Sisa 2 hari',
    meaning: 'running',
    name: 'Bd. Rosmalia Ambawang',
    place: 'Puskesmas Kampung Dalam',
    type: 'SIPB',
    task: 'Periksa kelengkapan',
  },
  {
    id: '4',
    left: 'Jam berhenti',
    meaning: 'stopped',
    name: 'dr. Fitrah Mempawanto Kusumawardhani Adiningrat Sastrodiharjo, Sp.PD.',
    place: 'RSU Parit Tokaya',
    type: 'SIPDS',
    task: 'Menunggu perbaikan pemohon, hari ke-4',
  },
]

const many: readonly Row[] = Array.from({ length: 2000 }, (_, index) => ({
  ...(rows[index % rows.length] as Row),
  id: `m${index}`,
  name: `Pemohon ${index + 1}`,
}))

export function ListsPart() {
  const [selected, setSelected] = useState('2')
  const [opened, setOpened] = useState('belum ada')
  const [sorting, setSorting] = useState<Sorting>({ column: 'left', descending: false })
  const [queued, setQueued] = useState('3')
  const [long, setLong] = useState('m0')
  const columns: readonly Column<Row>[] = [
    {
      key: 'left',
      head: 'Sisa waktu',
      width: 122,
      sortable: true,
      cell: (row) => <StatusMark meaning={row.meaning}>{row.left}</StatusMark>,
    },
    {
      key: 'name',
      head: 'Pemohon',
      sortable: true,
      cell: (row) => <TwoLines first={row.name} second={row.place} />,
    },
    {
      key: 'type',
      head: 'Jenis izin',
      width: 104,
      cell: (row) => <TwoLines first={row.type} second="Baru" />,
    },
    { key: 'task', head: 'Tindakan', width: 190, cell: (row) => row.task },
    {
      key: 'action',
      head: 'Buka',
      headHidden: true,
      width: 120,
      align: 'right',
      action: true,
      cell: (row, chosen) =>
        chosen ? (
          <Button size="row" kbd="Enter" onPress={() => setOpened(row.name)}>
            Buka
          </Button>
        ) : null,
    },
  ]
  const sorted = sorting.descending ? rows.toReversed() : rows
  return (
    <>
      <p role="status">Dibuka: {opened}</p>
      <Panel label="Perlu tindakan Anda">
        <PanelHead title="Perlu tindakan Anda" note="4 berkas, menurut sisa hari kerja" line />
        <DataTable
          label="Perlu tindakan Anda"
          columns={columns}
          rows={sorted}
          rowKey={(row) => row.id}
          density="two-line"
          selected={selected}
          onSelect={(row) => setSelected(row.id)}
          onOpen={(row) => setOpened(row.name)}
          sorting={sorting}
          onSort={setSorting}
          foot={<span>19 berkas lain sedang dikerjakan tahap berikutnya</span>}
        />
      </Panel>
      <div className={styles.columns}>
        <div className={styles.box}>
          <QueueList
            label="Antrean berkas"
            selected={queued}
            onSelect={setQueued}
            groups={[
              {
                key: 'front',
                title: 'Front Office, berjalan',
                count: 3,
                items: rows.slice(0, 3).map((row) => ({
                  key: row.id,
                  title: row.name,
                  note: `${row.type} · Baru · portal`,
                  mark: <StatusMark meaning={row.meaning}>{row.left}</StatusMark>,
                })),
              },
              {
                key: 'stopped',
                title: 'Jam berhenti, menunggu pemohon',
                count: 1,
                items: rows.slice(3).map((row) => ({
                  key: row.id,
                  title: row.name,
                  note: `${row.type} · Baru`,
                  mark: <StatusMark meaning="stopped">Hari ke-4</StatusMark>,
                })),
              },
            ]}
          />
        </div>
        <div className={styles.box}>
          <DataTable
            label="Daftar panjang"
            columns={columns.slice(0, 3)}
            rows={many}
            rowKey={(row) => row.id}
            density="two-line"
            selected={long}
            onSelect={(row) => setLong(row.id)}
          />
        </div>
        <div className={styles.box}>
          <DataTable
            label="Menurut kelompok"
            columns={columns.slice(1, 4)}
            rowKey={(row) => row.id}
            density="dense"
            groups={[
              {
                key: 'a',
                title: 'Siap dicetak',
                note: '2 lembar',
                right: '1 terpilih',
                rows: rows.slice(0, 2),
              },
              { key: 'b', title: 'Selesai hari ini', note: '1 lembar', rows: rows.slice(2, 3) },
            ]}
            total={['Jumlah', '3', '']}
          />
        </div>
        <div className={styles.box}>
          <DataTable
            label="Kosong"
            columns={columns.slice(1, 4)}
            rows={[]}
            rowKey={(row) => row.id}
            empty={
              <EmptyState title="Belum ada izin yang siap diambil">
                Izin muncul di sini setelah tercetak dan ditandatangani.
              </EmptyState>
            }
          />
        </div>
      </div>
      <Timeline
        label="Riwayat"
        entries={[
          {
            key: '4',
            title: 'Diperiksa Front Office oleh Ratih Puspalina',
            note: 'Hari ini 10.02',
            tone: 'current',
          },
          {
            key: '3',
            title: 'Perbaikan masuk: STR diganti (versi 2)',
            note: 'Rabu, 18 November 14.37, pemohon',
          },
          {
            key: '2',
            title: 'Dikembalikan ke pemohon: STR buram. Jam berhenti 1 hari kerja',
            note: 'Selasa, 17 November 09.20, Ratih Puspalina',
            tone: 'violet',
          },
          { key: '1', title: 'Permohonan diajukan lewat portal', note: 'Senin, 16 November 20.11, pemohon' },
        ]}
      />
    </>
  )
}
