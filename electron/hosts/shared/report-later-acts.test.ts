import ExcelJS from 'exceljs'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookKinds, type BookKind } from '#domain/documents/book-kinds.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { officeDate } from '#domain/office-date.ts'
import { satisfactionElements, type SatisfactionAnswers } from '#domain/satisfaction.ts'
import { changedAssets } from '../testing/changed-assets.ts'
import { composeStation, officePassword, type ComposedStation } from '../testing/composed-station.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

const day = '2026-11-19'
const evening = '2026-11-19T09:30:00.000Z'
const dataDir = mkdtempSync(join(tmpdir(), 'sepok-later-'))

let at: OfficeAtWork
const ids = { mended: '', revoked: '', voided: '' }
let before: ReadonlyMap<string, unknown>

const person = (n: number, name: string): Partial<IntakeForm> => ({
  nik: `617104470894${String(6300 + n)}`,
  name,
  nameOnPermit: '',
})

/** The days of a report: of most the one day; what expires is asked for ahead. */
const daysOf = (kind: BookKind): string => (kind === 'expiring' ? `${day}..2031-12-31` : day)

/** Cells of a spreadsheet as they are shown; formulas by what they come to. */
async function cellsOf(bytes: Buffer): Promise<unknown> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  return book.worksheets.map((sheet) => [sheet.name, sheet.getSheetValues()])
}

/** Every report of the day as it was known in the evening, in every form that has the same bytes; of spreadsheets the cells. */
async function papersOf(office: ComposedStation): Promise<ReadonlyMap<string, unknown>> {
  const papers = new Map<string, unknown>()
  for (const kind of bookKinds)
    for (const format of ['daily', 'sla'].includes(kind) ? ['json', 'csv', 'pdf', 'xlsx'] : ['json', 'csv']) {
      const path = `/files/report/${kind}/${daysOf(kind)}.${format}?asOf=${evening}`
      const answer = await office.fetch('supervisor', path)
      expect(answer.status, path).toBe(200)
      const bytes = Buffer.from(await answer.arrayBuffer())
      papers.set(`${kind}.${format}`, format === 'xlsx' ? await cellsOf(bytes) : bytes.toString('latin1'))
    }
  return papers
}

interface Book {
  readonly figures: Readonly<Record<string, number>>
  readonly remarks: readonly string[]
  readonly tables: readonly {
    readonly key: string
    readonly rows: readonly Readonly<Record<string, unknown>>[]
  }[]
}
const bookNow = async (kind: BookKind, office = at.office, on = day): Promise<Book> =>
  (await (await office.fetch('supervisor', `/files/report/${kind}/${on}.json`)).json()) as Book
const isTerbit = ({ issuedAt }: { readonly issuedAt: unknown }) => issuedAt !== null
const good = async (answer: Promise<{ readonly ok: boolean }>): Promise<void> =>
  expect(await answer).toMatchObject({ ok: true })

/** Ralat: the new sheet says another holder. */
async function mend(id: string): Promise<void> {
  const desk = await at.as('print-desk')
  const reason = 'nama di lembar salah'
  await good(
    desk.errata.ask.mutate({
      applicationId: id,
      erratumId: randomUUID(),
      reason,
      sheetBack: true,
      statement: '',
    }),
  )
  const erratumId = (await desk.dossiers.get.query({ id })).errata[0]?.id ?? ''
  const supervisor = await at.as('supervisor')
  await good(supervisor.errata.answer.mutate({ applicationId: id, erratumId, approves: true, reason: '' }))
  const counter = await at.as('front-office')
  const kept = await counter.corrections.form.query({ applicationId: id })
  if (!kept) throw new Error('the dossier has no form')
  await good(
    counter.corrections.save.mutate({
      applicationId: id,
      correctionId: randomUUID(),
      seenCorrections: 0,
      form: { ...kept.form, name: 'Ratna Kapuasari', nameOnPermit: '', facilityName: 'Klinik Sebangki' },
      reason,
      consent: null,
      printerId: null,
    }),
  )
  await at.walk(id, isTerbit)
}

/** The office revokes a permit by a decree. */
async function revoke(id: string): Promise<void> {
  const counter = await at.as('front-office')
  const { nik } = (await at.read(id)).applicant
  const permits = await counter.intake.earlierPermits.query({
    nik: nik ?? '',
    permitTypeCode: 'SIPD',
    kind: 'revocation',
  })
  const target = permits.find((one) => one.applicationId === id)
  if (!target) throw new Error('there is nothing to revoke')
  const decree = await at.takeIn({
    ...target.form,
    permitTypeCode: 'REV-SIPD',
    kind: 'revocation',
    startedBy: 'office',
    phone: '',
    targetPermitId: target.permitId,
    reasonCode: 'sanction',
  })
  await at.walk(decree, isTerbit)
}

