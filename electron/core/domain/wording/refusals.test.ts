import { describe, expect, it } from 'vitest'
import { parseNik } from '../nik.ts'
import { officeDate } from '../office-date.ts'
import { parseSchedule } from '../schedule.ts'
import { pngBytes, textBytes } from '../testing/files.ts'
import { timeOfDay } from '../time-of-day.ts'
import { parseTypedDate } from '../typed-date.ts'
import { checkUpload } from '../upload-rule.ts'
import { refusalTopics, sayRefusal } from './refusals.ts'
import type { DomainRefusal } from './refusals.ts'
import { sayWarning } from './warnings.ts'
import type { DomainWarning } from './warnings.ts'

const size = { widthPx: 300, heightPx: 400 }
const date = officeDate('2015-08-07')
const time = timeOfDay('12.00')
const typed = 'yang diketik'

/** One refusal for every code; a code that is missing does not compile. */
const samples: { [C in DomainRefusal['code']]: Extract<DomainRefusal, { code: C }> } = {
  'nik-empty': { code: 'nik-empty' },
  'nik-not-digits': { code: 'nik-not-digits', typed, stranger: 'O' },
  'nik-length': { code: 'nik-length', typed, digits: 17 },
  'nik-region': { code: 'nik-region', regionCode: '617100' },
  'nik-birth-date': { code: 'nik-birth-date', digits: '310490', day: 31, month: 4 },
  'nik-age': { code: 'nik-age', birthDate: date, age: 11 },
  'nik-serial': { code: 'nik-serial' },
  'name-empty': { code: 'name-empty' },
  'name-digits': { code: 'name-digits', typed },
  'name-characters': { code: 'name-characters', typed, stranger: '<' },
  'name-long': { code: 'name-long', length: 151, most: 150 },
  'phone-empty': { code: 'phone-empty' },
  'phone-characters': { code: 'phone-characters', typed, stranger: 'O' },
  'phone-start': { code: 'phone-start', typed },
  'phone-length': { code: 'phone-length', typed, kind: 'mobile', digits: 7 },
  'email-empty': { code: 'email-empty' },
  'email-at': { code: 'email-at', typed },
  'email-space': { code: 'email-space', typed },
  'email-name': { code: 'email-name', typed },
  'email-domain': { code: 'email-domain', typed, domain: 'contoh' },
  'rt-rw-malformed': { code: 'rt-rw-malformed', typed },
  'postal-code-malformed': { code: 'postal-code-malformed', typed, digits: 4 },
  'nip-empty': { code: 'nip-empty' },
  'nip-not-digits': { code: 'nip-not-digits', typed, stranger: 'X' },
  'nip-length': { code: 'nip-length', typed, digits: 17 },
  'nip-birth-date': { code: 'nip-birth-date', typed, digits: '19761308' },
  'nip-sex': { code: 'nip-sex', typed, digit: '3' },
  'nip-serial': { code: 'nip-serial', typed },
  'date-malformed': { code: 'date-malformed', typed },
  'date-not-in-calendar': { code: 'date-not-in-calendar', typed, day: 31, month: 4, year: 2021 },
  'date-year-short': { code: 'date-year-short', typed },
  'time-malformed': { code: 'time-malformed', typed },
  'instant-malformed': { code: 'instant-malformed', typed },
  'str-empty': { code: 'str-empty' },
  'str-length': { code: 'str-length', typed, length: 5 },
  'str-characters': { code: 'str-characters', typed, stranger: '*' },
  'schedule-empty': { code: 'schedule-empty' },
  'schedule-no-days': { code: 'schedule-no-days', row: 0 },
  'schedule-day-unknown': { code: 'schedule-day-unknown', row: 0, typed },
  'schedule-time': { code: 'schedule-time', row: 0, field: 'from', typed },
  'schedule-ends-before-start': {
    code: 'schedule-ends-before-start',
    row: 0,
    from: time,
    until: time,
    example: timeOfDay('15.00'),
  },
  'schedule-overlap': {
    code: 'schedule-overlap',
    row: 1,
    otherRow: 0,
    day: 'mon',
    from: time,
    until: timeOfDay('13.00'),
  },
  'holiday-date': { code: 'holiday-date', row: 3, typed },
  'holiday-type': { code: 'holiday-type', row: 3, typed },
  'holiday-name': { code: 'holiday-name', row: 3 },
  'holiday-twice': { code: 'holiday-twice', row: 3, date },
  'calendar-no-working-day': { code: 'calendar-no-working-day' },
  'calendar-hours-reversed': { code: 'calendar-hours-reversed', where: 'mon', opens: time, closes: time },
  'calendar-break-outside': { code: 'calendar-break-outside', where: '2026-11-21', from: time, until: time },
  'calendar-period-reversed': {
    code: 'calendar-period-reversed',
    name: 'Ramadan',
    from: date,
    through: date,
  },
  'pattern-token-unknown': { code: 'pattern-token-unknown', token: 'tahun', position: 9 },
  'pattern-brace-open': { code: 'pattern-brace-open', position: 9 },
  'pattern-brace-stray': { code: 'pattern-brace-stray', position: 9 },
  'pattern-width': { code: 'pattern-width', token: 'serial:4', position: 0 },
  'pattern-no-serial': { code: 'pattern-no-serial', pattern: '503/{year}' },
  'pattern-serial-twice': { code: 'pattern-serial-twice', position: 9 },
  'pattern-tokens-touch': { code: 'pattern-tokens-touch', first: 'serial', second: 'year', position: 8 },
  'number-value-missing': { code: 'number-value-missing', token: 'class', pattern: '{class}/{serial}' },
  'number-value-unprintable': { code: 'number-value-unprintable', token: 'unit', value: 'A\nB' },
  'file-empty': { code: 'file-empty', fileName: 'str.png' },
  'file-too-large': {
    code: 'file-too-large',
    fileName: 'str.png',
    sizeBytes: 2_097_153,
    maxBytes: 2_097_152,
    isImage: true,
  },
  'file-kind-unknown': {
    code: 'file-kind-unknown',
    fileName: 'catatan',
    named: null,
    kind: 'unknown',
    accepted: ['image/jpeg', 'image/png'],
  },
  'file-kind-not-accepted': {
    code: 'file-kind-not-accepted',
    fileName: 'str.pdf',
    kind: 'application/pdf',
    accepted: ['image/jpeg', 'image/png'],
  },
  'file-name-lies': { code: 'file-name-lies', fileName: 'str.jpg', named: 'image/jpeg', kind: 'image/png' },
  'file-broken': { code: 'file-broken', fileName: 'str.jpg', kind: 'image/jpeg' },
  'image-too-small': {
    code: 'image-too-small',
    fileName: 'foto.jpg',
    size,
    minSize: { widthPx: 472, heightPx: 709 },
  },
  'image-too-many-pixels': { code: 'image-too-many-pixels', fileName: 'foto.jpg', size, maxPixels: 1 },
}

