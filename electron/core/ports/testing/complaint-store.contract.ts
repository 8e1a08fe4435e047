import { expect, test } from 'vitest'
import type { Complaint, ComplaintAct } from '#domain/complaint.ts'
import { anId, aRegisteredDossier, day, instant } from '#domain/testing/builders.ts'
import { doWork, store, type OpenOffice, type TestOffice } from './test-office.ts'

const at = instant('2026-11-19T01:00:00.000Z')

export const aComplaint = (n: number, change: Partial<Complaint> = {}): Complaint => ({
  id: anId(n, 'f'),
  number: { series: 'pengaduan', scope: '2026', serial: n, text: `ADU-2026-000${n}` },
  channel: 'box',
  complainant: null,
  topic: 'waktu',
  text: 'Sudah tiga minggu belum selesai.',
  dossier: null,
  receivedOn: day('2026-11-19'),
  dueOn: day('2026-12-03'),
  enteredAt: at,
  enteredBy: 'Ratih',
  acts: [],
  ...change,
})

export const anAct = (
  n: number,
  action: ComplaintAct['action'],
  change: Partial<ComplaintAct> = {},
): ComplaintAct => ({
  id: anId(n, 'd'),
  action,
  text: null,
  via: action === 'closed' ? null : 'Pemrosesan',
  at,
  by: 'Dodi',
  userId: anId(9, 'a'),
  ...change,
})

/** As the use case does it: the number first, then its complaint. */
const enter = (office: TestOffice, ...all: readonly Complaint[]): Promise<void> =>
  doWork(office, async ({ complaints, numbers }) => {
    for (const one of all) {
      await numbers.advance(one.number.series, one.number.scope)
      await numbers.record({
        number: one.number,
        document: 'complaint-slip',
        applicationId: one.dossier?.applicationId ?? one.id,
        subjectId: one.id,
        takenAt: at,
      })
      await complaints.add(one)
    }
  })

const serials = (all: readonly Complaint[]): readonly number[] => all.map(({ number }) => number.serial)

/** What every store of complaints promises. */
export function complaintStoreContract(open: OpenOffice): void {
  test('keeps a complaint as it was written, with everything that was done, in its order', async () => {
    const office = await open()
    const dossier = aRegisteredDossier()
    await store(office, dossier)
    const about = {
      applicationId: dossier.state.id,
      registrationNumber: dossier.state.registrationNumber.text,
    }
    const first = aComplaint(1, { dossier: about, complainant: { name: 'Sari', contact: '0812' } })
    const second = aComplaint(2, { acts: [anAct(1, 'forwarded'), anAct(2, 'answered', { text: 'Ya.' })] })
    await enter(office, first, second)
    const told = { ...first, acts: [anAct(3, 'acknowledged')] }
    const closed = { ...told, acts: [...told.acts, anAct(4, 'closed', { text: 'dicabut' })] }
    const found = await doWork(office, async ({ complaints }) => {
      const before = await complaints.find(first.id)
      await complaints.act(told)
      await complaints.act(closed)
      return [before, await complaints.find(first.id), await complaints.find(anId(8, 'f'))]
    })
    expect(found).toEqual([first, closed, undefined])
    expect(await office.queries.findComplaint(second.id)).toEqual(second)
    expect(await office.queries.listComplaintsOf(dossier.state.id)).toEqual([closed])
  })

  test('takes a second act in the place of a first one from nobody', async () => {
    const office = await open()
    await enter(office, aComplaint(1))
    const act = (n: number) =>
      doWork(office, ({ complaints }) => complaints.act(aComplaint(1, { acts: [anAct(n, 'forwarded')] })))
    await act(1)
    await expect(act(2)).rejects.toThrow()
  })

  test('is written with a number of the register only, and once', async () => {
    const office = await open()
    await expect(doWork(office, ({ complaints }) => complaints.add(aComplaint(1)))).rejects.toThrow()
    await enter(office, aComplaint(1))
    await expect(doWork(office, ({ complaints }) => complaints.add(aComplaint(1)))).rejects.toThrow()
  })

  test('lists those of some days by number, and those that are open of any day by their due day', async () => {
    const office = await open()
    await enter(
      office,
      aComplaint(1, { receivedOn: day('2026-10-30') }),
      aComplaint(2, { dueOn: day('2026-12-01') }),
      aComplaint(3, { acts: [anAct(1, 'closed', { text: 'dicabut' })] }),
      aComplaint(4, { acts: [anAct(2, 'answered', { text: 'Ya.' })], dueOn: day('2026-11-20') }),
    )
    expect(serials(await office.queries.listComplaints(day('2026-11-01'), day('2026-11-19')))).toEqual([
      2, 3, 4,
    ])
    expect(serials(await office.queries.listOpenComplaints())).toEqual([4, 2, 1])
    expect(await office.queries.listComplaints(day('2027-01-01'), day('2027-12-31'))).toEqual([])
  })
}
