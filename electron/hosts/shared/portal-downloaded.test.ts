import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPortalDesk, type PortalDesk } from '../testing/portal-desk.ts'

let at: PortalDesk
beforeAll(async () => {
  at = await openPortalDesk()
})
afterAll(async () => {
  await at.close()
})

it('a letter that its applicant downloaded at the portal waits for the office, whose handovers are', async () => {
  const applicationId = await at.desk.takeIn({ nik: '6171044708948451' })
  const { portal } = at.portal
  const id = randomUUID()
  const instant = portal.instant()
  const handover = {
    id,
    applicationId,
    documentIds: [],
    method: 'download',
    receivedBy: null,
    relation: null,
  }
  portal.store.put('handover', id, { ...handover, at: instant }, instant)
  await at.pull()
  const [arrival] = await at.desk.counter.inbox.arrivals.query()
  expect(arrival).toMatchObject({ applicationId, reason: 'handover-downloaded' })
  expect(arrival?.sentence).toContain('mengunduh suratnya')
  const state = await at.desk.besides.queries.findApplication(applicationId)
  expect(state?.handedOverAt).toBeNull()
})
