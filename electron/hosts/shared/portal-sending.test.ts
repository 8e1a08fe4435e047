import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EntityName } from '#adapters/portal/wire-entities.ts'
import { trialPortal, type TrialPortal } from '../../../scripts/portal/testing/trial-portal.ts'
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

const there = (entity: EntityName, id: string) => portal.portal.store.entity(entity, id)
const admin = () => at.office.client('admin')
let people = 0
const walkIn = (): Promise<string> =>
  at.takeIn({ nik: `617104470894${String(7000 + (people += 1))}` })

beforeAll(async () => {
  at = await openOfficeAtWork('pontianak')
  portal = await trialPortal({
    limits: {
      fileBytes: 2_000_000,
      mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
      pagesPerDocument: 5,
    },
  })
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
