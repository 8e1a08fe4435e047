import { longDate, tableDate } from '../indonesian.ts'
import type { OfficeDate } from '../office-date.ts'
import type { RepairRefusal } from '../repair.ts'
import type { Closing, Withdrawal, WithdrawalRefusal } from '../withdrawal.ts'
import type { Wording } from './wording.ts'

/** *Ditunggu sampai 3 Desember*; past that day how many working days. */
export const repairStandingLabel = (until: OfficeDate, overdue: number, today: OfficeDate): string =>
  overdue > 0
    ? `Ditunggu sampai ${tableDate(until, today)}, lewat ${overdue} hari kerja`
    : `Ditunggu sampai ${tableDate(until, today)}`

/** How the history tells an end that the applicant asked for. */
export const withdrawalText = ({ askedBy, name, letterSha256 }: Withdrawal): string =>
  `diminta ${askedBy === 'holder' ? 'pemohon' : 'kuasa'} ${name}${letterSha256 === null ? '' : ', dengan surat'}`

/** How the history tells an end by the office. */
export const closingText = ({ until, overdue }: Closing): string =>
  `Ditutup oleh kantor: tidak diperbaiki sampai ${longDate(until)}, lewat ${overdue} hari kerja`

type Refusal = RepairRefusal | WithdrawalRefusal

const repairWording: Wording<Refusal> = {
  'repair-items-needed': () =>
    'Belum ada yang ditandai salah. Centang sedikitnya satu, lalu tulis apa yang harus diperbaiki.',
  'repair-item-unknown': () =>
    'Salah satu persyaratan itu tidak diminta lagi untuk permohonan ini. Muat ulang, lalu pilih dari ceklis terbaru.',
  'repair-reason-needed': ({ label }) =>
    `Alasan untuk ${label} belum ditulis. Tulis apa yang salah, misalnya “buram, pindai ulang”.`,
  'repair-day-past': ({ until, today }) =>
    `Batas perbaikan ${longDate(until)} sudah lewat. Tulis ${longDate(today)} atau sesudahnya.`,
  'repair-day-far': ({ until, latest }) =>
    `Batas perbaikan ${longDate(until)} terlalu jauh. Tulis tanggal sampai ${longDate(latest)}.`,
  'withdrawal-asker-needed': () =>
    'Belum dipilih siapa yang meminta pembatalan. Pilih pemohon atau kuasanya.',
  'withdrawal-name-needed': () =>
    'Nama yang meminta pembatalan belum diisi. Tulis seperti pada kartu identitasnya.',
  'withdrawal-letter-missing': () =>
    'Pindaian surat pembatalan tidak ada di penyimpanan kantor ini. Pilih dan lampirkan sekali lagi.',
  'not-long-unrepaired': ({ closableFrom }) =>
    closableFrom === null
      ? 'Permohonan ini tidak sedang menunggu perbaikan. Muat ulang untuk melihat keadaan terbaru.'
      : `Permohonan ini masih ditunggu perbaikannya. Kantor dapat menutupnya mulai ${longDate(closableFrom)}.`,
}

/** The sentence for whoever returns, withdraws or closes: what is lacking and what to write. */
export const sayRepairRefusal = <R extends Refusal>(refusal: R): string =>
  (repairWording[refusal.code] as (facts: R) => string)(refusal)
