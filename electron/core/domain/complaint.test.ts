import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComplaintRule } from './complaint-rule.ts'
import {
  actOnComplaint,
  actsOpenTo,
  complaintActions,
  complaintState,
  daysLeft,
  isOverdue,
  maskName,
  readComplaint,
  type Complaint,
  type ComplaintForm,
  type ComplaintOrder,
} from './complaint.ts'
import { instantOf } from './instant.ts'
import { officeDate } from './office-date.ts'
import { anOfficeCalendar } from './testing/calendar.ts'
import { sayComplaintField, sayComplaintRefusal } from './wording/complaint.ts'

const calendar = anOfficeCalendar()
const today = officeDate('2026-11-19')
const now = instantOf(Date.parse('2026-11-20T05:00:00.000Z'))
const ratih = { by: 'Ratih', userId: 'r' }
const dodi = { by: 'Dodi', userId: 'd' }

const rule: ComplaintRule = {
  series: 'pengaduan',
  channels: [
    { kind: 'counter', label: 'Loket' },
    { kind: 'box', label: 'Kotak' },
  ],
  topics: [{ code: 'waktu', label: 'Waktu' }],
  units: ['Pemrosesan'],
  answerWithin: 5,
  basis: 'Undang-Undang Nomor 25 Tahun 2009',
}

const aForm = (change: Partial<ComplaintForm> = {}): ComplaintForm => ({
  channel: 'counter',
  receivedOn: '19-11-2026',
  anonymous: false,
  name: 'Sari  Landak',
  contact: '0812-5500-0173',
  topic: 'waktu',
  text: 'Sudah tiga minggu belum selesai.',
  applicationId: null,
  ...change,
})

const aComplaint = (change: Partial<Complaint> = {}): Complaint => ({
  id: 'x',
  number: { series: 'pengaduan', scope: '2026', serial: 7, text: 'ADU-2026-0007' },
  channel: 'counter',
  complainant: { name: 'Sari Landak', contact: '0812-5500-0173' },
  topic: 'waktu',
  text: 'Sudah tiga minggu belum selesai.',
  dossier: null,
  receivedOn: today,
  dueOn: officeDate('2026-11-26'),
  enteredAt: now,
  enteredBy: 'Ratih',
  acts: [],
  ...change,
})

const order = (change: Partial<ComplaintOrder> = {}): ComplaintOrder => ({
  actId: 'a1',
  after: 0,
  action: 'answered',
  text: 'Izin selesai besok.',
  via: 'Telepon',
  ...change,
})

const done = (complaint: Complaint, change: Partial<ComplaintOrder>, who = ratih): Complaint => {
  const after = actOnComplaint(complaint, order({ after: complaint.acts.length, ...change }), who, now)
  if (!after.ok) throw new Error(after.refusal.code)
  return after.value
}

describe('taking a complaint in', () => {
  it('counts the working days of the office behind the day on which it came', () => {
    expect(readComplaint(aForm(), rule, calendar, today)).toMatchObject({
      ok: true,
      value: { dueOn: '2026-11-26', complainant: { name: 'Sari Landak', contact: '0812-5500-0173' } },
    })
  })

  it('asks nobody for a name who does not want to give one', () => {
    const read = readComplaint(aForm({ anonymous: true, name: '', channel: 'box' }), rule, calendar, today)
    expect(read).toMatchObject({ ok: true, value: { complainant: null } })
  })

  it('refuses everything that is wrong at once, each beside its field', () => {
    const read = readComplaint(
      aForm({ channel: 'fax', receivedOn: '20-11-2026', name: ' ', topic: 'x', text: '\n' }),
      rule,
      calendar,
      today,
    )
    if (read.ok) throw new Error('was taken in')
    expect(read.refusal.fields.map(({ field }) => field)).toEqual([
      'channel',
      'receivedOn',
      'name',
      'topic',
      'text',
    ])
    for (const { refusal } of read.refusal.fields) expect(sayComplaintField(refusal)).toMatch(/\.$/)
  })

  it('takes no day of more than a year ago, nor one that is none', () => {
    for (const receivedOn of ['01-01-2025', '31-02-2026', ''])
      expect(readComplaint(aForm({ receivedOn }), rule, calendar, today)).toMatchObject({ ok: false })
  })
})

