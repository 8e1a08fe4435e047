import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scannedPdf } from '#adapters/paper-check/testing/grainy-files.ts'
import { openPortalDesk, type PortalDesk } from '../testing/portal-desk.ts'

const limits = {
  fileBytes: 2_000_000,
  mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
  pagesPerDocument: 3,
}
let at: PortalDesk
beforeAll(async () => {
  at = await openPortalDesk({ limits })
  await at.join()
})
afterAll(async () => {
  await at.close()
})

/** A walk-in that brings this for the first of the requirements. */
async function walkIn(nik: string, name: string, bytes: Uint8Array) {
  const file = await at.desk.upload('front-office', name, bytes)
  const [first, ...rest] = (await at.desk.fill({ nik })).documents
  if (!first) throw new Error('nothing is asked for')
  const id = await at.desk.takeIn({ nik, documents: [{ ...first, ...file, fileName: name }, ...rest] })
  await at.sent()
  const pages = at.portal.portal.store
    .ofApplication('document', id)
    .filter(({ data }) => data['requirementCode'] === first.requirementCode)
    .map(({ data }) => [data['page'], data['pages'], data['mediaType']])
  return { id, file, pages }
}

describe('a portal that takes less than it said when the line was opened', () => {
  it('is asked once more what it takes: the file goes as pages, nothing is put aside', async () => {
    const before = await walkIn('6171044708949301', 'ktp.pdf', await scannedPdf(2, null, 80_000))
    expect(before.pages).toEqual([[1, 1, 'application/pdf']])

    limits.fileBytes = 60_000
    const after = await walkIn('6171044708949302', 'ijazah.pdf', await scannedPdf(2, null, 81_000))
    expect(after.pages).toEqual([
      [1, 2, 'image/jpeg'],
      [2, 2, 'image/jpeg'],
    ])
    expect(at.portal.portal.store.hasFile(after.file.sha256)).toBe(false)
    expect(await at.desk.admin.portal.aside.query()).toEqual([])
  })
})