const warnings: { [C in DomainWarning['code']]: Extract<DomainWarning, { code: C }> } = {
  'nik-birth-differs': { code: 'nik-birth-differs', day: 7, month: 8, shortYear: 4, birthDate: date },
  'nik-sex-differs': { code: 'nik-sex-differs', fromNik: 'female', typed: 'male' },
  'nik-district-differs': { code: 'nik-district-differs', fromNik: '617104', typed: '617105' },
  'str-looks-like-nik': { code: 'str-looks-like-nik' },
  'str-kind-unusual': { code: 'str-kind-unusual', profession: 'doctor', looksLike: 'pharmacist' },
  'nip-month': { code: 'nip-month', digits: '21' },
}

/** A full stop ends a sentence where a space and a capital follow it; the one of a title does not. */
const sentenceCount = (text: string): number => text.split(/(?<!\bdr)\. (?=[A-Z])/).length

const everySentence = [
  ...Object.values(samples).map((refusal) => [refusal.code, sayRefusal(refusal)] as const),
  ...Object.values(warnings).map((warning) => [warning.code, sayWarning(warning)] as const),
]

describe('the sentences of refusals', () => {
  it.each(everySentence)('%s says what happened and what to do, in two calm sentences', (code, sentence) => {
    expect(sentence).toMatch(/^[A-Z{].*\.$/)
    expect(sentenceCount(sentence)).toBe(2)
    expect(sentence).not.toMatch(/\b(error|invalid|upload|submit|oops|maaf|gagal|undefined|null|NaN)\b|!/i)
    expect(sentence).not.toContain(code)
    expect(sentence.length).toBeLessThanOrEqual(220)
  })

  it('gives each code one sentence, in one topic', () => {
    const codes = refusalTopics.flatMap((topic) => Object.keys(topic))
    expect(codes.toSorted()).toEqual(Object.keys(samples).toSorted())
  })

  it('are those that the office has agreed on', () => {
    const schedule = parseSchedule([{ days: ['mon'], from: '17.00', until: '08.00' }])
    expect(schedule.ok || schedule.refusal.map(sayRefusal)).toEqual([
      'Jam selesai 08.00 lebih awal daripada jam mulai 17.00. Tulis jam sesudah 17.00, misalnya 20.00.',
    ])
    const nik = parseNik('617104470894000')
    expect(nik.ok || sayRefusal(nik.refusal)).toBe(
      'NIK baru 15 angka. Ketik 16 angka seperti tertulis di KTP.',
    )
    expect(
      sayRefusal({
        code: 'file-too-large',
        fileName: 'str.png',
        sizeBytes: 3.4 * 1048576,
        maxBytes: 2 * 1048576,
        isImage: true,
      }),
    ).toBe(
      'Berkas str.png berukuran 3,4 MB, batasnya 2 MB. Pindai ulang dengan 200 dpi, atau biarkan aplikasi mengecilkannya.',
    )
    const photo = checkUpload(textBytes('halo'), 'foto.jpg', {
      maxBytes: 99,
      mediaTypes: ['image/jpeg'],
      minSize: null,
    })
    expect(photo.ok || sayRefusal(photo.refusal)).toBe(
      'Isi foto.jpg bukan gambar. Buka di komputer pemohon untuk memastikan, lalu pilih berkas lain.',
    )
  })

  it('show a day that would pass beside one that does not exist', () => {
    const said = (text: string): string => {
      const parsed = parseTypedDate(text)
      return parsed.ok ? 'ada' : sayRefusal(parsed.refusal)
    }
    expect(said('31-04-2021')).toBe(
      'Tanggal 31 April 2021 tidak ada di kalender. Periksa hari dan bulannya, misalnya 30-04-2021.',
    )
    expect(said('25-13-2021')).toContain('Bulan 13')
    expect(said('25-02-202')).toContain('Tahun 202')
    expect(said('')).toContain('belum diisi')
  })

  it('tell a file one byte too large in bytes', () => {
    expect(sayRefusal(samples['file-too-large'])).toContain('2.097.153 bita, batasnya 2.097.152 bita')
  })

  it('name the kind of file that people really bring', () => {
    const accepted = ['image/jpeg', 'image/png', 'application/pdf'] as const
    const heic = checkUpload(textBytes('\0\0\0\x18ftypheic'), 'foto.jpg', {
      maxBytes: 99,
      mediaTypes: accepted,
      minSize: null,
    })
    expect(heic.ok || sayRefusal(heic.refusal)).toContain('foto iPhone (HEIC)')
    const named = checkUpload(pngBytes(2, 2), 'str.scan.jpg', {
      maxBytes: 999,
      mediaTypes: accepted,
      minSize: null,
    })
    expect(named.ok || sayRefusal(named.refusal)).toContain('Ganti namanya menjadi str.scan.png')
  })

  it('quote what was typed on one line, and only its beginning when it is long', () => {
    expect(sayRefusal({ code: 'rt-rw-malformed', typed: `3\n${'x'.repeat(99)}` })).toContain(
      `“3 ${'x'.repeat(38)}…”`,
    )
  })
})
