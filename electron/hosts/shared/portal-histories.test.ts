import { afterEach, describe, expect, it } from 'vitest'
import { portalKeyOf, wireFaultOf } from '#adapters/portal/wire-fault.ts'
import { instantOf } from '#domain/instant.ts'
import { daysBetween, officeDate } from '#domain/office-date.ts'
import { ok } from '#domain/result.ts'
import { anId } from '#domain/testing/builders.ts'
import { planInto, type PlanOrder } from '#services/portal-planning.ts'
import { settleWorld, runHistories } from '../testing/portal-campaign/campaign.ts'
import { cityMoves } from '../testing/portal-campaign/city-moves.ts'
import { counterMoves, type Move } from '../testing/portal-campaign/counter-moves.ts'
import { fateMoves } from '../testing/portal-campaign/fate-moves.ts'
import { permitMoves } from '../testing/portal-campaign/permit-moves.ts'
import { findUntrue } from '../testing/portal-campaign/truth.ts'
import { words } from '../testing/portal-campaign/city.ts'
import { openWorld, type World } from '../testing/portal-campaign/world.ts'

describe('histories drawn from a seed, brought to rest', () => {
  it.each([
    { database: 'answers at once', isShipped: false, histories: 200 },
    { database: 'answers from threads, as at a counter', isShipped: true, histories: 6 },
  ])(
    'on an embedded database that $database leave both sides equal, with everything told once and nothing lost',
    async ({ isShipped, histories }) => {
      const order = { histories, seed: 15, engine: 'sqlite', isShipped, commands: 50, shrink: false } as const
      const found = await runHistories(order)
      expect(found.histories).toBe(histories)
      expect(found.calls).toBeGreaterThan(0)
    },
    600_000,
  )

  it('go the same way each time: everything is asked and said in the same order', async () => {
    const run = async (): Promise<readonly (readonly string[])[]> => {
      const journals: (readonly string[])[] = []
      await runHistories({
        histories: 8,
        seed: 16,
        engine: 'sqlite',
        commands: 50,
        shrink: false,
        onHistory: ({ journal }) => journals.push(journal),
      })
      return journals
    }
    const journals = await run()
    expect(await run()).toEqual(journals)
    expect(journals.filter((one) => one.length > 300).length).toBeGreaterThan(3)
  }, 90_000)
})

const dayMs = 86_400_000

