import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersQuery, queryAlternatives, queryTokens, searchTokens } from '#domain/search-tokens.ts'
import {
  accepted,
  anApplicant,
  anApplication,
  aRegisteredDossier,
  drafted,
  numbered,
  aNumber,
} from '#domain/testing/builders.ts'
import { anEditOf, aWord } from '#domain/testing/misspelt.ts'
import { findDossiers } from '#services/find-dossiers.ts'
import {
  numbersOf,
  registered,
  store,
  storeMany,
  storeMore,
  type OpenOffice,
  type TestOffice,
} from './test-office.ts'

const find = async (office: TestOffice, typed: string, limit = 20): Promise<readonly string[]> =>
  numbersOf(await office.queries.search(queryTokens(typed), limit))

const named = (n: number, name: string, place: string | null = null) => {
  const data = anApplication()
  const facility = data.facility && place !== null ? { ...data.facility, name: place } : null
  return aRegisteredDossier({
    n,
    applicant: anApplicant({ name, nameOnPermit: null }, n),
    data: { ...data, facility },
  })
}

/** What every database promises of the search over dossiers. */
export function searchContract(open: OpenOffice): void {
  test('finds by any words of name and place, in any order, by their beginnings', async () => {
    const office = await open()
    await store(
      office,
      named(1, 'Rahmawati Suryani', 'RSUD Kota Contoh'),
      named(2, 'Suryadi Rahman', 'Klinik Contoh'),
    )
    expect(await find(office, 'suryani rahma')).toEqual([registered(1), registered(2)])
    expect(await find(office, 'suryani rahma', 1)).toEqual([registered(1)])
    expect(await find(office, 'rahm')).toEqual([registered(2), registered(1)])
    expect(await find(office, 'kota sury')).toEqual([registered(1)])
    expect(await find(office, 'mawati')).toEqual([])
    expect(await find(office, 'rahmawati petrus')).toEqual([])
  })

  test('finds by registration number in part, NIK by its beginning, STR, phone and permit number', async () => {
    const office = await open()
    const dossier = numbered(drafted(accepted(aRegisteredDossier({ n: 412 }), null)), aNumber('SIPD', 77))
    await store(office, dossier, aRegisteredDossier({ n: 2, data: anApplication({ str: null }) }))
    const nik = dossier.state.applicant.nik ?? ''
    for (const typed of [
      '412',
      '000412',
      'p-2026-000412',
      nik,
      nik.slice(0, 14),
      'SIPD/000077',
      '6111100224',
    ])
      expect(await find(office, typed), typed).toContain(registered(412))
    expect(await find(office, nik)).toEqual([registered(412)])
    expect(await find(office, '081255000173')).toHaveLength(2)
    expect(await find(office, '6111100224000123')).toEqual([registered(412)])
  })

  test('an official number is found by itself, also half typed, in any spelling of its signs, and hides no other reading', async () => {
    const office = await open()
    const numbered412 = numbered(drafted(accepted(aRegisteredDossier({ n: 412 }), null)), aNumber('SIPD', 77))
    await store(office, numbered412, aRegisteredDossier({ n: 41 }), named(3, 'Sari', 'Gedung P-2026'))
    const look = async (typed: string) => numbersOf(await findDossiers(office.queries, typed, 20))
    for (const typed of [
      'P-2026-000412',
      'p - 2026 - 000412',
      'p2026000412',
      '2026-000412',
      'SIPD/000077/2026',
    ])
      expect(await look(typed), typed).toEqual([registered(412)])
    expect(await look('P-2026-0004')).toEqual([registered(412)])
    expect(await look('P-2026-000')).toEqual([3, 41, 412].map(registered))
    expect(await look('000077/2026')).toEqual([registered(412)])
    expect(await look(numbered412.state.trackingCode)).toEqual([registered(412)])
    expect(await look('P-2026-999999')).toEqual([])
    expect(await look('sari')).toEqual([registered(3)])
    expect(await look('-')).toEqual([])
  })

  test('whole words come before beginnings, newer before older', async () => {
    const office = await open()
    await store(office, named(1, 'Sari'), named(2, 'Sariati'), named(3, 'Sari'), named(4, 'Sarina'))
    expect(await find(office, 'sari')).toEqual([3, 1, 4, 2].map(registered))
    expect(await find(office, 'sari', 3)).toEqual([3, 1, 4].map(registered))
  })

  test('finds a new number and no longer the old place after a dossier has changed', async () => {
    const office = await open()
    const start = named(1, 'Sari', 'Klinik Lama')
    await store(office, start)
    expect(await find(office, 'sipd 77')).toEqual([])
    const grown = numbered(drafted(start), aNumber('SIPD', 77))
    await storeMore(office, start, grown)
    expect(await find(office, 'sipd 77')).toEqual([registered(1)])
    const state = { ...grown.state, seq: grown.state.seq + 1, data: anApplication({ facility: null }) }
    const event = { ...grown.events.at(-1)!, id: 'x', seq: state.seq }
    await storeMore(office, grown, { state, events: [...grown.events, event] })
    expect(await find(office, 'lama')).toEqual([])
    expect(await find(office, 'sari')).toEqual([registered(1)])
  })

  test('finds who was meant when one letter is wrong or the spelling is old, and tells by which word', async () => {
    const office = await open()
    await store(
      office,
      named(1, 'Ratih Wulandari', 'Klinik Teratai'),
      named(2, 'Suryani Djoko', 'RSUD Kota'),
      named(3, 'Soeryani Hadi', 'RSUD Kota'),
    )
    const look = async (typed: string) =>
      (await office.queries.search(queryTokens(typed), 9)).map((one) => [one.registrationNumber, one.alike])
    for (const typed of ['ratih wulandri', 'wuulandari', 'wulanadri', 'wulamdari teratai'])
      expect(await look(typed), typed).toEqual([[registered(1), ['wulandari']]])
    expect(await look('suryani')).toEqual([
      [registered(2), []],
      [registered(3), ['soeryani']],
    ])
    expect(await look('joko suriani')).toEqual([[registered(2), ['djoko', 'suryani']]])
    expect(await look('wulandri melati')).toEqual([])
    expect(await look('p-2026-00004')).toEqual([])
  })

  test('finds by tracking code, place of practice and its address, and by other readings of the words', async () => {
    const office = await open()
    const dossier = named(1, 'Nurhidayah', 'Klinik Benua')
    const { facility } = dossier.state.data
    await store(office, named(2, 'Sari'), dossier)
    expect(await find(office, dossier.state.trackingCode)).toEqual([registered(1)])
    for (const text of [facility?.address ?? '', facility?.village ?? '', facility?.district ?? ''])
      expect(await find(office, text), text).toEqual(text === '' ? [] : [registered(1)])
    const readings = queryAlternatives('nur hidayah')
    expect(numbersOf(await office.queries.search(queryTokens('nur hidayah'), 9, readings))).toEqual([
      registered(1),
    ])
  })

  test('shows who was meant among the first ten of two hundred, whichever letter of a name was mistyped', async () => {
    const office = await open()
    const names = fc.sample(fc.tuple(aWord, aWord), { numRuns: 200, seed: 5 })
    await storeMany(
      office,
      names.map(([first, last], i) => named(i + 1, `${first} ${last}`)),
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(199), fc.nat(), fc.nat(), async (who, how, where) => {
        const [first, last] = names[who] ?? ['', '']
        const found = await find(office, `${anEditOf(first, how, where)} ${last}`, 10)
        expect(found).toContain(registered(who + 1))
      }),
      { numRuns: 80, seed: 13 },
    )
  })

  test('nothing typed finds nothing, and a token of signs is refused rather than read as a command', async () => {
    const office = await open()
    await store(office, named(1, 'Sari'))
    expect(await office.queries.search([], 9)).toEqual([])
    for (const token of ['sari*', '"', "sari' | 'x", 'NEAR(', '']) {
      await expect(office.queries.search([token], 9)).rejects.toThrow('not a search token')
    }
  })

  test('follows the domain’s rule for any names and anything typed', async () => {
    const office = await open()
    const words = [
      'sari',
      'Sariati',
      'nur',
      'Nurul',
      'Benua',
      'Melayu',
      "Ni'mah",
      'dr.',
      'RT003',
      '12',
      '0012',
      'É',
      '🌿',
    ]
    const names = fc.sample(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), {
      numRuns: 30,
      seed: 7,
    })
    const dossiers = names.map((parts, i) => named(i + 1, parts.join(' ')))
    await store(office, ...dossiers)
    const texts = dossiers.map(({ state }) =>
      [
        state.registrationNumber.text,
        state.applicant.name,
        state.applicant.nik ?? '',
        state.applicant.phone ?? '',
        '081255000173',
        'SIPD',
        state.data.str?.number ?? '',
      ].flatMap((text) => searchTokens(text)),
    )
    const typed = fc.array(fc.constantFrom(...words, 's', 'nu', '1', '2026', '6171', 'sipd'), {
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(typed, async (parts) => {
        const query = queryTokens(parts.join(' '))
        const expected = dossiers.filter((_, i) => answersQuery(texts[i] ?? [], query))
        const found = await office.queries.search(query, 100)
        expect([...numbersOf(found)].sort()).toEqual(
          expected.map(({ state }) => state.registrationNumber.text).sort(),
        )
      }),
      { numRuns: 60, seed: 11 },
    )
  })
}
