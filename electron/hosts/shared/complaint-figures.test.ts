import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actOnComplaint, actsOpenTo, complaintActions, type Complaint } from '#domain/complaint.ts'
import { addMs, instantOf } from '#domain/instant.ts'
import { addDays, officeDate } from '#domain/office-date.ts'
import { readComplaints } from '#services/book-complaints.ts'
import type { Queries } from '#ports/queries.ts'
import { registerView } from '#api/views/register-view.ts'
import { readOfficeFiles } from './office-files.ts'

const files = readOfficeFiles('assets', 'pontianak')
if (!files.ok) throw new Error('the data files of Pontianak are broken')
const { office } = files.value
const { channels, topics } = office.profile.complaints
const first = officeDate('2026-11-02')
const morning = instantOf(Date.parse('2026-11-02T02:00:00.000Z'))
const dayMs = 86_400_000

const told = fc.record({
  channel: fc.constantFrom(...channels.map(({ kind }) => kind)),
  topic: fc.constantFrom(...topics.map(({ code }) => code)),
  came: fc.nat(20),
  within: fc.integer({ min: 1, max: 15 }),
  acts: fc.array(fc.tuple(fc.constantFrom(...complaintActions), fc.nat(3)), { maxLength: 4 }),
})
type Told = typeof told extends fc.Arbitrary<infer One> ? One : never

/** A complaint as it went; what a rule does not allow was not done. */
function complaintOf(one: Told, at: number): Complaint {
  const receivedOn = addDays(first, one.came)
  let moment = addMs(morning, one.came * dayMs)
  let complaint: Complaint = {
    id: `aduan-${at}`,
    number: { series: 'pengaduan', scope: '2026', serial: at + 1, text: `ADU-2026-${at + 1}` },
    channel: one.channel,
    complainant: { name: 'Sari Kapuasari', contact: null },
    topic: one.topic,
    text: 'Belum selesai.',
    dossier: null,
    receivedOn,
    dueOn: addDays(receivedOn, one.within),
    enteredAt: moment,
    enteredBy: 'Ratih',
    acts: [],
  }
  for (const [action, days] of one.acts) {
    moment = addMs(moment, days * dayMs + 60_000)
    if (!actsOpenTo(complaint).includes(action)) continue
    const order = { actId: `${at} ${complaint.acts.length}`, after: complaint.acts.length, action }
    const acted = actOnComplaint(
      complaint,
      { ...order, text: 'Ya.', via: 'Telepon' },
      { by: 'Ratih', userId: 'r' },
      moment,
    )
    if (acted.ok) complaint = acted.value
  }
  return complaint
}

const groupColumns = { topics: 'topic', channels: 'channel' } as const

it('each figure about complaints is the number of those behind it, in its group and over all groups', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(told, { maxLength: 25 }), fc.nat(30), async (all, passed) => {
      const complaints = all.map(complaintOf)
      const queries = {
        listComplaints: () => Promise.resolve(complaints),
        numberSpans: () => Promise.resolve([]),
        listNumberStarts: () => Promise.resolve([]),
      } as unknown as Queries
      const today = addDays(first, passed)
      const read = await readComplaints({ office, queries })({
        days: { from: first, through: addDays(first, 30) },
        asOf: addMs(morning, passed * dayMs + dayMs / 2),
        today,
      })
      const view = registerView(read)
      const list = view.tables.find(({ key }) => key === 'complaints')
      if (!list) throw new Error('the report has no list')
      const behind = (figure: string, column?: string, name?: unknown) => {
        const at = list.columns.findIndex(({ key }) => key === column)
        return list.rows.filter(
          ({ counts, cells }) => counts.includes(figure) && (column === undefined || cells[at] === name),
        )
      }
      for (const [group, column] of Object.entries(groupColumns)) {
        const table = view.tables.find(({ key }) => key === group)
        const figures = table?.columns.filter(({ kind }) => kind === 'count') ?? []
        expect(figures.map(({ key }) => key)).toEqual(['received', 'answered', 'closed', 'overdue'])
        for (const { key } of figures) {
          const at = table?.columns.findIndex((one) => one.key === key) ?? -1
          let sum = 0
          for (const { cells } of table?.rows ?? []) {
            expect(behind(key, column, cells[0])).toHaveLength(Number(cells[at]))
            sum += Number(cells[at])
          }
          expect(view.figures.find((one) => one.key === key)?.value).toBe(sum)
          expect(behind(key)).toHaveLength(sum)
        }
      }
      const known = new Set(complaints.map(({ id }) => id))
      for (const { id } of list.rows) expect(known).toContain(id)
    }),
    { numRuns: 120 },
  )
})
