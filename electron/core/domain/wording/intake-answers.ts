import { longDate, numericDate } from '../indonesian.ts'
import type { EarlierPermitRefusal } from '../earlier-permit.ts'
import type { OwnAnswerRefusal } from '../own-answer.ts'
import type { PaperRefusal } from '../paper-facts.ts'
import type { PermitStatus } from '../permit.ts'
import type { RequirementForm } from '../requirement.ts'
import { permitStatusLabel } from './application.ts'
import { quoted, type Wording } from './wording.ts'

const figure = (value: number): string => String(value).replace('.', ',')

function rangeText(min: number | null, max: number | null, unit: string | null): string {
  const behind = unit === null ? '' : ` ${unit}`
  if (min !== null && max !== null) return `${figure(min)} sampai ${figure(max)}${behind}`
  if (min !== null) return `paling sedikit ${figure(min)}${behind}`
  return `paling banyak ${figure(max ?? 0)}${behind}`
}

const emptyExamples = {
  text: 'Tulis seperti pada berkasnya.',
  number: 'Tulis angkanya.',
  date: 'Tulis misalnya 17-08-2026.',
  choice: 'Pilih salah satu.',
  'yes-no': 'Pilih Ya atau Tidak.',
} as const

/** Answers to a type's own questions. */
export const ownAnswerWording: Wording<OwnAnswerRefusal> = {
  'answer-empty': ({ label, kind }) => `${label} belum diisi. ${emptyExamples[kind]}`,
  'answer-not-offered': ({ label }) => `${label}: jawaban ini tidak ada dalam pilihan. Pilih dari daftar.`,
  'answer-not-a-number': ({ label, typed }) =>
    `${label} ${quoted(typed)} bukan angka. Tulis angka saja, misalnya 12 atau 1,5.`,
  'answer-out-of-range': ({ label, typed, min, max, unit }) =>
    `${label} ${quoted(typed)} di luar ketentuan, yaitu ${rangeText(min, max, unit)}. Betulkan angkanya, atau minta hasil yang memenuhi syarat.`,
  'answer-length': ({ label, length, min, max }) =>
    `${label} berisi ${length} huruf, seharusnya ${min} sampai ${max}. Tulis lengkap tetapi singkat.`,
  'answer-malformed': ({ label, typed, example }) =>
    `${label} ${quoted(typed)} tidak terbaca. Tulis misalnya ${example}.`,
  'answer-in-future': ({ label, day }) =>
    `${label} ${longDate(day)} belum tiba. Cocokkan tanggalnya dengan berkas.`,
  'answer-too-old': ({ label, day, maxAgeDays, oldest }) =>
    `${label} ${longDate(day)} sudah lebih dari ${maxAgeDays} hari. Minta yang bertanggal ${numericDate(oldest)} atau sesudahnya.`,
}

const forms: Readonly<Record<RequirementForm, string>> = {
  original: 'asli',
  legalised: 'yang dilegalisir',
  copy: 'fotokopi',
  digital: 'berkas digital',
}

/** What was written down of a paper. */
export const paperWording: Wording<PaperRefusal> = {
  'paper-date-needed': ({ label, maxAgeDays }) =>
    `Tanggal ${label} belum ditulis. Berkas ini paling lama ${maxAgeDays} hari, jadi tanggalnya harus ada.`,
  'paper-in-future': ({ label, day }) =>
    `Tanggal ${label}, ${longDate(day)}, belum tiba. Cocokkan dengan berkasnya.`,
  'paper-too-old': ({ label, day, maxAgeDays, oldest }) =>
    `${label} bertanggal ${longDate(day)}, lebih dari ${maxAgeDays} hari. Minta yang bertanggal ${numericDate(oldest)} atau sesudahnya.`,
  'paper-ended': ({ label, validUntil }) =>
    `${label} berlaku hanya sampai ${longDate(validUntil)}. Minta yang masih berlaku.`,
  'paper-form-unfit': ({ label, asked, brought }) =>
    `${label} diminta ${forms[asked]}, yang dibawa ${forms[brought]}. Minta ${forms[asked]}.`,
  'paper-count-malformed': ({ label, typed }) =>
    `Jumlah ${label} ${quoted(typed)} bukan angka. Tulis misalnya 2.`,
  'paper-count-low': ({ label, asked, brought }) =>
    `${label} dibawa ${brought} lembar, diminta ${asked}. Minta sisanya, atau betulkan jumlahnya.`,
}

const endings: Readonly<Record<Exclude<PermitStatus, 'active'>, string>> = {
  expired: 'Ajukan sebagai permohonan baru.',
  revoked: 'Ajukan sebagai permohonan baru.',
  renewed: 'Pilih izin penggantinya.',
  replaced: 'Pilih izin penggantinya.',
  void: 'Pilih izin lain.',
}

/** The permit that an application begins from. */
export const earlierPermitWording: Wording<EarlierPermitRefusal> = {
  'earlier-permit-needed': () =>
    'Izin terdahulu belum dipilih. Pilih dari daftar izin pemohon, atau tulis nomornya.',
  'earlier-permit-unknown': ({ number }) =>
    `Izin nomor ${quoted(number)} tidak ada pada register kantor ini. Cocokkan nomornya, atau tandai bahwa izin itu hanya ada pada kertas.`,
  'earlier-permit-of-another': ({ number }) =>
    `Izin nomor ${quoted(number)} atas nama orang lain. Cocokkan nomornya dengan lembar izin.`,
  'earlier-permit-not-issued': ({ number }) =>
    `Izin nomor ${number} sudah bernomor tetapi belum terbit. Selesaikan dahulu permohonannya.`,
  'earlier-permit-of-other-type': ({ number, typeName }) =>
    `Izin nomor ${number} adalah ${typeName}. Pilih izin yang jenisnya sama dengan permohonan.`,
  'earlier-permit-not-active': ({ number, status, validUntil }) =>
    `Izin nomor ${number} ${permitStatusLabel(status).toLowerCase()}${
      status === 'expired' && validUntil !== null ? ` sejak ${longDate(validUntil)}` : ''
    }. ${status === 'active' ? 'Pilih izin lain.' : endings[status]}`,
  'earlier-permit-taken': ({ number, registrationNumber }) =>
    `Izin nomor ${number} sudah diajukan dalam permohonan ${registrationNumber} yang masih diproses. Buka berkas itu.`,
  'foreigner-renewals-used': ({ number, renewals }) =>
    `Izin tenaga kesehatan warga negara asing hanya dapat diperpanjang ${renewals} kali, dan izin nomor ${number} sudah. Sarankan permohonan baru sesuai ketentuan.`,
}
