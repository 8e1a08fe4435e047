import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { engines, openTestDb, type TestDatabase } from '#db/testing/open-test-db.ts'
import { openPlainSql, type PlainSql } from '#db/testing/plain-sql.ts'
import type { BookKind } from '#domain/documents/book-kinds.ts'
import type { BookCell, ReportBook } from '#domain/documents/report-book.ts'
import { addMonths, officeDate } from '#domain/office-date.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { instant } from '#domain/testing/builders.ts'
import { doWork, storeMany } from '#ports/testing/test-office.ts'
import { reportBooks } from '#services/report-books.ts'
import {
  aComplaint,
  ended,
  endMended,
  legalised,
  momentOf,
  permitEnding,
  refusedByLetter,
  revokedByDecree,
  type Grown,
} from '../testing/register-dossiers.ts'
import { readOfficeFiles } from './office-files.ts'

const asOf = instant('2026-06-01T00:00:00.000Z')
const today = officeDate('2026-06-01')
const spans = {
  march: { from: officeDate('2026-03-01'), through: officeDate('2026-03-31') },
  'a week over the end of a month': { from: officeDate('2026-02-26'), through: officeDate('2026-03-04') },
  'one day': { from: officeDate('2026-03-12'), through: officeDate('2026-03-12') },
}

const read = readOfficeFiles(assetsDir, 'pontianak')
if (!read.ok) throw new Error('the data files of Pontianak are broken')
const { office } = read.value

/** Numbers of dossiers in the order in which they happen, so that serials follow the days. */
const inOrder = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => first + at).toSorted((a, b) =>
    momentOf(a) < momentOf(b) ? -1 : 1,
  )

/** Serials in order, but for some that nobody has. */
function serials(lacking: readonly number[]): () => number {
  let last = 0
  return () => {
    do last += 1
    while (lacking.includes(last))
    return last
  }
}

function grow(): readonly Grown[] {
  const [letter, decree, permit, stamp] = [serials([5, 6]), serials([3]), serials([9, 20]), serials([4])]
  const lastDays = ['2026-06-15', '2026-07-01', '2026-08-31', '2026-12-01', '2027-01-31', null]
  return [
    ...inOrder(1, 24).map((n) => refusedByLetter(n, n % 4 === 0 ? [letter(), letter()] : [letter()])),
    ...inOrder(31, 15).map((n) => revokedByDecree(n, decree())),
    ...inOrder(51, 30).map((n, at): Grown => {
      const plain = permitEnding(n, permit(), lastDays[n % 6] ?? null, n % 5 === 0)
      if (n % 7 === 0) return ended(plain, n % 2 === 0 ? '2026-05-01' : '2026-06-20')
      const mendedAt = instant('2026-05-20T02:00:00.000Z')
      if (n % 11 === 0) return endMended(plain, n % 2 === 0 ? '2026-07-10' : '2026-11-10', mendedAt)
      if (n % 13 === 0) return endMended(plain, '2026-07-20', mendedAt)
      return at % 2 === 0 ? legalised(plain, n, stamp(), at % 6 === 0) : plain
    }),
  ]
}

const complaints = Array.from({ length: 14 }, (_, at) => aComplaint(at + (at > 6 ? 2 : 1)))

