import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import knex from 'knex'
import type { Knex } from 'knex'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { createPasswords, samplePasswordCost } from '#adapters/system/passwords.ts'
import { openDatabase } from '#db/open.ts'
import { instantOf } from '#domain/instant.ts'
import { ok } from '#domain/result.ts'
import { readOfficeFiles } from '#hosts/shared/office-files.ts'
import { createPaperDesk } from '#hosts/shared/paper-desk.ts'
import { createRenderPool } from '#hosts/shared/render-pool.ts'
import { ensureSampleOffice } from '#hosts/shared/sample-office.ts'
import { examineFolder } from './doctor/examine-folder.ts'
import { countDamages, doctorJson } from './doctor/report.ts'
import { inProject, toolEnvironment } from './lib/paths.ts'

interface Problem {
  readonly code: string
  readonly sentence: string
  readonly [fact: string]: unknown
}

interface Answer {
  readonly ok: boolean
  readonly problems: number
  readonly checks: readonly {
    readonly check: string
    readonly ok: boolean
    readonly examined: number
    readonly problems: readonly Problem[]
    readonly notices: readonly Problem[]
  }[]
}

let home: string
let pristine: string

const doctor = (...args: readonly string[]) => run('doctor', ...args)

const run = (
  script: 'doctor' | 'recount',
  ...args: readonly string[]
): Promise<{ code: number | null; said: string; complaint: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn('node', [inProject('scripts', `${script}.ts`), ...args], { env: toolEnvironment() })
    const parts = { said: '', complaint: '' }
    child.stdout.on('data', (text: Buffer) => (parts.said += text.toString()))
    child.stderr.on('data', (text: Buffer) => (parts.complaint += text.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...parts }))
  })

interface Examined {
  readonly code: number | null
  readonly problems: readonly Problem[]
}

const problemsIn = (said: string): readonly Problem[] =>
  (JSON.parse(said) as Answer).checks.flatMap((one) => one.problems)

/** By the program itself. */
const examineApart = async (dataDir: string): Promise<Examined> => {
  const { code, said } = await doctor('--data', dataDir, '--json')
  return { code, problems: problemsIn(said) }
}

/** What the program would say, without a process of its own, which takes longer than the examination. */
const examine = async (dataDir: string): Promise<Examined> => {
  const at = instantOf(Date.now())
  const parts = await examineFolder({ dataDir, databaseUrl: null }, at)
  return { code: countDamages(parts) === 0 ? 0 : 1, problems: problemsIn(doctorJson(dataDir, at, parts)) }
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'sepok-doctor-'))
  pristine = join(home, 'pristine')
  await mkdir(pristine)
  const files = readOfficeFiles(inProject('assets'), 'pontianak')
  if (!files.ok) throw new Error('the data files of Pontianak are broken')
  const opened = await openDatabase(
    { file: join(pristine, 'kantor.sqlite') },
    { officeZone: () => files.value.office.profile.timeZone },
  )
  if (!opened.ok) throw new Error(opened.refusal.code)
  const database = opened.value
  await database.migrate()
  await database.renewSearchWords()
  const cabinet = openDiskFileCabinet(join(pristine, 'files'))
  const pool = createRenderPool()
  await ensureSampleOffice(
    {
      ...files.value,
      dataDir: pristine,
      database,
      cabinet,
      paper: createPaperDesk(pool, cabinet),
      clock: { now: () => instantOf(Date.UTC(2026, 10, 19, 3, 24)) },
      passwords: createPasswords(samplePasswordCost),
    },
    { seed: 1, cases: [] },
  )
  await database.renewReports()
  await pool.close()
  await database.close()
})

afterAll(async () => {
  await rm(home, { recursive: true, force: true })
})

let copies = 0
const officeCopy = async (): Promise<string> => {
  copies += 1
  const folder = join(home, `office-${copies}`)
  await cp(pristine, folder, { recursive: true })
  return folder
}

/** Changes the file as a damaged disk or a stranger would, past the guards of a table, which are put back. */
async function tamper(
  dataDir: string,
  table: string,
  change: (database: Knex) => Promise<unknown>,
): Promise<void> {
  const database = knex({
    client: 'sqlite3',
    connection: { filename: join(dataDir, 'kantor.sqlite') },
    useNullAsDefault: true,
  })
  try {
    const guards = await database<{ type: string; tbl_name: string; name: string; sql: string }>(
      'sqlite_schema',
    ).where({
      type: 'trigger',
      tbl_name: table,
    })
    for (const { name } of guards) await database.raw(`DROP TRIGGER ${name}`)
    await change(database)
    for (const { sql } of guards) await database.raw(sql)
  } finally {
    await database.destroy()
  }
}

