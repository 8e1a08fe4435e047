import { openSqlite, type Connection } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import { toApplicationRow } from '#db/repositories/application-row.ts'
import { learnWords } from '#db/repositories/search-likeness.ts'
import { likenessWordsOf, writeSearchWords } from '#db/repositories/search-words.ts'
import { makeApplicantStore } from '#db/repositories/applicant-store.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { anApplicant, anApplication, aRegisteredState } from '#domain/testing/builders.ts'
import { facilities, familyNames, mensNames, womensNames } from '#hosts/shared/sample/words.ts'
import { createRandom, type Random } from '#hosts/shared/sample/random.ts'

const zone = 'Asia/Pontianak'
const portion = 500

/** Rows differ from the first one in these columns; whatever else a list line shows is the same in all. */
const own = ['id', 'registration_number', 'tracking_code', 'holder_name', 'nik', 'search_text'] as const

const syllables = 'ba bi da di ga ha hi ja ka ku la li lo ma mi na ni pa ra ri sa si su ta ti tu wa yo'.split(
  ' ',
)

/** A family name that the sample office does not have: a register of years holds thousands of them. */
const madeName = (random: Random): string => {
  const word = Array.from({ length: random.between(3, 5) }, () => random.pick(syllables)).join('')
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}

function nthState(n: number, random: Random): ApplicationState {
  const given = random.chance(0.6) ? womensNames : mensNames
  const family = random.chance(0.5) ? random.pick(familyNames) : madeName(random)
  const name = `${random.pick(given)} ${random.pick(given)} ${family}`
  const facility = random.pick(facilities)
  const data = anApplication()
  return aRegisteredState({
    n,
    applicant: anApplicant({ name, nameOnPermit: null }, n),
    data: { ...data, facility: data.facility && { ...data.facility, ...facility } },
  })
}

/** The register of an office after many years: lines and search words of `size` applications, the same for each seed. */
export async function makeLargeRegister(file: string, size: number, seed: number): Promise<Connection> {
  const opened = await openSqlite(file, 'write')
  if (!opened.ok) throw new Error(opened.refusal.code)
  const connection = opened.value
  const migrated = await migrate(connection)
  const { writer } = connection
  if (!migrated.ok || !writer) throw new Error('the register could not be made')
  const random = createRandom(seed)
  await writer.transaction(async (trx) => {
    const first = nthState(1, random)
    await makeApplicantStore(trx).save(first.applicant, first.submittedAt)
    const template = toApplicationRow(first, zone)
    const same = Object.keys(template).filter((column) => !(own as readonly string[]).includes(column))
    await trx('applications').insert(template)
    await writeSearchWords(trx, [{ position: 1, words: template.search_text }])
    for (let from = 2; from <= size; from += portion) {
      const count = Math.min(portion, size - from + 1)
      const states = Array.from({ length: count }, (_, i) => nthState(from + i, random))
      const rows = states.map((state) => toApplicationRow(state, zone))
      await trx.raw(
        `INSERT INTO applications (${[...own, ...same].join(', ')})
          SELECT fresh.*, ${same.map((column) => `a.${column}`).join(', ')}
          FROM (VALUES ${rows.map(() => `(${own.map(() => '?').join(', ')})`).join(', ')}) fresh
          JOIN applications a ON a.position = 1`,
        rows.flatMap((row) => own.map((column) => row[column] ?? '')),
      )
      await writeSearchWords(
        trx,
        rows.map((row, i) => ({ position: from + i, words: row.search_text })),
      )
      await learnWords(trx, states.flatMap(likenessWordsOf))
    }
  })
  return connection
}
