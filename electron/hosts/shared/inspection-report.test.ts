import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

let at: OfficeAtWork
beforeAll(async () => {
  at = await openOfficeAtWork('purwakarta', { now: '2026-11-19T02:00:00.000Z' })
}, 60_000)
afterAll(() => at.close())

it('the team takes an inspection report along for each dossier of its visit, but none for a visit that was called off', async () => {
  const id = await at.takeIn({ nik: '3214014708940077' })
  await at.walk(id, (state) => state.openStages[0]?.stage === 'entri-data')
  const office = await at.as('back-office')
  const made = await office.appointments.make.mutate({
    id: randomUUID(),
    kind: 'site-inspection',
    form: {
      date: '24-11-2026',
      from: '09.00',
      until: '11.00',
      place: 'Klinik Sari Asih',
      purpose: 'pemeriksaan sarana',
      team: [{ userId: null, name: 'Dewi Lestari Sukma', nip: '', post: 'Penata Perizinan', leads: true }],
    },
    applicationIds: [id],
    seen: [],
    printerId: null,
  })
  if (!made.ok) throw new Error(made.refusal.code)
  const order = { id: made.value.id, printerId: null }
  const team = await at.as('technical-team')
  const printed = await team.appointments.printReports.mutate(order)
  const [jobId, ...more] = printed.ok ? printed.value.jobIds : []
  expect(more).toEqual([])
  const pdf = await at.office.fetch('back-office', `/files/job/${jobId ?? ''}.pdf`)
  const text = squeeze(pdfText(new Uint8Array(await pdf.arrayBuffer())))
  const { registrationNumber } = await at.read(id)
  for (const words of [
    `Permohonan : ${registrationNumber.text}`,
    `Surat Tugas Nomor ${made.value.letter.number} tanggal 19 November 2026`,
    'Selasa tanggal dua puluh empat bulan November',
    'Dewi Lestari Sukma',
  ])
    expect(text).toContain(words)

  expect(await team.appointments.printReports.mutate({ ...order, id: randomUUID() })).toMatchObject({
    refusal: { code: 'appointment-unknown' },
  })
  expect(
    await office.appointments.cancel.mutate({ id: made.value.id, reason: 'tim berhalangan' }),
  ).toMatchObject({ ok: true })
  expect((await team.appointments.printReports.mutate(order)).ok).toBe(false)
})
