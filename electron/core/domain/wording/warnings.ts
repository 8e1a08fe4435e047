import { longDate, monthName } from '../indonesian.ts'
import type { NikWarning, Sex } from '../nik.ts'
import type { NipWarning } from '../nip.ts'
import type { StrKind, StrWarning } from '../str.ts'
import type { Wording } from './wording.ts'

/** What a clerk should look at again; nothing is held back because of it. */
export type DomainWarning = NikWarning | StrWarning | NipWarning

const sexWord: Readonly<Record<Sex, string>> = { male: 'laki-laki', female: 'perempuan' }

const strKindWord: Readonly<Record<StrKind, string>> = {
  kki: 'dokter dan dokter gigi',
  'health-worker': 'tenaga kesehatan sebelum 2023',
  lifetime: 'STR seumur hidup',
  pharmacist: 'apoteker',
  'pharmacy-technician': 'tenaga teknis kefarmasian',
}

// The day in a NIK is only read here; a month that does not exist has been refused before.
const nikBirth = (day: number, month: number, shortYear: number): string =>
  `${day} ${month >= 1 && month <= 12 ? monthName(month) : `bulan ${month}`} ’${String(shortYear).padStart(2, '0')}`

const warningWording: Wording<DomainWarning> = {
  'nik-birth-differs': ({ day, month, shortYear, birthDate }) =>
    `Tanggal lahir menurut NIK ${nikBirth(day, month, shortYear)}, di formulir ${longDate(birthDate)}. Cocokkan dengan KTP.`,
  'nik-sex-differs': ({ fromNik, typed }) =>
    `Menurut NIK pemohon ${sexWord[fromNik]}, di formulir ${sexWord[typed]}. Cocokkan dengan KTP.`,
  'nik-district-differs': ({ fromNik }) =>
    `NIK diterbitkan di kecamatan lain (kode ${fromNik}). Biarkan bila pemohon pernah pindah.`,
  'str-looks-like-nik': () => 'Nomor STR sama dengan NIK. Cocokkan dengan STR pemohon.',
  'str-kind-unusual': ({ looksLike }) =>
    `Bentuk nomor STR ini biasa untuk ${strKindWord[looksLike]}. Cocokkan dengan STR pemohon.`,
  'nip-month': ({ digits }) =>
    `Angka ke-13 dan ke-14 NIP, ${digits}, bukan bulan. Biasa pada PPPK; pada PNS cocokkan dengan SK.`,
}

/** The Indonesian sentence of a warning. */
export function sayWarning<W extends DomainWarning>(warning: W): string {
  const say = warningWording[warning.code] as (facts: W) => string
  return say(warning)
}
