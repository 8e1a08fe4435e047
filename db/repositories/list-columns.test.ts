import fc from 'fast-check'
import { expect, it } from 'vitest'
import { growDossier, randomHistory, zoneOfHistories } from '#domain/testing/random-histories.ts'
import { storeMany } from '#ports/testing/test-office.ts'
import { openBare } from '../testing/open-connection.ts'
import { engines } from '../testing/open-test-db.ts'

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
