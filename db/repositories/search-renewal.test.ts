import { describe, expect, it } from 'vitest'
import { searchRule } from '#domain/search-tokens.ts'
import { anApplicant, aRegisteredDossier } from '#domain/testing/builders.ts'
import { numbersOf, registered, storeMany } from '#ports/testing/test-office.ts'
import { openBare } from '../testing/open-connection.ts'
import { engines } from '../testing/open-test-db.ts'
import type { ApplicationRow } from '../rows/application-rows.ts'
import { renewSearchWords } from './search-renewal.ts'
import { writeSearchWords } from './search-words.ts'

const named = (n: number, name: string) =>
  aRegisteredDossier({ n, applicant: anApplicant({ name, nameOnPermit: null }, n) })

describe.each(engines)('search words on %s', (engine) => {
  it('that an older rule made are made again once, and every dossier is found by the words of today', async () => {
    const { office, writer } = await openBare(engine)
    const dossiers = Array.from({ length: 250 }, (_, i) =>
      named(i + 1, i === 229 ? 'Ratih Wulandari' : 'Sari'),
    )
    await storeMany(office, dossiers)
    const found = async (...tokens: string[]) => numbersOf(await office.queries.search(tokens, 9))
    await writer<ApplicationRow>('applications').where({ position: 230 }).update({ search_text: 'kuno' })
    await writeSearchWords(writer, [{ position: 230, words: 'kuno' }])
    await writer('search_likeness').delete()
    expect(await found('wulandari')).toEqual([])

    expect(await renewSearchWords(writer)).toBe(1)
    expect(await found('wulandari')).toEqual([registered(230)])
    expect(await found('wulandri')).toEqual([registered(230)])
    expect(await found('kuno')).toEqual([])

    await writer<ApplicationRow>('applications').where({ position: 230 }).update({ search_text: 'kuno' })
    expect(await renewSearchWords(writer)).toBe(0)
    expect(await renewSearchWords(writer, searchRule + 1)).toBe(1)
  })

  it('of an office without dossiers need nothing', async () => {
    const { writer } = await openBare(engine)
    expect(await renewSearchWords(writer)).toBe(0)
  })
})
