import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApplicationEvent } from '#domain/application-event.ts'
import { rebuildState } from '#domain/application-history.ts'
import { isReadyForHandover } from '#domain/issuance.ts'
import { getStage } from '#domain/stage-table.ts'
import { engines } from '#db/testing/open-test-db.ts'
import { createPostgresDatabase, type TestPostgres } from '#db/testing/postgres.ts'
import type { StageAct } from '#services/stage-work.ts'
import { officePassword } from '../testing/composed-station.ts'
import type { Client } from '../testing/counter-desk.ts'
import { openOfficeAtWork, type ActAnswer, type OfficeAtWork } from '../testing/office-walk.ts'

/** Where a dossier stands when two clerks act on it: so many acts after its registration. */
interface Point {
  readonly acts: number
  readonly stage: string
  readonly role: string
  readonly next: StageAct['act']
}

/** What the other clerk does at that moment. */
type Rival = (at: OfficeAtWork, id: string, point: Point, by: Client) => Promise<ActAnswer>

const move =
  (action: string): Rival =>
  (_, id, { stage }, by) =>
    by.dossiers.act.mutate({ applicationId: id, stage, action, note: 'keliru', asks: [] })

const theSame: Rival = async (at, id, _, by) => (await at.tryStep(id, by))?.answer ?? { ok: true }

/** Takes somebody in who holds nothing yet. */
const takeInAnother = (at: OfficeAtWork, serial: number): Promise<string> =>
  at.takeIn({ nik: `617104470894${String(serial).padStart(4, '0')}` })

/** Every stage once for each kind of act that it asks for. */
async function pointsOf(at: OfficeAtWork): Promise<readonly Point[]> {
  const id = await takeInAnother(at, 1)
  const points: Point[] = []
  for (let acts = 0; ; acts += 1) {
    const open = (await at.read(id)).openStages[0]
    const act = await at.step(id)
    if (!open || !act) return points
    const { role } = getStage(at.profile.stageTable, open.stage)
    const point = { acts, stage: open.stage, role, next: act.act }
    if (!points.some((one) => one.stage === point.stage && one.next === point.next)) points.push(point)
  }
}

const bodies = <A extends ApplicationEvent['body']['action']>(
  history: readonly ApplicationEvent[],
  action: A,
) => history.filter(({ body }) => body.action === action)

