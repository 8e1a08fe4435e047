import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { ApplicationState } from '#domain/application-state.ts'
import { accepted, aRegisteredDossier, handedOver, issued, withEvent } from '#domain/testing/builders.ts'
import { openSqlite } from '../connection.ts'
import { migrateTo } from '../migrate.ts'
import { toApplicationRow, toEventRow } from '../repositories/application-row.ts'
import { makeTestFolder } from '../testing/open-test-db.ts'
import { migrations } from './index.ts'

const before = migrations.findIndex((one) => one.name === '0023-know-open-ends')
const original = { id: 'o', requirementCode: 'STR', count: 2 }

it('brings states from before to what their events say, and lists what is owed', async () => {
  const folder = await makeTestFolder()
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const opened = await openSqlite(join(folder, 'office.db'), 'write')
  if (!opened.ok || !opened.value.writer) throw new Error('not opened')
  const { writer, close } = opened.value
  onTestFinished(close)
  await migrateTo(writer, migrations.slice(0, before))
  const kept = withEvent(aRegisteredDossier(), { action: 'originals-kept', originals: [original] })
  const dossier = withEvent(
    handedOver(issued(accepted(kept, null)), { oldPermit: { outcome: 'not-yet', reason: 'di rumah' } }),
    {
      action: 'papers-given-back',
      returnId: 'r',
      papers: [],
      receivedBy: 'Kinanti',
      relation: 'self',
      receiverNik: null,
      identity: { card: 'ktp', letterOfAuthority: false },
    },
  )
  const { state } = dossier
  const { originals_kept, owed_permit, ...row } = toApplicationRow(state, 'Asia/Pontianak')
  const { oldPermit: _, papersBack, ...old } = state
  const oldState = { ...old, papersBack: { returnId: papersBack?.returnId, at: papersBack?.at } }
  await writer('applicants').insert({
    id: state.applicant.id,
    kind: 'person',
    nik: null,
    name: 'x',
    data: '{}',
    created_at: 'x',
    updated_at: 'x',
  })
  // Columns that came later are none of that day's.
  const thenKnown = async (table: string, later: object): Promise<object> => {
    const columns = await writer(table).columnInfo()
    return Object.fromEntries(Object.entries(later).filter(([name]) => name in columns))
  }
  await writer('applications').insert({
    ...(await thenKnown('applications', row)),
    state: JSON.stringify(oldState),
  })
  for (const event of dossier.events)
    await writer('application_events').insert(await thenKnown('application_events', toEventRow(event)))
  await migrateTo(writer, migrations.slice(0, before + 1))
  const [after] = await writer('applications').select('state', 'originals_kept', 'owed_permit')
  const { state: text, ...added } = after as Record<'state' | 'originals_kept' | 'owed_permit', string>
  expect(JSON.parse(text) as ApplicationState).toEqual(JSON.parse(JSON.stringify(state)))
  expect(added).toEqual({ originals_kept, owed_permit })
})
