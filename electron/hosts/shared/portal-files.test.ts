import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfBytes } from '#domain/testing/files.ts'
import { submitApplication } from '../../../scripts/portal/applicant-moves.ts'
import { done } from '../../../scripts/portal/testing/online-moves.ts'
import { sha256Of } from '../testing/counter-desk.ts'
import { openPortalDesk, type PortalDesk } from '../testing/portal-desk.ts'

let at: PortalDesk
beforeAll(async () => {
  at = await openPortalDesk()
  await at.join()
})
afterAll(async () => {
  await at.close()
})

/** Until the list of files that did not come has so many lines. */
async function stuck(count: number) {
  for (;;) {
    const files = await at.desk.counter.portal.files.query()
    if (files.length === count) return files
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('a file that the portal does not give', () => {
  it('is listed with its reason and counted until somebody has it fetched', async () => {
    const { store } = at.portal.portal
    const bytes = new Uint8Array([...pdfBytes(), ...new TextEncoder().encode('\n%belum ada')])
    const sha256 = sha256Of(bytes)
    const draft = at.draft(at.register('6171014506900401'))
    const [document] = store.ofApplication('document', draft.id)
    if (!document) throw new Error('the draft has no file')
    const lost = { ...document.data, sha256, fileName: 'str.pdf', mediaType: 'application/pdf' }
    store.put('document', document.id, lost, at.portal.portal.instant())
    const { id } = done(submitApplication(at.portal.portal, draft.id))
    const [file] = await stuck(1)
    expect(file).toMatchObject({ sha256, applicationId: id, fileName: 'str.pdf', nextTryAt: null })
    expect(file?.sentence).toContain('Minta pemohon mengunggahnya kembali')
    expect(await at.desk.counter.portal.status.query()).toMatchObject({ files: 1, needsYou: true })
    store.addFile(sha256, { mediaType: 'application/pdf', bytes })
    expect(await at.desk.counter.portal.fetchNow.mutate({ sha256 })).toEqual({ ok: true, value: null })
    expect(await stuck(0)).toEqual([])
    expect((await at.desk.office.fetch('front-office', `/files/${sha256}`)).status).toBe(200)
    const unknown = await at.desk.counter.portal.fetchNow.mutate({ sha256: '0'.repeat(64) })
    expect(unknown).toMatchObject({ ok: false, refusal: { code: 'portal-file-unknown' } })
  })
})
