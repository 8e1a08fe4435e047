import { IconArrowBackUp, IconFilePlus, IconFilter, IconPrinter, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { Button, IconButton, TextLink } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { ActionBar, Panel, PanelBody, PanelHead, ScreenTitle } from '../../ui/panel.tsx'
import { Badge, StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import { StepRail } from '../../ui/step-rail.tsx'
import { Segmented, Tabs } from '../../ui/tabs.tsx'
import { Item } from './item.tsx'

const meanings: readonly { meaning: Meaning; word: string }[] = [
  { meaning: 'late', word: 'Lewat 1 hari' },
  { meaning: 'soon', word: 'Sisa 1 hari' },
  { meaning: 'running', word: 'Sisa 3 hari' },
  { meaning: 'stopped', word: 'Jam berhenti' },
  { meaning: 'done', word: 'Tercetak' },
  { meaning: 'uncertain', word: 'Belum pasti' },
  { meaning: 'not-yet', word: 'Belum diperiksa' },
  { meaning: 'refused', word: 'Ditolak' },
  { meaning: 'offline', word: 'Tertunda, portal' },
  { meaning: 'fault', word: 'Gagal dikirim' },
  { meaning: 'working', word: 'Sedang dicetak' },
  { meaning: 'current', word: 'Sedang dilihat' },
]

export function ButtonsPart() {
  const [pressed, setPressed] = useState('belum ada')
  const [tab, setTab] = useState('files')
  const [list, setList] = useState('ready')
  const [step, setStep] = useState('dossier')
  useShortcuts([
    { keys: 'F2', label: 'Terima permohonan', run: () => setPressed('F2') },
    { keys: 'S', label: 'Sesuai', run: () => setPressed('S') },
    { keys: ['ArrowUp', 'ArrowDown'], label: 'Pilih baris' },
  ])
  const say = (what: string) => () => setPressed(what)
  return (
    <>
      <p role="status">Terakhir ditekan: {pressed}</p>
      <Item name="Button">
        <Button rank="main" icon={IconFilePlus} kbd="F2" onPress={say('utama')}>
          Terima Permohonan
        </Button>
        <Button icon={IconArrowBackUp} onPress={say('kedua')}>
          Kembalikan ke Pemohon
        </Button>
        <Button rank="destructive" onPress={say('hapus')}>
          Lembar rusak
        </Button>
        <Button rank="tertiary" onPress={say('ketiga')}>
          Cari izin yang sudah diserahkan
        </Button>
        <Button size="row" kbd="Enter" onPress={say('baris')}>
          Buka
        </Button>
        <Button rank="main" busy icon={IconPrinter} onPress={say('sibuk')}>
          Cetak 3 lembar
        </Button>
        <IconButton icon={IconFilter} label="Saring" onPress={say('saring')} />
        <IconButton icon={IconSearch} label="Cari di daftar" pressed onPress={say('cari')} />
      </Item>
      <Item name="Button reason">
        <Button
          rank="main"
          kbd="Ctrl+Enter"
          onPress={say('tidak boleh')}
          onBlocked={say('jam selesai')}
          reason={
            <>
              Belum dapat disimpan: betulkan <TextLink onPress={say('tautan')}>jam selesai</TextLink>
            </>
          }
        >
          Simpan & Cetak Tanda Terima
        </Button>
        <ActionMenu
          items={[
            { key: 'note', label: 'Tulis catatan', onPress: say('catatan') },
            {
              key: 'back',
              label: 'Kembalikan ke Front Office',
              note: 'Belum ada alasan',
              blocked: true,
              onPress: say('x'),
            },
            { key: 'refuse', label: 'Tolak permohonan', destructive: true, onPress: say('tolak') },
          ]}
        >
          Tindakan lain
        </ActionMenu>
        <Kbd keys="Ctrl+ArrowUp" />
      </Item>
      <Item name="StatusMark">
        {meanings.map(({ meaning, word }) => (
          <StatusMark key={meaning} meaning={meaning}>
            {word}
          </StatusMark>
        ))}
      </Item>
      <Item name="Badge">
        {meanings.map(({ meaning, word }) => (
          <Badge key={meaning} meaning={meaning}>
            {word}
          </Badge>
        ))}
      </Item>
      <Item name="StepRail">
        <StepRail
          current={step}
          onGo={setStep}
          steps={[
            { key: 'applicant', name: 'Pemohon', state: 'done' },
            { key: 'type', name: 'Jenis izin', state: 'done' },
            { key: 'place', name: 'Tempat dan jadwal', state: 'refused', note: '1 perlu dibetulkan' },
            { key: 'dossier', name: 'Berkas', state: 'open', note: '4 dari 5' },
            { key: 'review', name: 'Tinjau', state: 'open' },
          ]}
        />
      </Item>
      <Item name="Segmented">
        <Segmented
          label="Daftar izin"
          current={list}
          onChange={setList}
          tabs={[
            { key: 'ready', name: 'Siap diambil', count: 31 },
            { key: 'old', name: 'Belum diambil lama', count: 4 },
            { key: 'done', name: 'Diserahkan hari ini', count: 9 },
          ]}
        />
      </Item>
      <Panel label="Panel contoh">
        <ScreenTitle
          title="Penyerahan Izin"
          note="Menurut letak di rak"
          right={<Button onPress={say('kartu')}>Kartu Kendali Blangko</Button>}
        />
        <PanelHead title="Ceklis persyaratan" right="3 dari 5 diperiksa" line />
        <Tabs
          label="Bagian berkas"
          current={tab}
          onChange={setTab}
          tabs={[
            { key: 'files', name: 'Berkas dan ceklis' },
            { key: 'data', name: 'Data permohonan' },
            { key: 'notes', name: 'Catatan', count: 2 },
          ]}
        >
          <PanelBody>Isi bagian {tab}</PanelBody>
        </Tabs>
        <ActionBar start={<Button onPress={say('kembali')}>Kembalikan ke Pemohon</Button>}>
          <Button rank="main" onPress={say('teruskan')} reason="Belum dapat: 2 berkas belum diperiksa">
            Teruskan ke Dinas Kesehatan
          </Button>
        </ActionBar>
      </Panel>
    </>
  )
}
