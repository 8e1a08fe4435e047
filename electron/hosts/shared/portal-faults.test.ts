import { afterEach, expect, it } from 'vitest'
import type { EntityName } from '#adapters/portal/wire-entities.ts'
import { faultKinds } from '../../../scripts/portal/faults.ts'
import { trialPortal, type TrialPortal } from '../../../scripts/portal/testing/trial-portal.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

let at: OfficeAtWork
let portal: TrialPortal
afterEach(async () => {
  await at.close()
  await portal.close()
})

it('over a line on which two of five requests go wrong in every known way, all is told once and nothing is lost', async () => {
  portal = await trialPortal({
    limits: {
      fileBytes: 2_000_000,
      mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
      pagesPerDocument: 5,
    },
    faults: { seed: 4, rate: 0.4, kinds: faultKinds, holdMs: 5 },
  })
  at = await openOfficeAtWork('pontianak')
  const admin = at.office.client('admin')
  const saved = await admin.portal.saveServer.mutate({
    base: portal.apiBase,
    clientId: 'loket',
    secret: 'rahasia',
  })
  expect(saved.ok).toBe(true)
  const ids = [await at.takeIn({ nik: '6171044708948901' }), await at.takeIn({ nik: '6171044708948902' })]
  await at.step(ids[0] ?? '')
  for (;;) {
    const figures = await at.besides.queries.portalFigures()
    const left = figures.unplanned + figures.waiting + figures.filesWaiting
    if (left + figures.aside + figures.filesAside === 0) break
    // A clerk has what an invented refusal stopped sent again, and presses the button that waits for no hour.
    for (const { key } of await admin.portal.aside.query()) await admin.portal.resend.mutate({ key })
    at.office.setTime(new Date(at.office.now() + 400_000).toISOString())
    await admin.portal.sendNow.mutate()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const there = (entity: EntityName, id: string) => portal.portal.store.entity(entity, id)
  for (const id of ids) {
    const state = await at.read(id)
    const seen = await admin.portal.ofDossier.query({ applicationId: id })
    expect(seen?.rows.filter((one) => !one.isSame)).toEqual([])
    expect(seen?.parts.filter((one) => one.state !== 'in-step')).toEqual([])
    expect(there('applicant', state.applicant.id)?.data).toMatchObject({ nik: state.applicant.nik })
    expect(portal.portal.store.lastEventSeq(id)).toBe(state.seq)
    const files = portal.portal.store.ofApplication('document', id)
    expect(files).toHaveLength(state.documents.filter((one) => one.sha256 !== null).length)
  }
  const calls = (await Promise.all(ids.map((id) => at.besides.queries.listPortalCallsOf(id)))).flat()
  const states = await at.besides.queries.countPortalCalls()
  expect(states.done + states.replaced).toBe(calls.length)
  expect(Object.keys(portal.proxy?.met() ?? {}).length).toBeGreaterThan(8)
}, 60_000)