describe('working on a complaint', () => {
  it('goes from hand to hand until it is answered and closed, and says who did what', () => {
    const forwarded = done(aComplaint(), { actId: 'f', action: 'forwarded', via: 'Pemrosesan', text: '' })
    const answered = done(forwarded, { actId: 'w' }, dodi)
    const closed = done(answered, { actId: 'c', action: 'closed', text: '' }, dodi)
    expect(closed.acts.map(({ action, by }) => [action, by])).toEqual([
      ['forwarded', 'Ratih'],
      ['answered', 'Dodi'],
      ['closed', 'Dodi'],
    ])
    expect(complaintState(closed)).toBe('closed')
    expect(actsOpenTo(closed)).toEqual([])
  })

  it('does the same thing once, however often it is sent', () => {
    const once = done(aComplaint(), {})
    expect(actOnComplaint(once, order(), ratih, now)).toEqual({ ok: true, value: once })
  })

  it('tells the second of two clerks what the first has done', () => {
    const answered = done(aComplaint(), {}, dodi)
    const refused = actOnComplaint(answered, order({ actId: 'a2', after: 0 }), ratih, now)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'complaint-moved', by: 'Dodi' } })
    if (!refused.ok)
      expect(sayComplaintRefusal(refused.refusal, 'Asia/Pontianak')).toContain('Dodi sudah menjawab')
  })

  it('answers once, and closes without an answer only for a reason', () => {
    const answered = done(aComplaint(), {})
    const again = actOnComplaint(answered, order({ actId: 'b', after: 1 }), dodi, now)
    expect(again).toMatchObject({ refusal: { code: 'complaint-answered', by: 'Ratih' } })
    const bare = actOnComplaint(aComplaint(), order({ action: 'closed', text: ' ', via: '' }), ratih, now)
    expect(bare).toMatchObject({ refusal: { code: 'complaint-text-needed', action: 'closed' } })
  })

  it('tells nobody where nobody left a name', () => {
    const unnamed = aComplaint({ complainant: null })
    expect(actsOpenTo(unnamed)).not.toContain('acknowledged')
    expect(actOnComplaint(unnamed, order({ action: 'acknowledged' }), ratih, now)).toMatchObject({
      refusal: { code: 'complaint-nobody-to-tell' },
    })
  })

  it('is overdue from the day behind its last day on, until it is answered', () => {
    const complaint = aComplaint()
    expect(isOverdue(complaint, complaint.dueOn)).toBe(false)
    expect(isOverdue(complaint, officeDate('2026-11-27'))).toBe(true)
    expect(daysLeft(complaint, calendar, today)).toBe(5)
    expect(isOverdue(done(complaint, {}), officeDate('2026-11-27'))).toBe(false)
    expect(daysLeft(done(complaint, {}), calendar, today)).toBeNull()
  })

  it('offers what it takes, and nothing else, whatever was done before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...complaintActions), { maxLength: 8 }), (wanted) => {
        let complaint = aComplaint()
        for (const [index, action] of wanted.entries()) {
          const open = actsOpenTo(complaint)
          const after = actOnComplaint(
            complaint,
            order({ actId: `n${index}`, after: complaint.acts.length, action, text: 'ya', via: 'x' }),
            ratih,
            now,
          )
          // A second notice that it was received is possible, it is only not offered.
          if (open.includes(action)) expect(after.ok).toBe(true)
          if (after.ok) complaint = after.value
        }
        expect(complaint.acts.filter(({ action }) => action === 'answered').length).toBeLessThanOrEqual(1)
        expect(complaint.acts.slice(0, -1).every(({ action }) => action !== 'closed')).toBe(true)
      }),
    )
  })
})

describe('a name in a list', () => {
  it('shows initials and nothing more', () => {
    expect(maskName('Sari Landak')).toBe('S*** L*****')
    expect(maskName('Ó')).toBe('Ó**')
  })
})
