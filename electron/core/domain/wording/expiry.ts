import type { ExpiryNotice, ExpiryNoticeRefusal, ExpiryOutcome, ExpiryWay } from '../expiry-notice.ts'
import { clockTime, longDate } from '../indonesian.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'
import type { OfficeWords } from './dossier-refusals.ts'
import { sayDossierRefusal } from './dossier-refusals.ts'
import type { DossierWorkRefusal } from './dossier-work-refusal.ts'

const ways: Readonly<Record<ExpiryWay, string>> = {
  letter: 'surat',
  email: 'e-mail',
  portal: 'pesan portal',
  call: 'WhatsApp atau telepon',
}
export const expiryWayLabel = (way: ExpiryWay): string => ways[way]

const standing: Readonly<Record<ExpiryWay, Readonly<Record<ExpiryOutcome, string>>>> = {
  letter: { told: 'surat dicetak', open: 'surat dicetak', failed: 'surat batal' },
  email: { told: 'e-mail terkirim', open: 'e-mail menunggu', failed: 'e-mail tidak sampai' },
  portal: { told: 'pesan portal', open: 'pesan portal', failed: 'pesan portal' },
  call: { told: 'sudah dihubungi', open: 'perlu dihubungi', failed: 'tidak terhubung' },
}
/** `e-mail menunggu`, `surat dicetak`: how it stands with what a holder was told. */
export const expiryStandingLabel = ({ way, outcome }: Pick<ExpiryNotice, 'way' | 'outcome'>): string =>
  standing[way][outcome]

/** What the history says of it. */
export function expiryText({
  way,
  validUntil,
  letter,
}: Pick<ExpiryNotice, 'way' | 'validUntil' | 'letter'>): string {
  const about = `izin berlaku sampai ${longDate(validUntil)}`
  if (letter) return `Surat pemberitahuan ${letter.number.text} ditulis: ${about}`
  return way === 'call'
    ? `Pemegang akan dihubungi: ${about}`
    : `Pemberitahuan lewat ${ways[way]} dibuat: ${about}`
}

type PrintWording = Extract<
  DossierWorkRefusal,
  { code: 'post-vacant' | 'print-in-progress' | 'print-unresolved' | 'reprint-needs-reason' }
>

/** Why one holder was not told, and what can be done. */
export function sayExpiryRefusal(refusal: ExpiryNoticeRefusal | PrintWording, words: OfficeWords): string {
  switch (refusal.code) {
    case 'application-unknown':
      return 'Berkas ini tidak ada lagi. Muat ulang daftar.'
    case 'expiry-not-in-force':
      return 'Izinnya tidak berlaku lagi, sudah diperpanjang, atau tidak berbatas waktu. Muat ulang daftar.'
    case 'expiry-written': {
      const { at, by, way } = refusal
      return `Sudah diberi tahu lewat ${ways[way]} oleh ${by}, ${longDate(officeDateOf(at, words.zone))} pukul ${clockTime(officeTimeOf(at, words.zone))}. Bila perlu diulang, centang yang ini saja dan tulis alasannya.`
    }
    case 'expiry-no-address':
      return 'Alamatnya tidak tercatat. Kirim pesan, atau lengkapi alamat di berkasnya.'
    case 'expiry-no-way':
      return 'Tidak ada e-mail, akun portal, atau nomor telepon. Cetak surat.'
    case 'expiry-letter-not-offered':
      return 'Kantor ini belum mengatur surat pemberitahuan. Kirim pesan.'
    case 'post-vacant':
    case 'print-in-progress':
    case 'print-unresolved':
    case 'reprint-needs-reason':
      return sayDossierRefusal(refusal, words)
  }
}
