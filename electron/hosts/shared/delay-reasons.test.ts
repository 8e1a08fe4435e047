import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeDate } from '#domain/office-date.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

let at: OfficeAtWork
/** Accepted, promised, and left lying for two months. */
let id: string
beforeAll(async () => {
  at = await openOfficeAtWork('purwakarta', { now: '2026-03-02T03:00:00.000Z' })
  id = await at.takeIn({ permitTypeCode: 'SIPD' })
  await at.walk(id, ({ acceptedAt }) => acceptedAt !== null)
  at.goTo('2026-05-04T03:00:00.000Z')
}, 60_000)
afterAll(() => at.close())

const head = () => at.as('division-head')
const lineOf = async () => {
  const days = { from: officeDate('2026-05-01'), through: officeDate('2026-05-04') }
  const { late } = await (await head()).figures.time.query(days)
  return late.find(({ dossier }) => dossier.id === id)
}
const explain = async (reason: string, { reasonId = randomUUID() as string, applicationId = id } = {}) =>
  (await at.as('front-office')).dossiers.explainDelay.mutate({ applicationId, reasonId, reason })

describe('the reason of a broken promise', () => {
  it('is unknown until somebody writes it down, and stops no clock', async () => {
    const before = await lineOf()
    expect(before).toMatchObject({ decidedOn: null, reason: null })
    const reasonId = randomUUID()
    expect(await explain(' pemohon berhalangan ', { reasonId })).toMatchObject({ ok: true })
    expect(await explain(' pemohon berhalangan ', { reasonId }), 'sent again').toMatchObject({ ok: true })
    const after = await lineOf()
    expect(after?.reason).toMatchObject({ text: 'pemohon berhalangan' })
    expect(after).toMatchObject({ late: before?.late, promisedOn: before?.promisedOn })
    expect(await at.damages()).toEqual([])
  })

  it('stands once in the times of the dossier and in its history; the report tells the last one', async () => {
    await explain('tim teknis di luar daerah')
    const client = await head()
    const clocks = await client.dossiers.clocks.query({ id })
    expect(clocks?.reasons.map(({ text }) => text)).toEqual([
      'pemohon berhalangan',
      'tim teknis di luar daerah',
    ])
    const { reasons } = await client.figures.stageMeters.query({ id })
    expect(reasons).toEqual(clocks?.reasons)
    const { history } = await client.dossiers.get.query({ id })
    expect(history.filter(({ text }) => text === 'Alasan keterlambatan dicatat')).toHaveLength(2)
    expect((await lineOf())?.reason).toMatchObject({ text: 'tim teknis di luar daerah' })
  })

  it('is refused without words, too long, and of a dossier that nobody has', async () => {
    expect(await explain('  ')).toMatchObject({ refusal: { code: 'delay-reason-empty' } })
    expect(await explain('a'.repeat(301))).toMatchObject({ refusal: { code: 'delay-reason-long' } })
    const unknown = await explain('hujan', { applicationId: randomUUID() })
    expect(unknown).toMatchObject({ refusal: { code: 'application-unknown' } })
  })
})