const first = async (database: Knex, table: string): Promise<Record<string, string>> =>
  (await database<Record<string, string>>(table).first()) ?? {}

describe('an office that is sound', () => {
  test('is told so in words, with what waits', async () => {
    const { code, said, complaint } = await doctor('--data', pristine)
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' })
    expect(said).toContain('Riwayat permohonan: 202 permohonan, baik')
    expect(said).toContain('1 cetakan belum pasti tercetak. Selesaikan di layar Pencetakan.')
    expect(said).toContain('Tidak ada kerusakan.')
  })

  test('is examined while the counter is writing, and nothing in it changes', async () => {
    const folder = await officeCopy()
    const file = join(folder, 'kantor.sqlite')
    const opened = await openDatabase({ file }, { officeZone: () => 'Asia/Pontianak' })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const hash = async (): Promise<string> =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex')
    const before = await hash()
    const result = await opened.value.work.run(async ({ settings }) => {
      await settings.set('penguji', 'sedang menulis')
      return ok(await examineApart(folder))
    })
    expect(result).toMatchObject({ ok: true, value: { code: 0, problems: [] } })
    expect(await hash()).toBe(before)
    await opened.value.close()
  })
})

describe('numbers used before the program', () => {
  const begin = (last: number) => ({
    series: 'pendaftaran',
    scope: '2026',
    serial_before: 200,
    last_serial: last,
    reason: 'Buku register',
    started_by_user_id: 'x',
    started_by: 'Melati Sambas',
    started_at: '2026-11-19T03:24:00.000Z',
  })

  test('are no gap where the record says so, and are one where it does not', async () => {
    const folder = await officeCopy()
    await tamper(folder, 'number_sequences', async (database) => {
      await database('number_sequences').where({ series: 'pendaftaran' }).update({ last_serial: 204 })
    })
    expect(await examine(folder)).toMatchObject({
      code: 1,
      problems: [{ code: 'number-missing', serials: [203, 204] }],
    })
    await tamper(folder, 'number_starts', (database) =>
      database('number_starts').insert({ ...begin(203), id: '1' }),
    )
    expect(await examine(folder)).toMatchObject({ problems: [{ code: 'number-missing', serials: [204] }] })
    await tamper(folder, 'number_starts', (database) =>
      database('number_starts').insert({ ...begin(204), id: '2', serial_before: 203 }),
    )
    expect(await examine(folder)).toMatchObject({ code: 0, problems: [] })
  })
})

