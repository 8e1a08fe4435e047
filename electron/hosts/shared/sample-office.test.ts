import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { hashText } from '#adapters/system/hash.ts'
import { createPasswords, samplePasswordCost } from '#adapters/system/passwords.ts'
import { wireFaultOf } from '#adapters/portal/wire-fault.ts'
import { openDatabase, type OpenDatabase } from '#db/open.ts'
import {
  accountSetting,
  decidedAccountsSetting,
  keptAccountDecision,
  keptDecidedAccounts,
} from '#domain/account-request.ts'
import { rebuildState } from '#domain/application-history.ts'
import { statusOf, type ApplicationState } from '#domain/application-state.ts'
import type { ApplicationEvent } from '#domain/application-event.ts'
import { isServing } from '#domain/office-hours.ts'
import { parseInstant, type Instant } from '#domain/instant.ts'
import { nikFacts, parseNik } from '#domain/nik.ts'
import { officeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { planCalls } from '#domain/portal-plan.ts'
import { figuresOf, kindsOfFigures } from '#domain/report-figures.ts'
import { checkUpload } from '#domain/upload-rule.ts'
import { examineClosing, listDaysNotClosed } from '#services/closed-days.ts'
import { papersOf } from '#services/portal-papers.ts'
import { readOfficeFiles } from './office-files.ts'
import { createPaperDesk } from './paper-desk.ts'
import { createRenderPool } from './render-pool.ts'
import { ensureSampleOffice, sampleUsers } from './sample-office.ts'
import { sampleCalendar } from './sample/office-time.ts'
import { typesTakenIn } from './sample/plan.ts'

const read = readOfficeFiles(join(import.meta.dirname, '..', '..', '..', 'assets'), 'pontianak')
if (!read.ok) throw new Error('the data files of Pontianak are broken')
const officeFiles = read.value
const { profile } = officeFiles.office

const moment = (text: string): Instant => {
  const parsed = parseInstant(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}
const thursdayMorning = moment('2026-11-19T10:24:00+07:00')
const sundayMorning = moment('2026-11-22T06:30:00+07:00')
const afterMidnight = moment('2026-11-23T00:04:00+07:00')
const christmas = moment('2026-12-25T13:00:00+07:00')

const closing: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

interface Sample {
  readonly database: OpenDatabase
  readonly dataDir: string
  readonly dossiers: readonly {
    readonly state: ApplicationState
    readonly history: readonly ApplicationEvent[]
  }[]
}

const opened = new Map<string, Promise<Sample>>()

/** The sample office of a moment; tests that only look share one. */
const openSample = (now: Instant): Promise<Sample> => {
  const known = opened.get(now) ?? makeSample(now, 1)
  opened.set(now, known)
  return known
}

async function makeSample(now: Instant, seed: number): Promise<Sample> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sepok-sample-'))
  closing.push(() => rm(dataDir, { recursive: true, force: true }))
  const place = { file: join(dataDir, 'kantor.sqlite') }
  const connected = await openDatabase(place, { officeZone: () => profile.timeZone })
  if (!connected.ok) throw new Error(connected.refusal.code)
  const database = connected.value
  closing.push(() => database.close())
  await database.migrate()
  await fill(database, dataDir, now, seed)
  const ids = await database.queries.listApplicationIds(null, 1000)
  const dossiers = []
  for (const id of ids) {
    const state = await database.queries.findApplication(id)
    if (state) dossiers.push({ state, history: await database.queries.history(id) })
  }
  return { database, dataDir, dossiers }
}

const pool = createRenderPool()
closing.push(() => pool.close())

const fill = (database: OpenDatabase, dataDir: string, now: Instant, seed: number): Promise<void> => {
  const cabinet = openDiskFileCabinet(join(dataDir, 'files'))
  return ensureSampleOffice(
    {
      ...officeFiles,
      dataDir,
      database,
      cabinet,
      paper: createPaperDesk(pool, cabinet),
      clock: { now: () => now },
      passwords: createPasswords(samplePasswordCost),
    },
    { seed },
  )
}

const inOrder = (texts: readonly string[]): boolean =>
  texts.every((text, index) => index === 0 || (texts[index - 1] ?? '') <= text)

describe('the sample office', () => {
  test('has closed every day with work but the last two, and the chain holds', async () => {
    const { database } = await openSample(thursdayMorning)
    const { queries } = database
    const open = await listDaysNotClosed(queries, officeDate('2026-11-19'))
    expect(open).toEqual([officeDate('2026-11-17'), officeDate('2026-11-18')])
    const chain = await queries.listClosingChain()
    expect(chain.length).toBeGreaterThan(30)
    expect(chain.some(({ note }) => note !== null)).toBe(true)
    for (const one of chain.slice(-6))
      expect(await examineClosing({ ...officeFiles, queries, hash: hashText }, one)).toMatchObject({
        sound: true,
      })
  })

  test.each([
    ['on a working day', thursdayMorning],
    ['on a Sunday', sundayMorning],
    ['right after midnight', afterMidnight],
    ['on a holiday', christmas],
  ])(
    '%s has worked in office hours, one thing after the other and nothing in the future',
    async (_when, now) => {
      const { dossiers, database } = await openSample(now)
      expect(dossiers.length).toBeGreaterThanOrEqual(200)
      const calendar = sampleCalendar(profile.calendar, now)
      for (const { state, history } of dossiers) {
        expect(rebuildState(history)).toEqual(state)
        const times = history.map((event) => event.at)
        expect(inOrder(times)).toBe(true)
        expect(times.filter((at) => at > now || !isServing(calendar, at))).toEqual([])
      }
      const jobs = await database.queries.listPrintJobs({ limit: 2000 })
      expect(jobs.filter((job) => job.endedAt === null || job.endedAt > now)).toEqual([])
      expect(new Set(jobs.map((job) => job.state))).toEqual(new Set(['printed', 'unknown']))
    },
  )

  test('has something from the portal for every list of it', async () => {
    const { database } = await openSample(thursdayMorning)
    const figures = { unplanned: 0, waiting: 0, aside: 1, conflicts: 1, arrivals: 2 }
    expect(await database.queries.portalFigures()).toMatchObject(figures)
    const accounts = await database.queries.listPortalKnown('account')
    expect(accounts.map(({ data }) => data['status']).sort()).toEqual([
      'approved',
      'refused',
      'requested',
      'requested',
    ])
    const decided = keptDecidedAccounts(await database.queries.getSetting(decidedAccountsSetting))
    const by = await Promise.all(decided.map((id) => database.queries.getSetting(accountSetting(id))))
    const statuses = by.map((one) => keptAccountDecision(one)?.status)
    expect(statuses).toEqual(['approved', 'refused'])
    expect(by.every((one) => (keptAccountDecision(one)?.by ?? '') !== '')).toBe(true)
  })

  test('has nothing that the contract of the portal does not take, so that a portal can be told all of it', async () => {
    const { dossiers } = await openSample(thursdayMorning)
    const { office } = officeFiles
    const faults = []
    for (const { state, history } of dossiers) {
      const papers = papersOf(office, state, history, thursdayMorning)
      const { calls } = planCalls({
        office: profile,
        at: thursdayMorning,
        state,
        events: history,
        applicant: state.applicant,
        applicantAtPortal: state.applicant.id,
        known: [],
        toldSeq: 0,
        aside: [],
        overtaken: [],
        pagesOf: () => [],
        papers,
        paperFiles: new Map(papers.map(({ id }) => [id, { sha256: hashText(id) }])),
        conflicts: [],
        again: false,
        keyOf: (name) => name,
        faultOf: wireFaultOf,
      })
      expect(calls.length).toBeGreaterThan(2)
      for (const { kind, trouble } of calls) if (trouble) faults.push([state.data.channel, kind, trouble])
    }
    expect(faults).toEqual([])
  })

  test('has somebody who asks something from home, and somebody who has mended what came back', async () => {
    const { dossiers } = await openSample(thursdayMorning)
    const online = dossiers.filter(({ state }) => state.data.channel === 'online')
    const acts = online.map(({ history }) => history.map(({ body }) => body.action))
    expect(acts.filter((one) => one.includes('message-received'))).toHaveLength(1)
    const [mended] = online.filter(({ history }) => history.some(({ note }) => note?.includes('Pas foto')))
    expect(mended?.state).toMatchObject({ returned: false, acceptedAt: null })
  })

  test('has dossiers at every stage where somebody waits, of every status and type', async () => {
    const { dossiers } = await openSample(thursdayMorning)
    const open = new Set(dossiers.flatMap(({ state }) => state.openStages.map((one) => one.stage)))
    const waiting = profile.stageTable.stages.filter(
      (one) => one.where !== 'automatic' && one.code !== 'pengajuan',
    )
    expect(open).toEqual(new Set(waiting.map((one) => one.code)))
    expect(new Set(dossiers.map(({ state }) => statusOf(state)))).toEqual(
      new Set(['submitted', 'in-process', 'returned', 'refused', 'issued', 'handed-over', 'withdrawn']),
    )
    expect(new Set(dossiers.map(({ state }) => state.data.permitTypeCode))).toEqual(
      new Set(
        typesTakenIn(officeFiles.office, officeDateOf(thursdayMorning, profile.timeZone)).map(
          (one) => one.code,
        ),
      ),
    )
  })

  test('shows something on the screens of its day', async () => {
    const { database } = await openSample(thursdayMorning)
    const today = officeDateOf(thursdayMorning, profile.timeZone)
    const condition = { days: { from: today, through: today }, kinds: kindsOfFigures, asOf: null }
    const figures = figuresOf(await database.queries.countFacts(condition, { by: null, per: null }))
    expect(figures.received).toBeGreaterThan(3)
    expect(figures.issued).toBeGreaterThan(0)
  })

  test('has in the reports of its whole past what a plain count of its dossiers says, day by day', async () => {
    const { database, dossiers } = await openSample(thursdayMorning)
    const dayOf = (at: Instant | null) => at && officeDateOf(at, profile.timeZone)
    const plain = new Map<string, number>()
    const count = (figure: string, type: string, day: string | null): void => {
      if (day !== null)
        plain.set(`${figure} ${type} ${day}`, (plain.get(`${figure} ${type} ${day}`) ?? 0) + 1)
    }
    for (const { state, history } of dossiers) {
      const { permitTypeCode: type } = state.data
      const isHere = (at: Instant | null) => at !== null && (!state.carried || at > state.carried.enteredAt)
      const here = (at: Instant | null) => (isHere(at) ? dayOf(at) : null)
      count('received', type, here(state.submittedAt))
      count('refused', type, here(state.refusedAt))
      count(state.product?.kind === 'permit' ? 'issued' : 'revoked', type, here(state.issuedAt))
      const isLate = state.dueOn !== null && (dayOf(state.issuedAt) ?? '') > state.dueOn
      if (state.product?.kind === 'permit' && isLate) count('late', type, here(state.issuedAt))
      const on = (is: (event: ApplicationEvent) => boolean) => history.filter(is).map((one) => one.at)
      for (const at of on(({ body }) => body.action === 'handed-over')) count('handedOver', type, here(at))
      const returns = on(({ body }) => body.action === 'moved' && body.kind === 'return-to-applicant')
      for (const day of new Set(returns.map(dayOf))) count('returned', type, day)
    }
    const days = { from: officeDate('2020-01-01'), through: officeDate('2026-12-31') }
    const condition = { days, kinds: kindsOfFigures, asOf: null }
    const cells = await database.queries.countFacts(condition, { by: 'permit-type', per: 'day' })
    const told = new Map<string, number>()
    for (const cell of cells)
      for (const [figure, n] of Object.entries(figuresOf([cell])))
        if (n > 0) told.set(`${figure} ${cell.group} ${cell.period}`, n)
    expect(told.size).toBeGreaterThan(200)
    expect([...told].sort()).toEqual([...plain].sort())
    expect(await database.queries.reportSumsThatDiffer(5)).toEqual([])
  })

  test('numbers without a gap and in the order of time', async () => {
    const { database, dossiers } = await openSample(sundayMorning)
    for (const series of profile.series) {
      const scopes = new Map<string, { serial: number; takenAt: string }[]>()
      for (const line of await database.queries.numberRegister(series.code, null))
        scopes.set(line.scope, [...(scopes.get(line.scope) ?? []), line])
      for (const lines of scopes.values()) {
        expect(lines.map((line) => line.serial)).toEqual(lines.map((_, index) => index + 1))
        expect(inOrder(lines.map((line) => line.takenAt))).toBe(true)
      }
    }
    expect(new Set(dossiers.map(({ state }) => state.registrationNumber.text)).size).toBe(dossiers.length)
  })

  test('is of people whose NIK tells their own birth date and sex', async () => {
    const { dossiers } = await openSample(thursdayMorning)
    for (const { applicant } of dossiers.map((one) => one.state)) {
      const nik = parseNik(applicant.nik ?? '')
      if (!nik.ok) throw new Error(nik.refusal.code)
      const facts = nikFacts(nik.value, officeDate('2026-11-19'))
      expect(facts).toMatchObject({ ok: true, value: { birthDate: applicant.birthDate, sex: applicant.sex } })
    }
  })

  test('keeps files that the counter itself would take', async () => {
    const { dossiers, dataDir } = await openSample(thursdayMorning)
    const cabinet = openDiskFileCabinet(join(dataDir, 'files'))
    const files = new Map(
      // What a case had erased is another person's and gone.
      dossiers.flatMap(({ state }) =>
        state.documents.filter((one) => !one.removed).map((one) => [one.sha256 ?? '', one.fileName]),
      ),
    )
    expect(files.size).toBeGreaterThan(8)
    for (const [sha256, fileName] of files) {
      const bytes = await cabinet.find(sha256)
      const rule = {
        maxBytes: profile.uploads.maxBytes,
        mediaTypes: ['image/png', 'application/pdf'] as const,
      }
      expect(
        checkUpload(bytes ?? new Uint8Array(), fileName, {
          ...rule,
          minSize: { widthPx: 472, heightPx: 709 },
        }),
      ).toMatchObject({ ok: true })
    }
  })

  test('is the same for the same seed and moment, and another one for another seed', async () => {
    const told = ({ dossiers }: Sample): string => JSON.stringify(dossiers.map((one) => one.state))
    const first = told(await openSample(thursdayMorning))
    expect(told(await makeSample(thursdayMorning, 1))).toBe(first)
    expect(told(await makeSample(thursdayMorning, 2))).not.toBe(first)
  })

  test('shows what each feature has to show, and the rest of the office is not held up by it', async () => {
    const { dossiers } = await openSample(thursdayMorning)
    const replaced = dossiers.find(
      ({ state }) => state.data.kind === 'replacement' && state.data.earlierPermit?.applicationId,
    )
    expect(replaced?.state.seq).toBeGreaterThan(1)
  })

  test('leaves an office alone that is there already', async () => {
    const { database, dataDir, dossiers } = await openSample(thursdayMorning)
    await fill(database, dataDir, christmas, 2)
    expect(await database.queries.listApplicationIds(null, 1000)).toHaveLength(dossiers.length)
    expect(await database.queries.countUsers()).toBe(sampleUsers(officeFiles.office).length)
  })
})
