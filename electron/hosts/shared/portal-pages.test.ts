import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scannedPdf } from '#adapters/paper-check/testing/grainy-files.ts'
import { openPortalDesk, type PortalDesk } from '../testing/portal-desk.ts'

const limits = {
  fileBytes: 60_000,
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

const there = (id: string) => at.portal.portal.store.ofApplication('document', id).map(({ data }) => data)

/** A walk-in with files of their own choice for one requirement. */
async function walkIn(nik: string, name: string, ...files: readonly Uint8Array[]) {
  const stored = []
  for (const bytes of files) stored.push(await at.desk.upload('front-office', name, bytes))
  const [file] = stored
  const form = await at.desk.fill({ nik })
  const [first, ...rest] = form.documents
  if (!first || !file) throw new Error('nothing is asked for')
  const documents = [...stored.map((one) => ({ ...first, ...one, fileName: name })), ...rest]
  return { id: await at.desk.takeIn({ nik, documents }), file, code: first.requirementCode }
}

describe('a file that the portal does not take', () => {
  it('goes as pages that name it, each there with its bytes, while the file itself stays at the counter', async () => {
    const scan = await scannedPdf(2, null, 80_000)
    const { id, file, code } = await walkIn('6171044708948201', 'ktp keluarga.pdf', scan)
    await at.sent()
    const pages = there(id).filter((one) => one['requirementCode'] === code)
    expect(pages.map((one) => [one['page'], one['pages'], one['fileName'], one['mediaType']])).toEqual([
      [1, 2, 'ktp keluarga-1.jpg', 'image/jpeg'],
      [2, 2, 'ktp keluarga-2.jpg', 'image/jpeg'],
    ])
    for (const page of pages) {
      expect(at.portal.portal.store.hasFile(String(page['sha256']))).toBe(true)
      expect(Number(page['sizeBytes'])).toBeLessThanOrEqual(limits.fileBytes)
    }
    expect(at.portal.portal.store.hasFile(file.sha256)).toBe(false)
    expect(await at.desk.admin.portal.aside.query()).toEqual([])
    expect((await at.desk.besides.queries.portalFigures()).filesAside).toBe(0)
    const kept = await at.desk.besides.queries.listPortalPages([file.sha256])
    expect(kept.map((one) => one.sha256)).toEqual(pages.map((one) => one['sha256']))
    // The echo of the pages in the feed changes nothing at the counter.
    const before = await at.desk.besides.queries.findApplication(id)
    await at.until(id, (state) => state.seq === before?.seq)
    expect(before?.documents.find((one) => one.requirementCode === code)?.sha256).toBe(file.sha256)
    expect(await at.desk.besides.queries.listPortalArrivals(9)).toEqual([])
  })

  it('is known again in the next dossier, and its check mark goes to each of its pages', async () => {
    const scan = await scannedPdf(2, null, 80_000)
    const { id, code } = await walkIn('6171044708948202', 'ktp.pdf', scan)
    await at.desk.acceptFiles(id)
    await at.sent()
    const pages = there(id).filter((one) => one['requirementCode'] === code)
    expect(pages.map((one) => [one['page'], one['check']])).toEqual([
      [1, 'accepted'],
      [2, 'accepted'],
    ])
  })

  it('shares with the other file of its requirement what the portal takes of one', async () => {
    const scans = [await scannedPdf(3, null), await scannedPdf(2, null, 9_000)]
    const { id, code } = await walkIn('6171044708948204', 'ijazah.pdf', ...scans)
    await at.sent()
    const pages = there(id).filter((one) => one['requirementCode'] === code)
    const numbers = pages.map((one) => [one['page'], one['pages']])
    expect(numbers.sort()).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
    expect(await at.desk.admin.portal.aside.query()).toEqual([])
  })

  it('is set aside by its name when it has more pages than can be read on what may go, and holds nothing else up', async () => {
    const { id } = await walkIn('6171044708948203', 'buku.pdf', await scannedPdf(13, null))
    await at.sent()
    const [aside] = await at.desk.admin.portal.aside.query()
    expect(aside).toMatchObject({ applicationId: id, kind: 'document', mender: 'counter' })
    expect(aside?.sentence).toContain('“buku.pdf”')
    expect(aside?.sentence).toContain('halamannya terlalu banyak')
    const state = await at.desk.besides.queries.findApplication(id)
    expect(at.portal.portal.store.lastEventSeq(id)).toBe(state?.seq)
  })
})