async function enterLate(): Promise<void> {
  const form = await at.fill({
    ...person(9, 'Susulan Landak'),
    lateEntry: true,
    lateDay: '19-11-2026',
    lateTime: '14.00',
    lateReason: 'listrik padam',
  })
  const counter = await at.as('front-office')
  const { applicationId } = await counter.intake.begin.mutate()
  const consent = { username: 'supervisor', password: officePassword }
  await good(counter.intake.register.mutate({ applicationId, draftId: null, form, printerId: null, consent }))
}

const typeSurveySheet = async (): Promise<void> => {
  const scores = Object.fromEntries(satisfactionElements.map((one) => [one, 3])) as SatisfactionAnswers
  const respondent = { sex: null, age: null, education: null, occupation: null }
  const sheet = {
    scores,
    respondent,
    suggestion: 'Tambah kursi',
    permitTypeCode: 'SIPD',
    kind: 'new' as const,
  }
  await good(
    (await at.as('front-office')).satisfaction.enterSheet.mutate({
      ...sheet,
      id: randomUUID(),
      day: officeDate(day),
    }),
  )
}

beforeAll(async () => {
  at = await openOfficeAtWork('pontianak', { dataDir })
  ids.mended = await at.takeIn(person(1, 'Ratna Kapuas'))
  ids.revoked = await at.takeIn(person(2, 'Bagas Mempawah'))
  ids.voided = await at.takeIn(person(3, 'Laras Sambas'))
  for (const id of [ids.mended, ids.revoked]) await at.walk(id, isTerbit)
  await at.walk(ids.voided, ({ product }) => (product?.number ?? null) !== null)
  at.goTo(evening)
  await at.as('supervisor')
  before = await papersOf(at.office)
})
afterAll(async () => {
  await at.close()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('the reports of a past day, after a Ralat, a revocation, a void, a late entry, a sheet of the survey and a holiday', () => {
  it('are the same in every form, figure by figure', async () => {
    at.goTo('2026-11-20T02:00:00.000Z')
    await mend(ids.mended)
    await revoke(ids.revoked)
    for (const action of ['kembalikan-ke-pemrosesan', 'kembalikan-ke-dinas', 'kembalikan-ke-front-office'])
      await good(at.move(ids.voided, action, { note: 'pindah' }))
    await good(at.move(ids.voided, 'batalkan', { note: 'pemohon pindah kota' }))
    await enterLate()
    await typeSurveySheet()
    // The day before was no working day, as somebody declares now.
    await good(
      (await at.as('admin')).calendar.changeDay.mutate({
        date: officeDate('2026-11-18'),
        holiday: { type: 'office-closed', name: 'Banjir', estimated: false },
        source: 'SE Wali Kota 12/2026',
      }),
    )
    await at.as('supervisor')
    const after = await papersOf(at.office)
    expect([...after.keys()]).toEqual([...before.keys()])
    for (const [name, content] of before) expect(after.get(name), name).toEqual(content)
  })

  it('say it as known today only where they are asked for today', async () => {
    const daily = await bookNow('daily')
    expect(daily.figures).toMatchObject({ received: 4, issued: 2 })
    const remarksThen = (JSON.parse(String(before.get('daily.json'))) as Book).remarks
    expect([remarksThen[0], daily.remarks[0]]).toEqual([
      expect.stringContaining('Rabu, 18 November 2026'),
      expect.stringContaining('Selasa, 17 November 2026'),
    ])
    const register = await bookNow('register-out')
    const holders = register.tables[0]?.rows.map(({ holder }) => holder)
    expect(holders).toEqual(expect.arrayContaining(['Ratna Kapuasari', 'Bagas Mempawah']))
    expect((await bookNow('skm')).figures['respondents']).toBe(1)
    const later = await Promise.all(
      (['register-voids', 'register-revocations'] as const).map((kind) =>
        bookNow(kind, at.office, '2026-11-20'),
      ),
    )
    expect(later.map(({ tables }) => tables[0]?.rows.length)).toEqual([1, 1])
    const then = JSON.parse(String(before.get('register-out.json'))) as Book
    expect(then.tables[0]?.rows.map(({ holder }) => holder)).toContain('Ratna Kapuas')
  })

  it('have what changed in a list, each with who and why', async () => {
    const days = { from: officeDate(day), through: officeDate(day) }
    const until = new Date(at.office.now()).toISOString()
    const changes = await (
      await at.as('supervisor')
    ).figures.changes.query({ ...days, since: evening, until })
    const said = changes.map(({ change, by, reason, line }) => [
      change,
      line.kind,
      line.dossier.holderName,
      by,
      reason,
    ])
    const clerk = 'Petugas Front Office'
    expect(said).toContainEqual(['added', 'received', 'Susulan Landak', clerk, 'listrik padam'])
    // The place of practice is what figures are grouped by: each of its lines stands anew.
    for (const kind of ['received', 'issued'])
      for (const change of ['taken-off', 'added'])
        expect(said).toContainEqual([change, kind, 'Ratna Kapuasari', clerk, 'nama di lembar salah'])
    // A revocation and a void count on their own day and take nothing off the day before.
    expect(said.filter(([, , holder]) => holder === 'Bagas Mempawah' || holder === 'Laras Sambas')).toEqual(
      [],
    )
  })

  it('print the very sheet that is shown: of the moment that was chosen', async () => {
    const supervisor = await at.as('supervisor')
    const order = { kind: 'daily', from: officeDate(day), through: officeDate(day), printerId: null } as const
    const printed = async (asOf: string | null) => {
      const { jobId } = await supervisor.reports.printBook.mutate({ ...order, asOf })
      const content = (await at.besides.queries.findPrintJob(jobId))?.content as PrintContent | undefined
      if (content?.kind !== 'daily-report') throw new Error('another paper was printed')
      return content.data
    }
    const then = await printed(evening)
    expect(then.figures[0]).toEqual({ value: 3, label: 'diterima' })
    expect(then.made).toMatch(
      /^menurut catatan sampai 19-11-2026 16\.30 WIB, dicetak 20-11-2026 \d\d\.\d\d WIB oleh /,
    )
    const now = await printed(null)
    expect([now.figures[0]?.value, now.made.slice(0, 6)]).toEqual([4, 'dibuat'])
  })
})

/** The files of the office as somebody edits them afterwards: another name of a type, other limits, other reasons. */
function laterFiles() {
  const changed = changedAssets('pontianak', (tree) => {
    for (const offer of tree.offers)
      if (offer['code'] === 'SIPD') offer['localName'] = 'Izin Praktik Dokter Umum'
    const { stageTable, complaints } = tree as unknown as {
      stageTable: { limit: unknown; stages: { limit: unknown }[] }
      complaints: { answerWithin: number }
    }
    stageTable.limit = { workingDays: 7 }
    for (const stage of stageTable.stages) stage.limit = { amount: 1, unit: 'minutes', group: null }
    complaints.answerWithin = 3
  })
  const reasons = [{ code: 'sanction', label: 'Sanksi wali kota', startedBy: 'office' }]
  for (const name of ['sipd.json', 'rev-sipd.json']) {
    const file = join(changed.dir, 'catalogue', 'permit-types', name)
    const type = JSON.parse(readFileSync(file, 'utf8')) as object
    writeFileSync(file, JSON.stringify({ ...type, kindRules: { revocation: { reasons } } }))
  }
  return changed
}

describe('an office whose files call things otherwise since, and decide otherwise', () => {
  it('keeps names, limits and reasons in reports of before, also after a restart', async () => {
    const changed = laterFiles()
    const office = await composeStation({ dataDir, assetsDir: changed.dir }, '2026-11-21T02:00:00.000Z')
    try {
      const entered = await office
        .client('supervisor')
        .session.signIn.mutate({ username: 'supervisor', password: officePassword })
      expect(entered.ok).toBe(true)
      const after = await papersOf(office)
      for (const [name, content] of before) expect(after.get(name), name).toEqual(content)
      const named = (book: Book) => book.tables.find(({ key }) => key === 'by-type')?.rows[0]?.['type-name']
      const thenOf = (kind: BookKind) => JSON.parse(String(before.get(`${kind}.json`))) as Book
      expect(named(thenOf('daily'))).toBe('Surat Izin Praktik Dokter')
      expect(named(await bookNow('daily', office))).toBe('Izin Praktik Dokter Umum')
      const slaNow = await bookNow('sla', office)
      expect([thenOf('sla').remarks[0], slaNow.remarks[0]]).toEqual([
        'Kantor ini tidak mengumumkan janji waktu; yang dilaporkan waktu kerja nyata.',
        'Janji kantor: 7 hari kerja sejak berkas lengkap dan benar.',
      ])
      const over = ({ tables }: Book) =>
        tables.find(({ key }) => key === 'stages')?.rows.map((row) => row['over-limit'])
      expect(new Set(over(thenOf('sla')))).toEqual(new Set([null]))
      expect(over(slaNow)).toContain(0)
      expect([thenOf('complaints').remarks[0], (await bookNow('complaints', office)).remarks[0]]).toEqual([
        expect.stringContaining('Batas jawab 10 hari kerja'),
        expect.stringContaining('Batas jawab 3 hari kerja'),
      ])
      const reasonOf = ({ tables }: Book) => tables[0]?.rows[0]?.['reason']
      const decrees = '/files/report/register-revocations/2026-11-20.json'
      const then = await office.fetch('supervisor', `${decrees}?asOf=2026-11-20T16:00:00.000Z`)
      expect(reasonOf((await then.json()) as Book)).toBe('Sanksi atas rekomendasi dinas teknis')
      expect(reasonOf(await bookNow('register-revocations', office, '2026-11-20'))).toBe('Sanksi wali kota')
    } finally {
      await office.close()
      changed.remove()
    }
  })
})
