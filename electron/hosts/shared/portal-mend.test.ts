import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PortalTrouble } from '#domain/portal-sync.ts'
import { ok } from '#domain/result.ts'
import { openPortalDesk, type PortalDesk } from '../testing/portal-desk.ts'

let at: PortalDesk
beforeAll(async () => {
  at = await openPortalDesk()
  await at.join()
})
afterAll(async () => {
  await at.close()
})

const refusal = (path: string): PortalTrouble => ({
  kind: 'refused',
  status: 422,
  code: 'format',
  detail: 'Nomor tidak dikenal operator.',
  errors: [{ path, code: 'format', message: 'Nomor tidak dikenal operator.' }],
  existingId: null,
  expectedSeq: null,
})

/** A walk-in whose person the portal refuses in one field. */
async function refusedIn(nik: string, path: string): Promise<string> {
  const id = await at.desk.takeIn({ nik })
  await refuseIn(id, path)
  return id
}

async function refuseIn(id: string, path: string): Promise<void> {
  await at.sent()
  const { besides } = at.desk
  const calls = await besides.queries.listPortalCallsOf(id)
  const call = calls.find((one) => one.kind === 'applicant')
  if (!call) throw new Error('the person did not go')
  await besides.work.run<null, never>(async ({ portal }) => {
    await portal.saveCall({ ...call, state: 'aside', trouble: refusal(path) })
    return ok(null)
  })
}

const trayOf = async (id: string) =>
  (await at.desk.counter.portal.aside.query()).find((one) => one.applicationId === id)
const order = (key: string, value: string) => ({
  key,
  correctionId: randomUUID(),
  seenCorrections: 0,
  values: [{ field: 'phone', value }],
  reason: 'Ditolak portal',
})

describe('mending what the portal refused', () => {
  it('opens the field by its name in the intake, keeps its rules, and sends the mended value as a new intent', async () => {
    const id = await refusedIn('6171044708948301', 'applicant.phone')
    const refused = await trayOf(id)
    expect(refused?.mending).toEqual({ way: 'here', sentence: null, corrections: 0 })
    expect(refused?.fields[0]?.mend).toMatchObject({ field: 'phone', label: 'Nomor HP' })
    const key = refused?.key ?? ''
    const wrong = await at.desk.counter.portal.mend.mutate(order(key, '12'))
    expect(wrong).toMatchObject({ ok: false, refusal: { code: 'form-incomplete' } })
    const right = order(key, '0812 5550 7788')
    expect(await at.desk.counter.portal.mend.mutate(right)).toEqual({ ok: true, value: null })
    expect(await at.desk.counter.portal.mend.mutate(right)).toEqual({ ok: true, value: null })
    await at.sent()
    expect(await trayOf(id)).toBeUndefined()
    const state = await at.desk.besides.queries.findApplication(id)
    expect(state?.corrections).toHaveLength(1)
    const person = at.portal.portal.store.entity('applicant', state?.applicant.id ?? '')
    expect(person?.data['phone']).toBe(state?.applicant.phone)
    const calls = await at.desk.besides.queries.listPortalCallsOf(id)
    expect(calls.find((one) => one.key === key)).toMatchObject({ state: 'replaced' })
  })

  it('refuses a field that the portal did not name, and names the clerk who was first', async () => {
    const id = await refusedIn('6171044708948302', 'applicant.phone')
    const key = (await trayOf(id))?.key ?? ''
    const other = { ...order(key, ''), values: [{ field: 'name', value: 'Siti' }] }
    expect(await at.desk.counter.portal.mend.mutate(other)).toMatchObject({
      refusal: { code: 'portal-field-not-mendable' },
    })
    await at.desk.counter.portal.mend.mutate(order(key, '0812 5550 7789'))
    expect(await at.desk.counter.portal.mend.mutate(order(key, '0812 5550 7780'))).toMatchObject({
      refusal: { code: 'corrected-meanwhile' },
    })
  })

  it('leads into the dossier where a supervisor has to agree, and names no field where nobody typed it', async () => {
    const id = await at.desk.takeIn({ nik: '6171044708948303' })
    await at.desk.acceptFiles(id)
    await at.desk.act(at.desk.counter, id, 'front-office', 'teruskan')
    await at.until(id, (state) => state.acceptedAt !== null)
    await refuseIn(id, 'applicant.phone')
    expect((await trayOf(id))?.mending?.way).toBe('dossier')
    const untyped = await refusedIn('6171044708948304', 'applicant.id')
    expect((await trayOf(untyped))?.mending).toBeNull()
  })
})
