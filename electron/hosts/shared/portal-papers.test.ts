import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scannedPdf } from '#adapters/paper-check/testing/grainy-files.ts'
import { trialPortal, type TrialPortal } from '../../../scripts/portal/testing/trial-portal.ts'
import { sha256Of } from '../testing/counter-desk.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

let at: OfficeAtWork
let portal: TrialPortal
const limits = {
  fileBytes: 400_000,
  mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
  pagesPerDocument: 5,
}
const admin = () => at.office.client('admin')

beforeAll(async () => {
  at = await openOfficeAtWork('pontianak')
  portal = await trialPortal({ limits })
})
afterAll(async () => {
  await at.close()
  await portal.close()
})

const join = async (): Promise<void> => {
  const typed = { base: portal.apiBase, clientId: 'loket', secret: 'rahasia' }
  expect((await admin().portal.saveServer.mutate(typed)).ok).toBe(true)
}
const sent = async (): Promise<void> => {
  for (;;) {
    const { unplanned, waiting, filesWaiting } = await at.besides.queries.portalFigures()
    if (unplanned + waiting + filesWaiting === 0) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}
const permitOf = (id: string) => portal.portal.store.ofApplication('permit', id)[0]?.data
const bring = async (bytes: Uint8Array): Promise<string> => {
  const answer = await at.office.fetch('print-desk', '/files?name=lembar.pdf', {
    method: 'POST',
    body: bytes as Uint8Array<ArrayBuffer>,
    headers: { 'x-content-sha256': sha256Of(bytes) },
  })
  return ((await answer.json()) as { readonly sha256: string }).sha256
}

/** A permit whose signed sheet was scanned into a file of so many bytes. */
async function signedWithScan(nik: string, leastBytes: number) {
  const id = await at.takeIn({ nik, facilityName: `RS ${nik.slice(-2)}` })
  const state = await at.walk(id, (one) => (one.prints.permit ?? 0) > 0)
  const desk = await at.as('print-desk')
  const scan = await bring(await scannedPdf(1, null, leastBytes))
  const stage = state.openStages[0]?.stage ?? ''
  const order = { applicationId: id, stage, on: at.today(), scanSha256: scan }
  expect(await desk.dossiers.sign.mutate(order)).toMatchObject({ ok: true })
  await at.walk(id)
  return { id, scan }
}

describe('a paper of the office that is larger than the portal takes', () => {
  it('goes as a copy marked as none of the original where it is the scan of a sheet, and is nobody’s trouble', async () => {
    const large = await signedWithScan('6171044708948401', 500_000)
    const small = await signedWithScan('6171044708948402', 1_000)
    await join()
    await sent()
    expect(permitOf(small.id)?.['pdfSha256']).toBe(small.scan)
    const copy = String(permitOf(large.id)?.['pdfSha256'])
    expect(copy).not.toBe(large.scan)
    const [kept, other] = [portal.portal.store.hasFile(copy), portal.portal.store.hasFile(large.scan)]
    expect([kept, other]).toEqual([true, false])
    expect(await admin().portal.aside.query()).toEqual([])
    expect((await at.besides.queries.portalFigures()).filesAside).toBe(0)
    expect((await at.read(large.id)).product?.signature?.scanSha256).toBe(large.scan)
  }, 60_000)

  it('is never made smaller: it waits in the tray with who can mend it, and goes as it is once the portal takes it', async () => {
    const id = await at.takeIn({ nik: '6171044708948403' })
    await at.walk(id, (one) => (one.product?.number ?? null) !== null)
    await sent()
    const port = Number(new URL(portal.address).port)
    await portal.close()
    portal = await trialPortal({ port, limits: { ...limits, fileBytes: 9_000 } })
    await at.walk(id)
    await admin().portal.sendNow.mutate()
    const tray = async () => {
      const all = await admin().portal.aside.query()
      return all.find((one) => one.applicationId === id && one.kind === 'permit')
    }
    while (!(await tray())) await new Promise((resolve) => setImmediate(resolve))
    expect(await tray()).toMatchObject({ mender: 'portal' })
    expect((await tray())?.sentence).toContain('tidak boleh diperkecil')
    expect(permitOf(id)).toBeUndefined()
    // Everything else of the dossier is told; only the handover waits for the permit that it names.
    while (portal.portal.store.lastEventSeq(id) !== (await at.read(id)).seq)
      await new Promise((resolve) => setImmediate(resolve))
    await sent()
    expect((await at.read(id)).handedOverAt).not.toBeNull()
    expect(portal.portal.store.ofApplication('handover', id)).toEqual([])
    await portal.close()
    portal = await trialPortal({ port, limits })
    for (const { key } of await admin().portal.aside.query()) await admin().portal.resend.mutate({ key })
    while (!permitOf(id)) {
      await admin().portal.sendNow.mutate()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await sent()
    expect(await tray()).toBeUndefined()
    expect(portal.portal.store.ofApplication('handover', id)).toHaveLength(1)
  }, 60_000)
})