describe.each(engines)('two clerks at one dossier (%s)', { timeout: 240_000 }, (engine) => {
  let at: OfficeAtWork
  let points: readonly Point[]
  let database: TestPostgres | null = null
  const seconds = new Map<string, Client>()

  beforeAll(async () => {
    database = engine === 'postgres' ? await createPostgresDatabase() : null
    at = await openOfficeAtWork('pontianak', { databaseUrl: database?.url ?? null })
    for (const { code, label } of at.profile.roles) {
      const saved = await at.office.client('admin').administration.saveUser.mutate({
        id: null,
        username: `${code}-2`,
        name: `Rekan ${label}`,
        password: officePassword,
        roles: [code],
        counter: code === 'front-office' ? 'Loket 3' : null,
        active: true,
      })
      if (!saved.ok) throw new Error(saved.refusal.code)
      const second = at.office.client(`${code}-2`)
      const entered = await second.session.signIn.mutate({ username: `${code}-2`, password: officePassword })
      if (!entered.ok) throw new Error(entered.refusal.code)
      seconds.set(code, second)
    }
    points = await pointsOf(at)
  }, 120_000)
  afterAll(async () => {
    await at.close()
    await database?.drop()
  })

  const second = (role: string): Client => {
    const client = seconds.get(role === 'applicant' ? 'front-office' : role)
    if (!client) throw new Error(`nobody else is ${role}`)
    return client
  }

  const rivalsOf = ({ stage }: Point): readonly (readonly [string, Rival])[] => [
    ['does the same', theSame],
    ...getStage(at.profile.stageTable, stage).actions.map(({ code }): readonly [string, Rival] => [
      code,
      move(code),
    ]),
  ]

  it('never both win where one excludes the other; the history has no gap and nothing is done twice', async () => {
    const seen: string[] = []
    for (const point of points)
      for (const [name, rival] of rivalsOf(point)) {
        const id = await takeInAnother(at, seen.length + 2)
        for (let acts = 0; acts < point.acts; acts += 1) await at.step(id)
        const [first, other] = await Promise.all([
          at.tryStep(id, null).then((tried) => tried?.answer ?? { ok: true as const }),
          rival(at, id, point, second(point.role)),
        ])
        const history = await at.history(id)
        const here = history.filter(({ fromStage }) => fromStage === point.stage)
        const label = `${point.stage}: ${point.next} / ${name}`
        const codes = [first, other].map((one) => (one.ok ? 'ok' : one.refusal.code))
        seen.push(`${label} → ${codes.join(', ')}`)
        expect([label, history.map(({ seq }) => seq)]).toEqual([label, history.map((_, index) => index + 1)])
        expect([label, await at.read(id)]).toEqual([label, rebuildState(history)])
        expect([label, codes.includes('ok')]).toEqual([label, true])
        for (const action of ['moved', 'numbered', 'signed', 'handed-over', 'output-recorded'] as const)
          expect([label, action, bodies(here, action).length <= 1]).toEqual([label, action, true])
        const originals = history.filter(
          ({ body }) => body.action === 'print-requested' && body.document !== 'receipt' && body.copy === 1,
        )
        expect([label, new Set(originals.map(({ body }) => JSON.stringify(body))).size]).toEqual([
          label,
          originals.length,
        ])
      }
    expect(seen.length).toBeGreaterThan(points.length * 2)
    expect(await at.damages()).toEqual([])
  })

  const receiver = {
    receivedBy: 'Bagas Tirtamulya',
    relation: 'Staf RSUD',
    receiverNik: null,
    identity: { card: 'ktp', letterOfAuthority: true },
    printerId: null,
  } as const
  /** Two windows give at once; one wins, and whoever comes second is told who was first and to whom. */
  const bothGive = async (order: () => Parameters<Client['handover']['giveBackPapers']['mutate']>[0]) => {
    const first = await at.as('front-office')
    const answers = await Promise.all([
      first.handover.giveBackPapers.mutate(order()),
      second('front-office').handover.giveBackPapers.mutate(order()),
    ])
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    const lost = answers.find((one) => !one.ok)
    return lost?.ok === false ? lost.refusal : null
  }
  const takeInKeeping = (serial: number) => {
    const kept = {
      requirementCode: 'STR',
      number: '',
      date: '',
      issuer: '',
      validUntil: '',
      form: 'original',
      count: '1',
      kept: true,
    } as const
    return at.takeIn({ nik: `617104470894${String(serial).padStart(4, '0')}`, papers: [kept] })
  }

  it('give the papers of a dossier and its originals back once, and the second is told who was first', async () => {
    const id = await takeInKeeping(901)
    const counter = await at.as('front-office')
    await counter.dossiers.act.mutate({
      applicationId: id,
      stage: 'front-office',
      action: 'kembalikan-ke-pemohon',
      note: 'STR buram',
      asks: [],
    })
    const [original] = (await at.read(id)).originals ?? []
    const [paper] = await counter.handover.papersOf.query({ id })
    if (!original || !paper) throw new Error('there is nothing to give back')
    const refusal = await bothGive(() => ({
      applicationId: id,
      returnId: crypto.randomUUID(),
      papers: [{ requirementCode: paper.requirementCode, count: 1 }],
      originals: [{ id: original.id, outcome: 'given' }],
      ...receiver,
    }))
    expect(refusal).toMatchObject({ code: 'papers-already-back', receivedBy: 'Bagas Tirtamulya' })
    const history = await at.history(id)
    expect(bodies(history, 'papers-given-back')).toHaveLength(1)
    expect(bodies(history, 'originals-returned')).toHaveLength(1)
    expect(await at.read(id)).toEqual(rebuildState(history))
  })

  it('give an original back once, alone or with the permit; the second is told who was first', async () => {
    const id = await takeInKeeping(902)
    const [original] = (await at.read(id)).originals ?? []
    if (!original) throw new Error('nothing was kept')
    const refusal = await bothGive(() => ({
      applicationId: id,
      returnId: crypto.randomUUID(),
      papers: [],
      originals: [{ id: original.id, outcome: 'given' }],
      ...receiver,
    }))
    expect(refusal).toMatchObject({ code: 'original-already-back', receivedBy: 'Bagas Tirtamulya' })
    const history = await at.history(id)
    expect(bodies(history, 'originals-returned')).toHaveLength(1)
    expect(await at.read(id)).toEqual(rebuildState(history))
    expect(await at.damages()).toEqual([])
  })

  it('give an original back with the permit and alone at the same moment: one does', async () => {
    const id = await takeInKeeping(903)
    await at.walk(id, isReadyForHandover)
    const [original] = (await at.read(id)).originals ?? []
    if (!original) throw new Error('nothing was kept')
    const originals = [{ id: original.id, outcome: 'given' as const }]
    const counter = await at.as('front-office')
    const [handed, given] = await Promise.all([
      counter.handover.handOverTogether.mutate({
        actId: crypto.randomUUID(),
        papers: [{ applicationId: id, oldPermit: null, originals }],
        ...receiver,
      }),
      second('front-office').handover.giveBackPapers.mutate({
        applicationId: id,
        returnId: crypto.randomUUID(),
        papers: [],
        originals,
        ...receiver,
      }),
    ])
    expect([handed, given].filter((one) => one.ok)).toHaveLength(1)
    expect([handed, given].find((one) => !one.ok)).toMatchObject({
      refusal: { code: 'original-already-back' },
    })
    const history = await at.history(id)
    expect(bodies(history, 'originals-returned')).toHaveLength(1)
    expect(bodies(history, 'handed-over')).toHaveLength(handed.ok ? 1 : 0)
    expect(await at.damages()).toEqual([])
  })
})
