import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EntityName } from '#adapters/portal/wire-entities.ts'
import {
  anApplicant,
  anApplication,
  trialPortal,
  type TrialPortal,
} from '../../../scripts/portal/testing/trial-portal.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

let at: OfficeAtWork
let portal: TrialPortal

const typed = (change: object = {}) => ({
  base: portal.apiBase,
  clientId: 'loket',
  secret: 'rahasia',
  ...change,
})

/** Until nothing is left that could be sent. */
async function drained(): Promise<void> {
  for (;;) {
    const figures = await at.besides.queries.portalFigures()
    if (figures.unplanned + figures.waiting + figures.filesWaiting === 0) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Until the portal's refusal of something is in the tray. */
async function refusedOnes() {
  for (;;) {
    const tray = await admin().portal.aside.query()
    if (tray.length > 0) return tray
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const there = (entity: EntityName, id: string) => portal.portal.store.entity(entity, id)
const admin = () => at.office.client('admin')
const limits = {
  fileBytes: 2_000_000,
  mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
  pagesPerDocument: 5,
}
let people = 0
const walkIn = (): Promise<string> => at.takeIn({ nik: `617104470894${String(7000 + (people += 1))}` })

beforeAll(async () => {
  at = await openOfficeAtWork('pontianak')
  portal = await trialPortal({ limits })
  const saved = await admin().portal.saveServer.mutate(typed())
  expect(saved.ok).toBe(true)
})
afterAll(async () => {
  await at.close()
  await portal.close()
})

describe('what the office does is at the portal', () => {
  it('takes a walk-in there with person, files and history, each once', async () => {
    const id = await walkIn()
    await drained()
    const state = await at.read(id)
    expect(await admin().portal.aside.query()).toEqual([])
    expect(there('applicant', state.applicant.id)?.data).toMatchObject({
      nik: state.applicant.nik,
      name: state.applicant.name,
    })
    expect(there('application', id)?.data).toMatchObject({
      registrationNumber: state.registrationNumber.text,
      channel: 'counter',
      trackingCode: state.trackingCode,
    })
    const files = portal.portal.store.ofApplication('document', id)
    expect(files).toHaveLength(state.documents.filter((one) => one.sha256 !== null).length)
    for (const { data } of files) expect(portal.portal.store.hasFile(String(data['sha256']))).toBe(true)
    expect(portal.portal.store.lastEventSeq(id)).toBe(state.seq)
    expect(await admin().portal.status.query()).toMatchObject({ unsent: 0, setAside: 0, needsYou: false })
    const seen = await admin().portal.ofDossier.query({ applicationId: id })
    expect(seen?.isKnown).toBe(true)
    expect(seen?.rows.filter((one) => !one.isSame)).toEqual([])
    expect(seen?.told).toEqual({ events: state.seq, of: state.seq })
  })

  it('shows the permit, and that it was handed over', async () => {
    const id = await walkIn()
    const state = await at.walk(id)
    await drained()
    expect(await admin().portal.aside.query()).toEqual([])
    expect(there('application', id)?.data).toMatchObject({ status: 'handed-over' })
    expect(there('permit', state.product?.id ?? '')?.data).toMatchObject({
      number: state.product?.number?.text,
      status: 'active',
      verificationCode: state.product?.verificationCode,
    })
    expect(portal.portal.store.ofApplication('handover', id)).toHaveLength(1)
    expect(portal.portal.store.lastEventSeq(id)).toBe(state.seq)
  })
})

describe('what stands in the way', () => {
  it('says which part of the connection fails', async () => {
    const tried = async (change: object) => {
      const said = await admin().portal.tryServer.mutate(typed(change))
      return said.ok ? said.value.version : [said.refusal.code, 'part' in said.refusal && said.refusal.part]
    }
    expect(await tried({})).toMatch(/^1/)
    expect(await tried({ secret: 'salah' })).toEqual(['portal-trial-failed', 'sign-in'])
    expect(await tried({ base: 'http://127.0.0.1:9/api/v1' })).toEqual(['portal-trial-failed', 'connection'])
    expect(await tried({ base: 'http://portal.contoh.go.id/api/v1' })).toEqual([
      'portal-not-encrypted',
      false,
    ])
    // The kept secret goes to no other address than the one for which it was typed.
    expect(await tried({ base: 'http://127.0.0.1:9/api/v1', secret: null })).toEqual([
      'portal-secret-again',
      false,
    ])
    expect(await tried({ secret: null })).toMatch(/^1/)
  })

  it('keeps the secret where no copy of the database can tell it', async () => {
    const kept = await at.besides.queries.getSetting('portal.address')
    expect(JSON.stringify(kept)).not.toContain('rahasia')
    expect(JSON.stringify(await admin().portal.server.query())).not.toMatch(/rahasia|secret/i)
  })

  it('sends nothing while it is paused, and everything when it goes on', async () => {
    await admin().portal.pause.mutate({ paused: true })
    const id = await walkIn()
    const status = await admin().portal.status.query()
    expect(status).toMatchObject({ state: 'paused', pausedBy: 'Melati Sambas', needsYou: false })
    expect(status.unsentDossiers).toBeGreaterThan(0)
    expect(there('application', id)).toBeNull()
    await admin().portal.pause.mutate({ paused: false })
    await drained()
    expect(there('application', id)).not.toBeNull()
  })

  it('goes on with a new token when the old one was revoked', async () => {
    portal.portal.store.revokeTokens()
    const id = await walkIn()
    await drained()
    expect(there('application', id)).not.toBeNull()
  })

  it('keeps what the portal refuses with its reason, lets all others through, and sends it again once it is mended', async () => {
    const nik = '6171044708948999'
    const other = anApplicant({ nik, name: 'Bambang Prakoso' })
    expect(
      (await portal.call('PUT', `/applicants/${other.id}`, { baseVersion: null, applicant: other })).status,
    ).toBe(200)
    const held = await at.takeIn({ nik })
    const [aside, ...more] = await refusedOnes()
    expect(more).toEqual([])
    expect(aside).toMatchObject({
      applicationId: held,
      kind: 'applicant',
      code: 'nik-taken',
      mender: 'counter',
    })
    const passed = await walkIn()
    while (there('application', passed) === null) await new Promise((resolve) => setImmediate(resolve))
    expect(there('application', held)).toBeNull()
    expect((await admin().portal.asideTable.query()).text).toContain('nik-taken')
    // The other one's NIK was the wrong one.
    const mended = { ...other, nik: '6171044708948998' }
    await portal.call('PUT', `/applicants/${other.id}`, { baseVersion: 1, applicant: mended })
    expect(await admin().portal.resend.mutate({ key: aside?.key ?? '' })).toMatchObject({ ok: true })
    await drained()
    expect(there('application', held)).not.toBeNull()
    expect(await admin().portal.aside.query()).toEqual([])
    expect((await admin().portal.resend.mutate({ key: aside?.key ?? '' })).ok).toBe(false)
  })

  it('gives no more numbers of a series of which the portal knows one under another permit', async () => {
    const id = await walkIn()
    const state = await at.walk(id, (one) => (one.product?.number ?? null) !== null)
    const [applicant, number] = [
      anApplicant({ nik: null, citizenship: 'MY' }),
      state.product?.number?.text ?? '',
    ]
    const other = anApplication(applicant.id)
    await portal.call('PUT', `/applicants/${applicant.id}`, { baseVersion: null, applicant })
    await portal.call('PUT', `/applications/${other.id}`, { baseVersion: null, application: other })
    const [taken] = portal.portal.store.entities('permit')
    if (!taken) throw new Error('the portal has no permit')
    const permit = { ...taken.data, id: randomUUID(), applicationId: other.id, number, status: 'active' }
    expect((await portal.call('PUT', `/permits/${permit.id}`, { baseVersion: null, permit })).status).toBe(
      200,
    )
    await at.walk(id)
    const [aside] = await refusedOnes()
    expect(aside).toMatchObject({ kind: 'permit', code: 'number-taken', mender: 'administrator' })
    const next = await walkIn()
    await expect(at.walk(next)).rejects.toThrow('series-stopped')
    await portal.call('PUT', `/permits/${permit.id}`, {
      baseVersion: 1,
      permit: { ...permit, status: 'void' },
    })
    await admin().portal.resend.mutate({ key: aside?.key ?? '' })
    await drained()
    expect((await at.walk(next)).product?.number).not.toBeNull()
  })

  it('tells a portal that was restored from an empty backup everything of a dossier again', async () => {
    const id = await walkIn()
    await drained()
    const port = Number(new URL(portal.address).port)
    await portal.close()
    portal = await trialPortal({ port, limits })
    const checker = await at.tryStep(id, null)
    expect(checker?.answer.ok).toBe(true)
    await admin().portal.sendNow.mutate()
    while (there('application', id) === null) await new Promise((resolve) => setImmediate(resolve))
    await drained()
    const state = await at.read(id)
    expect(await admin().portal.aside.query()).toEqual([])
    expect(portal.portal.store.lastEventSeq(id)).toBe(state.seq)
    expect(portal.portal.store.ofApplication('document', id)).toHaveLength(
      state.documents.filter((one) => one.sha256 !== null && one.replacedBy === null).length,
    )
  })
})
