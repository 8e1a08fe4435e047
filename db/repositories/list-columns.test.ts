import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anApplicant, aRegisteredDossier } from '#domain/testing/builders.ts'
import { growDossier, randomHistory, zoneOfHistories } from '#domain/testing/random-histories.ts'
import { numbersOf, registered, storeMany } from '#ports/testing/test-office.ts'
import type { ApplicationRow } from '../rows/application-rows.ts'
import { openBare } from '../testing/open-connection.ts'
import { engines } from '../testing/open-test-db.ts'
import { writeSearchWords } from './search-words.ts'

const dossiers = fc
  .sample(randomHistory, { numRuns: 60, seed: 20_261_123 })
  .map((history, at) => growDossier(at + 1, history))
const ids = dossiers.map(({ state }) => state.id)

it.each(engines)(
  'what lists and search keep is what the histories say, and is made so again where it is not, on %s',
  async (engine) => {
    const { office, writer } = await openBare(engine)
    await office.renewSearchWords()
    await storeMany(office, dossiers)
    const wrong = () => office.queries.listColumnsThatDiffer(ids, zoneOfHistories)
    expect(await wrong()).toEqual([])
    const rows = () => writer('applications').orderBy('position')
    const derived = async () => [
      await writer('products').orderBy('id'),
      await writer('application_open_stages').orderBy('application_id').orderBy('stage'),
    ]
    const before = [await rows(), await derived()]
    const [named = '', late = '', stage = '', ended = ''] = ids
    await writer('applications')
      .where({ id: named })
      .update({ holder_name: 'Orang Lain', search_text: 'lain' })
    await writer('applications').where({ id: late }).update({ due_before: null, reminders: 9, state: '{}' })
    await writer('application_open_stages').where({ application_id: stage }).delete()
    await writer('application_open_stages').insert({ application_id: stage, stage: 'tak-ada', since: 'x' })
    await writer('products').insert({
      id: 'p',
      application_id: ended,
      kind: 'permit',
      verification_code: 'x',
      given_up: 1,
      number_kept: 0,
    })
    const found = (await wrong()).map(({ applicationId, columns }) => [applicationId, columns])
    expect(new Map(found as [string, readonly string[]][])).toEqual(
      new Map([
        [named, ['holder_name', 'search_text']],
        [late, expect.arrayContaining(['reminders'])],
        [stage, ['application_open_stages']],
        [ended, ['products']],
      ]),
    )
    expect(await office.renewListColumns()).toBe(4)
    expect([await rows(), await derived()]).toEqual(before)
    expect(await office.renewListColumns()).toBe(0)
  },
)

const named = (n: number, name: string) =>
  aRegisteredDossier({ n, applicant: anApplicant({ name, nameOnPermit: null }, n) })

it.each(engines)(
  'a dossier that the search no longer finds, or finds by what is not its own, is told and found again, on %s',
  async (engine) => {
    const { office, writer } = await openBare(engine)
    await office.renewSearchWords()
    const people = ['Ratih Wulandari', 'Sari Kapuasari', 'Dewi Lestari', 'Budi Santoso', 'Joko Mulyono']
    const made = people.map((name, at) => named(at + 1, name))
    await storeMany(office, made)
    const all = made.map(({ state }) => state.id)
    const [gone = '', less = '', more = '', strange = ''] = all
    const wrong = async () =>
      (await office.queries.listColumnsThatDiffer(all, zoneOfHistories)).map((one) => [
        one.applicationId,
        one.columns,
      ])
    const found = async (...tokens: string[]) => numbersOf(await office.queries.search(tokens, 9))
    const wordsOf = async (id: string): Promise<{ position: number; words: string }> => {
      const row = await writer<ApplicationRow>('applications').where({ id }).first()
      return { position: row?.position ?? 0, words: row?.search_text ?? '' }
    }
    expect(await wrong()).toEqual([])

    const { position } = await wordsOf(gone)
    const key = engine === 'sqlite' ? 'rowid' : 'position'
    await writer.raw(`DELETE FROM application_search WHERE ${key} = ?`, [position])
    const [ofLess, ofMore] = [await wordsOf(less), await wordsOf(more)]
    // As many words as before, one of them another.
    await writeSearchWords(writer, [{ ...ofLess, words: ofLess.words.replace('kapuasari', 'kapuasara') }])
    await writeSearchWords(writer, [{ ...ofMore, words: `${ofMore.words} zubaidah` }])
    await writer('search_likeness').where({ word: 'santoso' }).delete()
    expect([await found('wulandari'), await found('kapuasari'), await found('zubaidah')]).toEqual([
      [],
      [],
      [registered(3)],
    ])
    expect(await wrong()).toEqual([
      [gone, ['application_search']],
      [less, ['application_search']],
      [more, ['application_search']],
      [strange, ['search_likeness']],
    ])

    expect(await office.renewListColumns()).toBe(4)
    expect(await wrong()).toEqual([])
    expect([await found('wulandari'), await found('kapuasari'), await found('zubaidah')]).toEqual([
      [registered(1)],
      [registered(2)],
      [],
    ])
    expect(await found('santozo')).toEqual([registered(4)])
    expect(await office.renewListColumns()).toBe(0)
  },
)

it.each(engines)(
  'words beyond the hundred and more are compared like the first ones, on %s',
  async (engine) => {
    const { office } = await openBare(engine)
    await office.renewSearchWords()
    const word = (n: number): string => `kata${String.fromCharCode(97 + Math.floor(n / 26), 97 + (n % 26))}`
    const long = Array.from({ length: 300 }, (_, n) => word(n)).join(' ')
    const { state, events } = named(1, long)
    await storeMany(office, [{ state, events }])
    expect(await office.queries.listColumnsThatDiffer([state.id], zoneOfHistories)).toEqual([])
  },
)

it.each(engines)(
  'words of an older rule are no damage, and made by the rule of today, on %s',
  async (engine) => {
    const { office, writer } = await openBare(engine)
    const { state, events } = named(1, 'Ratih Wulandari')
    await storeMany(office, [{ state, events }])
    await writer('settings').where({ key: 'search-rule' }).delete()
    await writer('search_likeness').delete()
    await writer('application_search').delete()
    expect(await office.queries.listColumnsThatDiffer([state.id], zoneOfHistories)).toEqual([])
    expect(await office.renewListColumns()).toBe(1)
    expect(numbersOf(await office.queries.search(['wulandari'], 9))).toEqual([registered(1)])
  },
)