describe('damage is found and named', () => {
  test('a state that its history does not give', async () => {
    const folder = await officeCopy()
    let number = ''
    await tamper(folder, 'applications', async (database) => {
      const { id, state } = await first(database, 'applications')
      const changed = { ...(JSON.parse(state ?? '{}') as Record<string, unknown>), note: 'diubah diam-diam' }
      number = (changed as unknown as { registrationNumber: { text: string } }).registrationNumber.text
      await database('applications')
        .where({ id })
        .update({ state: JSON.stringify(changed) })
    })
    const { code, problems } = await examineApart(folder)
    expect(code).toBe(1)
    expect(problems).toMatchObject([{ code: 'state-differs', application: number, fields: ['note'] }])
    expect(problems[0]?.sentence).toContain(`permohonan ${number}`)
  })

  test('an event that is gone from a history', async () => {
    const folder = await officeCopy()
    await tamper(folder, 'application_events', async (database) => {
      const { application_id } = await first(database, 'application_events')
      await database('application_events').where({ application_id, seq: 2 }).delete()
    })
    // Its day was closed with it.
    expect(await examine(folder)).toMatchObject({
      code: 1,
      problems: [{ code: 'history-unreadable' }, { code: 'closing-differs' }],
    })
  })

  test('a number that has vanished from the register', async () => {
    const folder = await officeCopy()
    await tamper(folder, 'official_numbers', (database) =>
      database('official_numbers').where({ series: 'pendaftaran', serial: 7 }).delete(),
    )
    const { code, problems } = await examine(folder)
    expect(code).toBe(1)
    expect(problems).toMatchObject([
      { code: 'number-missing', series: 'pendaftaran', serials: [7] },
      { code: 'number-unregistered', number: 'P-2026-000007' },
    ])
  })

  test('a series that was set back and would give a number twice', async () => {
    const folder = await officeCopy()
    await tamper(folder, 'number_sequences', (database) =>
      database('number_sequences').where({ series: 'pendaftaran' }).update({ last_serial: 150 }),
    )
    expect(await examine(folder)).toMatchObject({
      code: 1,
      problems: [{ code: 'sequence-differs', last: 150, highest: 202 }],
    })
  })

  test('a number in the register that no application has', async () => {
    const folder = await officeCopy()
    await tamper(folder, 'official_numbers', (database) =>
      database('official_numbers')
        .where({ series: 'pendaftaran', serial: 9 })
        .update({ text: 'P-2026-999999' }),
    )
    const { problems } = await examine(folder)
    expect(problems.map((one) => [one.code, one['number']])).toEqual([
      ['number-unused', 'P-2026-999999'],
      ['number-unregistered', 'P-2026-000009'],
    ])
  })

  test('lists, search and figures of reports that are not what the histories say, until they are made again', async () => {
    const folder = await officeCopy()
    await tamper(folder, 'applications', async (database) => {
      const rows = await database<{ id: string; position: number }>('applications')
        .orderBy('position')
        .limit(4)
      const [named = '', late = '', open = ''] = rows.map(({ id }) => id)
      await database.raw('DELETE FROM application_search WHERE rowid = ?', [rows[3]?.position ?? 0])
      await database('applications')
        .where({ id: named })
        .update({ holder_name: 'Orang Lain', search_text: 'lain' })
      await database('applications').where({ id: late }).update({ due_on: '1999-01-01', reminders: 9 })
      await database('products').where({ application_id: late }).update({ valid_until: '1999-01-01' })
      await database('application_open_stages').where({ application_id: open }).delete()
      await database('application_open_stages').insert({ application_id: open, stage: 'tak-ada', since: 'x' })
    })
    await tamper(folder, 'report_facts', async (database) => {
      const { application_id: id = '' } = await first(database, 'report_facts')
      await database('report_facts').where({ application_id: id, ordinal: 0 }).update({ late: 1 })
      await database('report_sums').where({ dimension: 'all', kind: 'refused' }).update({ n: 90 })
    })
    const { code, problems } = await examine(folder)
    expect(code).toBe(1)
    expect(problems.map((one) => [one.code, one['columns']])).toEqual([
      ['list-columns-differ', ['holder_name', 'search_text']],
      ['list-columns-differ', ['due_on', 'reminders', 'products']],
      ['list-columns-differ', ['application_open_stages']],
      ['list-columns-differ', ['application_search']],
      ['report-facts-differ', undefined],
      ['report-sums-differ', undefined],
    ])
    for (const { sentence } of problems) expect(sentence).toContain('npm run recount')
    const { said } = await run('recount', '--data', folder)
    expect(said).toBe('')
    expect((await examine(folder)).problems).toEqual([])
  })

  test('a file that is missing, and one whose content has changed', async () => {
    const folder = await officeCopy()
    const [gone, changed] = await documentHashes(folder)
    const pathOf = (sha256: string): string =>
      join(folder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    await rm(pathOf(gone))
    await writeFile(pathOf(changed), 'bukan isinya')
    const { code, problems } = await examine(folder)
    expect(code).toBe(1)
    expect(problems.map((one) => [one.code, one['sha256']]).sort()).toEqual([
      ['file-damaged', changed],
      ['file-missing', gone],
    ])
  })

  test('a guard that somebody removed', async () => {
    const folder = await officeCopy()
    await tamper(folder, 'applications', (database) =>
      database.raw('DROP TRIGGER application_events_no_update'),
    )
    expect(await examine(folder)).toMatchObject({
      code: 1,
      problems: [{ code: 'database-damaged', detail: 'guard application_events_no_update is missing' }],
    })
  })

  test('a file that is no database any more, which is not touched', async () => {
    const folder = await officeCopy()
    const file = join(folder, 'kantor.sqlite')
    await writeFile(file, 'rusak '.repeat(5000))
    const { code, problems } = await examine(folder)
    expect({ code, codes: problems.map((one) => one.code) }).toEqual({ code: 1, codes: ['database-damaged'] })
    expect(await readFile(file, 'utf8')).toBe('rusak '.repeat(5000))
  })
})

test('a folder that is not there gets a sentence, not an empty office', async () => {
  const { code, said, complaint } = await doctor('--data', join(home, 'tidak-ada'))
  expect({ code, said }).toEqual({ code: 4, said: '' })
  expect(complaint).toContain('tidak ada. Sebutkan folder kantor dengan --data')
})

async function documentHashes(folder: string): Promise<readonly [string, string]> {
  const opened = await openDatabase(
    { file: join(folder, 'kantor.sqlite') },
    { mode: 'read', officeZone: () => 'Asia/Pontianak' },
  )
  if (!opened.ok) throw new Error(opened.refusal.code)
  const [id = ''] = await opened.value.queries.listApplicationIds(null, 1)
  const state = await opened.value.queries.findApplication(id)
  await opened.value.close()
  const [one, other] = state?.documents.map((document) => document.sha256) ?? []
  if (!one || !other) throw new Error('the first application has no files')
  return [one, other]
}