describe('what histories have shown once', () => {
  let world: World
  afterEach(() => world.close())

  const all = { ...counterMoves, ...permitMoves, ...cityMoves, ...fateMoves }
  const move = async (name: string, pick = 0, value = 1): Promise<string> => {
    const word = await (all[name] as Move)(world, pick, value)
    await world.still()
    return word
  }

  it('a file that the portal does not take holds up no other dossier that has the same', async () => {
    world = await openWorld(1, 'sqlite')
    const large = 55
    expect(await move('take in', 0, large)).toBe('done')
    await world.quiet()
    expect(await move('take in', 1, large)).toBe('done')
    await world.quiet()
    const aside = await world.station().database.queries.listPortalCallsAside(10)
    expect(aside.map((one) => [one.kind, one.trouble?.kind])).toEqual([
      ['document', 'unfit-file'],
      ['document', 'unfit-file'],
    ])
    expect(await findUntrue(world)).toEqual([])
  })

  it('a restored portal gets again what the office wrote to an applicant, and steps that changed nothing else', async () => {
    world = await openWorld(2, 'sqlite')
    expect(await move('take in')).toBe('done')
    await world.quiet()
    await move('back the portal up')
    expect(await move('write to the applicant')).toBe('done')
    await world.quiet()
    expect(await move('restore the portal')).toBe('done')
    await settleWorld(world)
    expect(await findUntrue(world)).toEqual([])
  })

  it('what an applicant changes at a restored portal, under a version that both sides had before, is taken over', async () => {
    world = await openWorld(5, 'sqlite')
    expect(await move('apply online')).toBe('done')
    await world.quiet()
    await move('back the portal up')
    const phone = 'change the profile'
    expect(await move(phone, 0, 0)).toBe('done')
    await world.quiet()
    expect(await move('restore the portal')).toBe('done')
    expect(await move(phone, 0, 3)).toBe('done')
    await settleWorld(world)
    expect((await world.dossiers()).map((one) => one.applicant.phone)).toEqual(['+628129901003'])
    expect(await findUntrue(world)).toEqual([])
  })

  it('an applicant who sends the same file once more learns again what the office said to it', async () => {
    world = await openWorld(6, 'sqlite')
    expect(await move('apply online', 0, 1)).toBe('done')
    await world.quiet()
    for (let checked = 0; checked < 3; checked += 1) expect(await move('work', 0, 1)).toBe('done')
    await world.quiet()
    expect(await move('upload online', 0, 1)).toBe('done')
    await world.quiet()
    const [dossier] = await world.dossiers()
    expect(dossier?.documents.map((one) => one.check)).toContain('accepted')
    expect(await findUntrue(world)).toEqual([])
  })

  it.each(['waits', 'was refused'])(
    'a history that is being told anew and %s stays whole when it is planned once more',
    async (how) => {
      world = await openWorld(7, 'sqlite')
      expect(await move('take in')).toBe('done')
      expect(await move('work', 0, 1)).toBe('done')
      await world.quiet()
      await move('line off or on')
      const [dossier] = await world.dossiers()
      const { work, queries } = world.station().database
      const deps = {
        office: words.office,
        work,
        queries,
        clock: { now: () => instantOf(0) },
        keyOf: portalKeyOf,
        faultOf: wireFaultOf,
        fileFor: () => Promise.reject(new Error('there is no paper yet')),
      }
      const plan = (order: PlanOrder) =>
        work.run(async (stores) =>
          ok(await planInto(deps, stores, new Map([[dossier?.id ?? '', order]]), new Map(), instantOf(0))),
        )
      await plan({ seed: anId(1, 'a'), fromSeq: 1 })
      if (how === 'was refused')
        await work.run(async ({ portal }) => {
          for (const call of await portal.listCallsIn([dossier?.id ?? ''], ['waiting']))
            await portal.saveCall({ ...call, state: 'aside', stateAt: instantOf(0) })
          return ok(null)
        })
      await plan({ seed: anId(2, 'a'), again: true })
      const waiting = await work.run(async ({ portal }) =>
        ok(await portal.listCallsIn([dossier?.id ?? ''], ['waiting'])),
      )
      const told = waiting.ok
        ? waiting.value.flatMap((one) => (one.body?.['events'] ?? []) as { seq: number }[])
        : []
      expect(told.map(({ seq }) => seq)).toEqual(Array.from({ length: dossier?.seq ?? 0 }, (_, at) => at + 1))
      expect(told.length).toBeGreaterThan(1)
      await move('line off or on')
    },
  )

  it('a permit that a Ralat gives anew while it is being renewed ends with its renewal', async () => {
    world = await openWorld(8, 'sqlite')
    for (const name of ['take in', 'work to the end', 'renew', 'ask for a Ralat', 'answer a Ralat'])
      expect([name, await move(name)]).toEqual([name, 'done'])
    const renewal = 1
    expect(await move('work to the end', renewal)).toBe('done')
    expect((await world.dossiers()).map((one) => one.permitEnd?.status)).toEqual(['renewed', undefined])
    expect(await move('work to the end')).toBe('done')
    await world.quiet()
    expect(await findUntrue(world)).toEqual([])
  })

  it('a permit that has run out is told so, by nobody’s doing', async () => {
    world = await openWorld(9, 'sqlite')
    for (const name of ['take in', 'work to the end'])
      expect([name, await move(name)]).toEqual([name, 'done'])
    await world.quiet()
    const permits = () =>
      world.city
        .portal()
        .store.entities('permit')
        .map(({ data }) => [data['status'], data['statusOn']])
    expect(permits()).toEqual([['active', null]])
    const [dossier] = await world.dossiers()
    const lastDay = dossier?.product?.validUntil
    if (!lastDay) throw new Error('the permit has no last day')
    world.time.pass(daysBetween(officeDate('2026-11-23'), lastDay) * dayMs)
    await world.quiet()
    expect(permits()).toEqual([['active', null]])
    world.time.pass(dayMs)
    await world.quiet()
    expect(permits()).toEqual([['expired', lastDay]])
    expect((await world.dossiers()).map((one) => one.seq)).toEqual([dossier?.seq])
  })

  it('a file that cannot be read at the counter is no reason to try without a pause', async () => {
    world = await openWorld(3, 'sqlite')
    await move('line off or on')
    expect(await move('take in')).toBe('done')
    const [dossier] = await world.dossiers()
    world.cabinet.damage(dossier?.documents[0]?.sha256 ?? '')
    await move('line off or on')
    world.station().portal.wake(true)
    await world.still()
    expect(world.ledger.faults).toHaveLength(1)
  })

  it('a line that breaks while something is on it lets the station rest', async () => {
    world = await openWorld(4, 'sqlite')
    await (counterMoves['take in'] as Move)(world, 0, 1)
    await (fateMoves['line off or on'] as Move)(world, 0, 1)
    await world.still()
    expect(world.station().portal.condition()).toMatchObject({ state: 'offline', why: 'unreachable' })
  })
})
