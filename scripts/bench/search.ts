import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromLineRow, lineColumns } from '#db/repositories/dossier-line.ts'
import { makeQueries } from '#db/repositories/queries.ts'
import type { ApplicationRow } from '#db/rows/application-rows.ts'
import { createRandom } from '#hosts/shared/sample/random.ts'
import { familyNames, womensNames } from '#hosts/shared/sample/words.ts'
import { findDossiers } from '#services/find-dossiers.ts'
import type { Knex } from 'knex'
import { makeLargeRegister } from './large-register.ts'
import { interleave, ratio, type BenchResult } from './measure.ts'

const applications = 100_000
const limit = 20

/** One question to the index and the lines that it names, with nothing of ours around it. */
async function askIndex(reader: Knex, match: string): Promise<number> {
  const rows = await reader.raw<{ position: number }[]>(
    'SELECT rowid AS position FROM application_search WHERE application_search MATCH ? ORDER BY rowid DESC LIMIT ?',
    [match, limit],
  )
  const lines = await reader<ApplicationRow>('applications')
    .whereIn(
      'position',
      rows.map((row) => row.position),
    )
    .select('position', ...lineColumns)
  return lines.map(fromLineRow).length
}

/**
 * The search box over a register of 100,000 applications: whole words, a beginning, a wrong letter, a number, each beside
 * one plain question to the same index that returns the same number of lines.
 */
export async function benchSearch(rounds: number): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'sepok-bench-'))
  const { reader, close } = await makeLargeRegister(join(folder, 'kantor.sqlite'), applications, 1)
  try {
    const queries = makeQueries(reader)
    const random = createRandom(2)
    const given = () => random.pick(womensNames).toLowerCase()
    const family = () => random.pick(familyNames).toLowerCase()
    const number = () => String(random.between(1, applications)).padStart(6, '0')
    const ours = (name: string, typed: () => string) => ({
      name,
      run: () => findDossiers(queries, typed(), limit),
    })
    const plain = (name: string, match: () => string) => ({ name, run: () => askIndex(reader, match()) })
    const measured = await interleave(
      [
        ours('two whole words', () => `${given()} ${family()}`),
        plain('two whole words, index alone', () => `"${given()}" AND "${family()}"`),
        ours('the beginning of a word', () => family().slice(0, 5)),
        plain('the beginning of a word, index alone', () => `"${family().slice(0, 5)}" *`),
        ours('one wrong letter', () => `${given()} ${family()}q`),
        ours('a whole number', () => `P-2026-${number()}`),
        ours('half a number', () => `P-2026-${number().slice(0, 4)}`),
        plain('a number, index alone', () => `"p2026${number()}"`),
      ],
      rounds,
      5,
    )
    const [words, indexWords, beginning, indexBeginning, wrong, whole, half, indexNumber] = measured
    return {
      bench: 'search',
      measured,
      ratios: [
        ratio('two whole words / index alone', words, indexWords, 3),
        ratio('the beginning of a word / index alone', beginning, indexBeginning, 3),
        ratio('one wrong letter / two whole words by the index', wrong, indexWords, 8),
        ratio('a whole number / index alone', whole, indexNumber, 4),
        ratio('half a number / a number by the index', half, indexNumber, 5),
      ],
    }
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
}
