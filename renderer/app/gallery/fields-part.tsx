import { useState } from 'react'
import { useScan } from '../../lib/keyboard/scan.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField, TimeField } from '../../ui/date-field.tsx'
import { DayPicker } from '../../ui/day-picker.tsx'
import type { Weekday } from '../../ui/day-picker.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { NikField, PhoneField } from '../../ui/masked-field.tsx'
import { ComboboxField, SelectField } from '../../ui/select-field.tsx'
import { PasswordField, TextAreaField, TextField } from '../../ui/text-field.tsx'
import { Item } from './item.tsx'

const permitTypes = [
  { value: 'SIPD', code: 'SIPD', label: 'Surat Izin Praktik Dokter' },
  { value: 'SIPDG', code: 'SIPDG', label: 'Surat Izin Praktik Dokter Gigi' },
  { value: 'SIPP', code: 'SIPP', label: 'Surat Izin Praktik Perawat', note: 'Perawat dan Ners' },
  { value: 'SIPB', code: 'SIPB', label: 'Surat Izin Praktik Bidan' },
]

export function FieldsPart() {
  const [name, setName] = useState('dr. Kinanti Sebangki')
  const [nik, setNik] = useState('617104470894000')
  const [phone, setPhone] = useState('081255000173')
  const [born, setBorn] = useState('07-08-1994')
  const [until, setUntil] = useState('08.00')
  const [days, setDays] = useState<Weekday[]>(['mon', 'tue', 'wed'])
  const [kind, setKind] = useState<string | null>('SIPD')
  const [place, setPlace] = useState<string | null>(null)
  const [matches, setMatches] = useState(true)
  const [note, setNote] = useState('')
  const [password, setPassword] = useState('')
  const [files, setFiles] = useState('belum ada')
  const [scanned, setScanned] = useState('belum ada')
  useScan((text) => {
    setScanned(text)
    return true
  })
  return (
    <>
      <p role="status">Hasil pindai: {scanned}</p>
      <Item name="TextField">
        <TextField label="Nama dan gelar" value={name} onChange={setName} width={280} />
        <TextField
          label="Nomor STR"
          value="6122100126004173"
          onChange={() => undefined}
          certain
          hint="berlaku seumur hidup"
          width={220}
        />
        <TextField
          label="Diisi sistem"
          value="diberi saat disimpan"
          readOnly
          onChange={() => undefined}
          width={200}
        />
        <TextField label="Tidak dipakai" value="" disabled onChange={() => undefined} width={160} />
      </Item>
      <Item name="NikField">
        <NikField
          label="NIK"
          value={nik}
          onChange={setNik}
          width={200}
          check={(digits) =>
            digits.length === 16
              ? undefined
              : `NIK baru ${digits.length} angka. Ketik 16 angka seperti tertulis di KTP.`
          }
        />
        <PhoneField label="Nomor HP (WhatsApp)" value={phone} onChange={setPhone} width={170} />
        <DateField label="Tanggal lahir" value={born} onChange={setBorn} width={150} today="2026-11-19" />
      </Item>
      <Item name="TimeField">
        <DayPicker label="Hari praktik" value={days} onChange={setDays} />
        <TimeField label="Mulai" value="17.00" onChange={() => undefined} width={76} />
        <TimeField
          label="Selesai"
          value={until}
          onChange={setUntil}
          errorAt="right"
          width={400}
          error="Jam selesai 08.00 lebih awal daripada jam mulai 17.00. Tulis jam sesudah 17.00, misalnya 20.00."
        />
      </Item>
      <Item name="SelectField">
        <ComboboxField label="Jenis izin" value={kind} onChange={setKind} options={permitTypes} width={300} />
        <SelectField
          label="Tempat praktik"
          value={place}
          onChange={setPlace}
          width={260}
          placeholder="Pilih tempat"
          error="Tempat praktik belum dipilih."
          options={[
            { value: 'rsud', label: 'RSUD Kota Pontianak' },
            { value: 'klinik', label: 'Klinik Pratama Siantan Sehat' },
          ]}
        />
      </Item>
      <Item name="CheckboxField">
        <CheckboxField
          label="KTP cocok dengan pemegang izin"
          note="NIK berakhir 0006, lahir 21 Juni 1989"
          checked={matches}
          onChange={setMatches}
        />
        <CheckboxField
          label="Tanda terima berkas ditarik"
          checked={false}
          onChange={() => undefined}
          error="Tarik tanda terima, atau catat surat kehilangan."
        />
      </Item>
      <Item name="TextAreaField">
        <TextAreaField
          label="Catatan untuk pemohon"
          value={note}
          onChange={setNote}
          hint="Dibaca pemohon di portal"
        />
        <PasswordField label="Kata sandi" value={password} onChange={setPassword} width={220} />
      </Item>
      <Item name="FileDrop">
        <FileDrop
          label="Pas foto berwarna 4×6"
          accept=".jpg,.png"
          onFiles={([file]) => setFiles(file?.name ?? '')}
        >
          Jatuhkan foto di sini atau{' '}
        </FileDrop>
        <FileDrop
          label="Surat Tanda Registrasi"
          accept=".jpg,.png,.pdf"
          onFiles={() => undefined}
          error="Berkas `str.png` berukuran 3,4 MB, batasnya 2 MB. Pindai ulang dengan 200 dpi, atau biarkan aplikasi mengecilkannya."
        />
        <span>Berkas: {files}</span>
      </Item>
    </>
  )
}