describe.each(engines)('registers against plain SQL on %s', { timeout: 60_000 }, (engine) => {
  let database: TestDatabase
  let sql: PlainSql
  beforeAll(async () => {
    database = await openTestDb(engine)
    const grown = grow()
    await storeMany(
      database,
      grown.map(({ dossier }) => dossier),
    )
    const slips = complaints.map((one) => ({
      number: one.number,
      document: 'complaint-slip' as const,
      applicationId: one.id,
      subjectId: one.id,
      takenAt: one.enteredAt,
      voided: null,
    }))
    await doWork(database, async (stores) => {
      for (const { voided, ...line } of [...grown.flatMap(({ numbers }) => numbers), ...slips]) {
        while ((await stores.numbers.advance(line.number.series, line.number.scope)) < line.number.serial);
        await stores.numbers.record(line)
        if (voided) await stores.numbers.markVoid(line.number, voided.reason, voided.at, voided.by)
      }
      for (const one of complaints) await stores.complaints.add(one)
    })
    sql = await openPlainSql(engine, database)
  }, 60_000)
  afterAll(async () => {
    await sql.close()
    await database.close()
  })

  const bookOf = (kind: BookKind, days: DaySpan): Promise<ReportBook> =>
    reportBooks({ office, queries: database.queries })[kind]({ days, asOf, today })
  const figures = (book: ReportBook) => Object.fromEntries(book.figures.map((one) => [one.key, one.value]))
  /** Some columns of the first table, or of another one. */
  const cells = (
    book: ReportBook,
    keys: readonly string[],
    key = book.kind,
  ): readonly (readonly BookCell[])[] => {
    const table = book.tables.find((one) => one.key === key)
    if (!table) throw new Error(`${book.kind} has no table ${key}`)
    const at = keys.map((one) => table.columns.findIndex((column) => column.key === one))
    return table.rows.map((row) => at.map((place) => row[place] ?? null))
  }
  /** The rows of a question as lists, in its order. */
  const lines = async (text: string): Promise<readonly (readonly BookCell[])[]> =>
    (await sql.rows<Readonly<Record<string, BookCell>>>(text)).map((row) => Object.values(row))
  /** What an event of a kind says of a dossier. */
  const said = (what: string, action: string, application: string, besides = ''): string =>
    `(SELECT ${what} FROM application_events e WHERE e.application_id = ${application} AND e.action = '${action}' ${besides}
      ORDER BY e.seq DESC LIMIT 1)`
  const body = (...path: readonly string[]): string => sql.json('e.body', ...path)
  const holder = (application: string): string =>
    said(body('applicant', 'nameOnPermit'), 'registered', application)
  /** The number's own event, and what else the same paper was given. */
  const ofNumber = (what: string): string =>
    said(what, 'numbered', 'n.application_id', `AND ${body('number', 'text')} = n.text`)
  const signerOf = (number: string): string =>
    `(SELECT ${sql.json('s.body', 'by', 'name')} FROM application_events s JOIN application_events e
      ON e.application_id = s.application_id AND e.action = 'numbered'
        AND ${body('productId')} = ${sql.json('s.body', 'productId')}
      WHERE s.action = 'signed' AND s.application_id = n.application_id AND ${body('number', 'text')} = ${number}
      ORDER BY s.seq DESC LIMIT 1)`
  const given = (document: string, days: DaySpan): string =>
    `official_numbers n WHERE n.document = '${document}' AND ${sql.within('n.taken_at', days)}`

  describe.each(Object.entries(spans))('of %s', (_, days) => {
    it.each([
      ['register-refusals', 'refusal-letter'],
      ['register-revocations', 'revocation-decree'],
    ] as const)('have every letter with whose, why and by whom (%s)', async (kind, document) => {
      const book = await bookOf(kind, days)
      const numbers = await sql.count(given(document, days))
      const voided = await sql.count(`${given(document, days)} AND n.voided_at IS NOT NULL`)
      expect(figures(book)).toEqual({ numbers, standing: numbers - voided, voided })
      const isRefusal = kind === 'register-refusals'
      const why = isRefusal
        ? said('e.note', 'moved', 'n.application_id', `AND e.move_kind = 'refuse'`)
        : `CASE ${said(body('data', 'reasonCode'), 'registered', 'n.application_id')}
            WHEN 'sanction' THEN 'Sanksi atas rekomendasi dinas teknis' WHEN 'died' THEN 'Pemegang izin meninggal dunia'
            WHEN 'moved' THEN 'Pindah tempat praktik' END`
      const keys = ['number', 'issued-on', 'registration', 'holder', 'type-code', 'reason', 'signer', 'note']
      expect(cells(book, [...keys, ...(isRefusal ? [] : ['permit'])])).toEqual(
        await lines(`SELECT n.text, ${ofNumber(body('issuedOn'))} AS a,
          ${said(body('registrationNumber', 'text'), 'registered', 'n.application_id')} AS b,
          ${holder('n.application_id')} AS c, ${said(body('data', 'permitTypeCode'), 'registered', 'n.application_id')} AS d,
          ${why} AS e, ${signerOf('n.text')} AS f,
          CASE WHEN n.voided_at IS NOT NULL THEN 'Batal: ' || n.void_reason || ', ' || n.voided_by END AS g
          ${isRefusal ? '' : `, ${said(body('data', 'targetPermitNumber'), 'registered', 'n.application_id')} AS h`}
          FROM ${given(document, days)} ORDER BY n.serial`),
      )
    })

    it('have every voided number of any series', async () => {
      const book = await bookOf('register-voids', days)
      const voided = `official_numbers n WHERE ${sql.within('n.voided_at', days)}`
      expect(figures(book)['voided']).toBe(await sql.count(voided))
      for (const series of ['penolakan', 'legalisir'])
        expect(figures(book)[`series-${series}`] ?? 0).toBe(
          await sql.count(`${voided} AND n.series = '${series}'`),
        )
      expect(
        cells(book, ['voided-at', 'number', 'taken-at', 'registration', 'holder', 'reason', 'by']),
      ).toEqual(
        await lines(`SELECT n.voided_at, n.text, n.taken_at,
          ${said(body('registrationNumber', 'text'), 'registered', 'n.application_id')} AS a,
          ${holder('n.application_id')} AS b, n.void_reason, n.voided_by FROM ${voided} ORDER BY n.voided_at, n.serial`),
      )
      // The same acts as the histories tell them.
      expect(figures(book)['voided']).toBe(
        await sql.count(`application_events e WHERE e.action IN ('number-voided', 'legalisation-voided')
          AND ${sql.within('e.at', days)}`),
      )
    })

    it('have every legalisation with its sheets', async () => {
      const book = await bookOf('register-legalised', days)
      const acts = `application_events e WHERE e.action = 'legalised' AND ${sql.within('e.at', days)}`
      const isVoid = `EXISTS (SELECT 1 FROM application_events v WHERE v.action = 'legalisation-voided'
        AND ${sql.json('v.body', 'legalisationId')} = ${body('legalisation', 'id')})`
      const copies = `CASE WHEN ${isVoid} THEN 0 ELSE CAST(${body('legalisation', 'copies')} AS INTEGER) END`
      const [sum] = await sql.rows<{ n: number | string | null }>(`SELECT sum(${copies}) AS n FROM ${acts}`)
      expect(figures(book)).toEqual({
        numbers: await sql.count(acts),
        sheets: Number(sum?.n ?? 0),
        voided: await sql.count(`${acts} AND ${isVoid}`),
      })
      expect(cells(book, ['number', 'issued-on', 'permit', 'holder', 'copies', 'signer', 'officer'])).toEqual(
        await lines(`SELECT ${body('legalisation', 'number', 'text')} AS a, ${body('legalisation', 'issuedOn')} AS b,
          (SELECT p.number_text FROM products p WHERE p.id = ${body('legalisation', 'productId')}) AS c,
          (SELECT ${sql.json('r.body', 'applicant', 'nameOnPermit')} FROM application_events r
            WHERE r.application_id = e.application_id AND r.seq = 1) AS d,
          ${copies} AS f, ${body('legalisation', 'signer', 'name')} AS g, e.actor_name
          FROM ${acts} ORDER BY 1`),
      )
    })

    it('have every electronic signature with the hash of its file', async () => {
      const book = await bookOf('register-signed', days)
      const acts = `application_events e WHERE e.action = 'signed' AND ${body('method')} = 'electronic'
        AND ${sql.within('e.at', days)}`
      expect(figures(book)['signed']).toBe(await sql.count(acts))
      const shown = cells(book, ['signed-at', 'number', 'signer', 'certificate', 'sha256']).map((row) =>
        row.map((cell, at) => (at === 4 ? String(cell).replaceAll(' ', '') : cell)),
      )
      expect(shown).toEqual(
        await lines(`SELECT e.at, (SELECT ${sql.json('n.body', 'number', 'text')} FROM application_events n
            WHERE n.action = 'numbered' AND ${sql.json('n.body', 'productId')} = ${body('productId')}) AS a,
          ${body('by', 'name')} AS b, ${body('certificate', 'serial')} AS c, ${body('fileSha256')} AS d
          FROM ${acts} ORDER BY e.at`),
      )
    })

    it('count complaints by what was done with each', async () => {
      const book = await bookOf('complaints', days)
      const came = `complaints c WHERE c.received_on BETWEEN '${days.from}' AND '${days.through}'`
      const done = (...actions: readonly string[]): string =>
        `EXISTS (SELECT 1 FROM complaint_acts a WHERE a.complaint_id = c.id
          AND a.action IN (${actions.map((one) => `'${one}'`).join(', ')}))`
      const late = `c.due_on < '${today}' AND NOT ${done('answered', 'closed')}`
      expect(figures(book)).toMatchObject({
        received: await sql.count(came),
        answered: await sql.count(`${came} AND ${done('answered')}`),
        closed: await sql.count(`${came} AND ${done('closed')}`),
        overdue: await sql.count(`${came} AND ${late}`),
      })
      expect(cells(book, ['number', 'received-on', 'due-on', 'complainant'], 'complaints')).toEqual(
        await lines(`SELECT c.text, c.received_on, c.due_on,
          CASE WHEN c.complainant_name IS NULL THEN 'tanpa nama' ELSE 'S*** K********' END AS who
          FROM ${came} ORDER BY c.serial`),
      )
      for (const [key, column, label] of [
        ['topics', 'topic', { waktu: 'Waktu penyelesaian', petugas: 'Sikap petugas' }],
        ['channels', 'channel', { counter: 'Loket', box: 'Kotak pengaduan' }],
      ] as const) {
        const counted = await sql.rows<{
          code: keyof typeof label
          n: number | string
          late: number | string
        }>(
          `SELECT c.${column} AS code, count(*) AS n, sum(CASE WHEN ${late} THEN 1 ELSE 0 END) AS late
            FROM ${came} GROUP BY c.${column}`,
        )
        expect(cells(book, ['name', 'received', 'overdue'], key).toSorted()).toEqual(
          counted.map(({ code, n, late: over }) => [label[code], Number(n), Number(over)]).toSorted(),
        )
      }
    })

    it('say which numbers lack, each series by itself, in front of its first line too', async () => {
      const lacking = async (series: string): Promise<readonly number[]> => {
        // Numbers follow their days here: what lacks before a number lacks on the day of that number.
        const found = await sql.rows<{ before: number | string; serial: number | string }>(
          `SELECT before, serial FROM (SELECT serial, taken_at, lag(serial) OVER (ORDER BY serial) AS before
            FROM official_numbers WHERE series = '${series}') one
            WHERE serial > before + 1 AND ${sql.within('taken_at', days)} ORDER BY serial`,
        )
        return found.flatMap(({ before, serial }) =>
          Array.from({ length: Number(serial) - Number(before) - 1 }, (__, at) => Number(before) + 1 + at),
        )
      }
      const notes = (book: ReportBook, key: string) => book.tables.find((one) => one.key === key)?.notes?.[0]
      const sentence = (found: readonly number[]) =>
        `Nomor urut ${found.join(', ')} tidak ada dalam daftar ini. Periksa Pengaturan › Nomor.`
      for (const [kind, series, key] of [
        ['register-refusals', 'penolakan', 'register-refusals'],
        ['register-revocations', 'pencabutan', 'register-revocations'],
        ['register-legalised', 'legalisir', 'register-legalised'],
        ['complaints', 'pengaduan', 'complaints'],
      ] as const) {
        const found = await lacking(series)
        const note = notes(await bookOf(kind, days), key)
        if (found.length > 0) expect(note, kind).toContain(sentence(found))
        else expect(note ?? 'nomor berurutan', kind).toMatch(/nomor berurutan/i)
      }
      const outgoing = notes(await bookOf('register-out', days), 'outgoing') ?? ''
      const table = cells(await bookOf('register-voids', days), ['series', 'gaps'], 'series')
      for (const { code, label } of office.profile.series) {
        const found = await lacking(code)
        const line = table.find(([name]) => name === label)
        if (found.length > 0) expect(line, code).toEqual([label, found.join(', ')])
        else expect(line?.[1] ?? 'tidak ada', code).toBe('tidak ada')
        const isOfPapers = ['izin', 'penolakan', 'pencabutan'].includes(code)
        expect(outgoing.includes(`${label}: ${sentence(found)}`), code).toBe(isOfPapers && found.length > 0)
      }
    })
  })

  it('of the permits that end in the coming months have those in force alone', async () => {
    const through = officeDate('2026-12-31')
    const book = await bookOf('expiring', { from: today, through })
    // The last paper that was numbered says the last day; it is in force once activated, and until another one took its place.
    const inForce = (until: string): string => `(SELECT e.application_id, ${body('validUntil')} AS ends,
        ${body('number', 'text')} AS number FROM application_events e
      WHERE e.action = 'numbered' AND ${body('number', 'series')} = 'izin'
        AND NOT EXISTS (SELECT 1 FROM application_events l WHERE l.application_id = e.application_id
          AND l.action = 'numbered' AND l.seq > e.seq)
        AND NOT EXISTS (SELECT 1 FROM application_events l WHERE l.application_id = e.application_id
          AND l.action = 'permit-ended')
        AND ${body('validUntil')} BETWEEN '${today}' AND '${until}') one`
    const within = (months: number) => sql.count(inForce(addMonths(today, months)))
    const permits = await sql.count(inForce(through))
    expect(permits).toBeGreaterThan(8)
    expect(figures(book)).toEqual({
      permits,
      'within-1': await within(1),
      'within-3': await within(3),
      'within-6': await within(6),
      untold: permits,
    })
    expect(cells(book, ['valid-until', 'number']).toSorted()).toEqual(
      (await lines(`SELECT ends, number FROM ${inForce(through)}`)).toSorted(),
    )
    const list = cells(book, ['valid-until']).map(([end]) => end)
    expect(list).toEqual(list.toSorted())
  })

  it('of the permits that end, as known before a Ralat of the last day, are by the days of then', async () => {
    const known = instant('2026-05-19T00:00:00.000Z')
    const days = { from: today, through: officeDate('2026-08-31') }
    const book = await reportBooks({ office, queries: database.queries }).expiring({
      days,
      asOf: known,
      today,
    })
    // The first numbering stands where the second came later.
    const ends = `application_events e WHERE e.action = 'numbered' AND ${body('number', 'series')} = 'izin'
      AND e.at < '${known}' AND ${body('validUntil')} BETWEEN '${days.from}' AND '${days.through}'
      AND NOT EXISTS (SELECT 1 FROM application_events l WHERE l.application_id = e.application_id
        AND l.action = 'permit-ended' AND l.at < '${known}')`
    expect(cells(book, ['valid-until', 'number']).toSorted()).toEqual(
      (
        await lines(`SELECT ${body('validUntil')} AS ends, ${body('number', 'text')} AS number FROM ${ends}`)
      ).toSorted(),
    )
    const since = cells(await bookOf('expiring', days), ['number']).flat()
    const then = cells(book, ['number']).flat()
    // One whose last day has moved out of these days since, and one that has moved into them.
    expect(then.filter((one) => !since.includes(one)).length).toBeGreaterThan(0)
    expect(since.filter((one) => !then.includes(one)).length).toBeGreaterThan(0)
  })

  it('have lines enough to be told apart', async () => {
    for (const kind of ['register-refusals', 'register-revocations', 'register-legalised'] as const)
      expect(cells(await bookOf(kind, spans.march), ['number']).length, kind).toBeGreaterThan(5)
    expect(await sql.count(`official_numbers n WHERE n.voided_at IS NOT NULL`)).toBeGreaterThan(6)
  })
})
