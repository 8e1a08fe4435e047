import { expect, test } from 'vitest'
import { ok, refuse } from '#domain/result.ts'
import { accepted, aRegisteredDossier, returned } from '#domain/testing/builders.ts'
import type { Stores } from '../stores.ts'
import { doWork, store, type OpenOffice } from './test-office.ts'

/** What the transactions of every database promise. */
export function unitOfWorkContract(open: OpenOffice): void {
  test('keeps what was done when the work gives a value', async () => {
    const office = await open()
    const done = await office.work.run(async ({ settings }) => {
      await settings.set('office', { name: 'A' })
      return ok('done')
    })
    expect(done).toEqual({ ok: true, value: 'done' })
    expect(await office.queries.getSetting('office')).toEqual({ name: 'A' })
  })

  test('takes everything back when the work is refused, numbers too', async () => {
    const office = await open()
    const refused = await office.work.run(async ({ settings, numbers }) => {
      await settings.set('office', 'A')
      return refuse({ code: 'no', serial: await numbers.advance('P', '2026') })
    })
    expect(refused).toEqual({ ok: false, refusal: { code: 'no', serial: 1 } })
    expect(await office.queries.getSetting('office')).toBeUndefined()
    expect(await doWork(office, ({ numbers }) => numbers.advance('P', '2026'))).toBe(1)
  })

  test('takes everything back when the work fails, and passes the very fault on', async () => {
    const office = await open()
    const fault = new Error('the roof fell in')
    const failing = office.work.run(async ({ settings }) => {
      await settings.set('office', 'A')
      throw fault
    })
    await expect(failing).rejects.toBe(fault)
    expect(await office.queries.getSetting('office')).toBeUndefined()
  })

  test('goes on working after a statement that the database refused', async () => {
    const office = await open()
    const dossier = aRegisteredDossier()
    await expect(
      doWork(office, ({ applications }) => applications.save(dossier.state, dossier.events)),
    ).rejects.toThrow()
    await store(office, dossier)
    expect(await office.queries.findApplication(dossier.state.id)).toEqual(dossier.state)
  })

  test('a reader sees what was there before an unfinished transaction, without waiting for it', async () => {
    const office = await open()
    await doWork(office, ({ settings }) => settings.set('office', 'before'))
    const written = Promise.withResolvers<true>()
    const seen = Promise.withResolvers<true>()
    const writing = doWork(office, async ({ settings }) => {
      await settings.set('office', 'after')
      written.resolve(true)
      await seen.promise
    })
    await written.promise
    // The transaction ends only when this answer is there: a reader that waited would wait for ever.
    const answers = await Promise.all([1, 2, 3, 4].map(() => office.queries.getSetting('office')))
    seen.resolve(true)
    await writing
    expect(answers).toEqual(['before', 'before', 'before', 'before'])
    expect(await office.queries.getSetting('office')).toBe('after')
  })

  test('of two clerks on one dossier the second sees what the first has done', async () => {
    const office = await open()
    const start = aRegisteredDossier()
    await store(office, start)
    // Both have their connection before the race begins.
    await Promise.all([1, 2].map(() => doWork(office, ({ settings }) => settings.get('office'))))
    const found = Promise.withResolvers<true>()
    const secondAsked = Promise.withResolvers<true>()
    const first = doWork(office, async ({ applications }) => {
      await applications.find(start.state.id)
      found.resolve(true)
      await secondAsked.promise
      const after = accepted(start, '2026-03-09')
      await applications.save(after.state, after.events.slice(1))
    })
    await found.promise
    const second = doWork(office, async ({ applications }) => (await applications.find(start.state.id))?.seq)
    secondAsked.resolve(true)
    await first
    expect(await second).toBe(2)
  })

  test('two clerks who both move one dossier at once: one history without a gap, nothing lost', async () => {
    const office = await open()
    const start = aRegisteredDossier()
    await store(office, start)
    const move = (): Promise<unknown> =>
      office.work.run(async ({ applications }) => {
        const state = await applications.find(start.state.id)
        if (state?.seq !== 1) return refuse({ code: 'stage-left' })
        const after = returned(start)
        await applications.save(after.state, after.events.slice(1))
        return ok('moved')
      })
    const outcomes = await Promise.all([move(), move(), move()])
    expect(outcomes.filter((one) => (one as { ok: boolean }).ok)).toHaveLength(1)
    expect(await office.queries.history(start.state.id)).toEqual(returned(start).events)
  })

  test('refuses work inside work instead of waiting for itself', async () => {
    const office = await open()
    const nested = doWork(office, () => doWork(office, () => Promise.resolve(1)))
    await expect(nested).rejects.toThrow('a transaction cannot begin inside another one')
    expect(await doWork(office, () => Promise.resolve(1))).toBe(1)
  })

  test('stores that outlive their transaction answer with an error', async () => {
    const office = await open()
    const kept: Stores[] = []
    await doWork(office, (stores) => {
      kept.push(stores)
      return Promise.resolve()
    })
    await expect(kept[0]?.settings.set('office', 'late')).rejects.toThrow()
    expect(await office.queries.getSetting('office')).toBeUndefined()
  })
}
