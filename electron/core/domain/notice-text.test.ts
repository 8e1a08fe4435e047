import { describe, expect, it } from 'vitest'
import {
  maskNumber,
  noticeTextKey,
  noticeTextKeys,
  noticeWords,
  phoneText,
  whatsAppText,
  type NoticeText,
  type NoticeTextFacts,
} from './notice-text.ts'
import { day } from './testing/builders.ts'

const part = (title: string, ...paragraphs: readonly string[]) => ({ title, paragraphs })
const general: NoticeText = {
  id: 'notice',
  version: 1,
  from: day('2010-01-01'),
  until: null,
  greeting: 'Yth. {addressee},',
  caller: 'Saya {officer} dari {officeName}. Dengan {addressee}?',
  closing: ['{officeName}'],
  kinds: {
    ...(Object.fromEntries(noticeTextKeys.map((key) => [key, part(key, '{permit}')])) as NoticeText['kinds']),
    accepted: part('Diterima', 'Nomor {number} diterima.', 'Selesai {dueOn}.', 'Catatan: {note}'),
  },
}
const facts = (change: Partial<NoticeTextFacts> = {}): NoticeTextFacts => ({
  officeName: 'DPMPTSP Contoh',
  systemName: 'SEPOK',
  officer: 'Ratih',
  addressee: 'dr. Raras',
  holderName: 'dr. Raras',
  permit: 'SIPD (baru)',
  product: 'Surat izin',
  number: 'P-2026-***412',
  dueOn: 'Kamis, 26 November 2026',
  items: '',
  note: '',
  until: '',
  readySince: '',
  appointment: '',
  when: '',
  place: '',
  movedFrom: '',
  address: 'Jl. Contoh 1',
  hours: 'Senin–Kamis',
  complaints: '',
  ...change,
})
const words = (change: Partial<NoticeTextFacts> = {}, own: Parameters<typeof noticeWords>[0]['own'] = []) =>
  noticeWords({ general: [general], own }, 'accepted', facts(change), day('2026-11-20'))

describe('what an applicant is told', () => {
  it('is a message with its title in bold and a blank line between paragraphs', () => {
    expect(whatsAppText(words())).toBe(
      '*Diterima*\n\nYth. dr. Raras,\n\nNomor P-2026-***412 diterima.\n\nSelesai Kamis, 26 November 2026.\n\nDPMPTSP Contoh',
    )
  })

  it('is read out by telephone only behind the question who is there', () => {
    expect(phoneText(words())[0]).toBe('Saya Ratih dari DPMPTSP Contoh. Dengan dr. Raras?')
  })

  it('leaves out a promise that the office does not make', () => {
    expect(words({ dueOn: '' }).paragraphs).toEqual(['Nomor P-2026-***412 diterima.'])
  })

  it('never holds a full NIK, even where a clerk typed one', () => {
    expect(words({ note: 'KTP 6171044708940003 buram' }).paragraphs.at(-1)).toBe(
      'Catatan: KTP 6171************ buram',
    )
  })

  it('takes the words of the office where it has some, and the common ones for the rest', () => {
    const own = {
      id: 'notice',
      version: 1,
      from: day('2026-01-01'),
      until: null,
      kinds: { accepted: part('Kami proses', 'Tunggu kabar kami.') },
    }
    expect(words({}, [own])).toMatchObject({ title: 'Kami proses', greeting: 'Yth. dr. Raras,' })
    expect(words({}, [{ ...own, kinds: {} }]).title).toBe('Diterima')
  })

  it('says by which way the paper comes, and the counter where nobody gave an e-mail address', () => {
    expect(noticeTextKey('ready', 'email', true)).toBe('readyByEmail')
    expect(noticeTextKey('ready', 'email', false)).toBe('ready')
    expect(noticeTextKey('ready', 'download', false)).toBe('readyToDownload')
    expect(noticeTextKey('refused', 'email', true)).toBe('refusedByEmail')
    expect(noticeTextKey('reminder', 'email', true)).toBe('reminder')
  })

  it('names the dossier by a number that a stranger cannot complete', () => {
    expect(maskNumber('P-2026-000412')).toBe('P-2026-***412')
    expect(maskNumber('503/0412/SIPD/2026')).toBe('503/0412/SIPD/**26')
    expect(maskNumber('TANPA-ANGKA')).toBe('TANPA-ANGKA')
  })
})
