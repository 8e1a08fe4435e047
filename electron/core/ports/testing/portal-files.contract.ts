import { expect, test } from 'vitest'
import { anId } from '#domain/testing/builders.ts'
import { at, later, sha256, laneOf, aFile } from './portal-records.ts'
import { doWork, type OpenOffice } from './test-office.ts'

/** What every store of the portal’s traffic promises of files and of the pages that go in their place. */
export function portalFilesContract(open: OpenOffice): void {
  test('keeps the pages of a file, in the place of those that it had', async () => {
    const office = await open()
    const page = (n: number, source = sha256) => ({
      sourceSha256: source,
      page: n,
      sha256: `${source.slice(0, 62)}${String(n).padStart(2, '0')}`,
      sizeBytes: 100 + n,
      madeAt: at,
    })
    const other = 'cd'.repeat(32)
    const pages = await doWork(office, async ({ portal }) => {
      await portal.savePages(sha256, [page(9)])
      await portal.savePages(other, [page(1, other)])
      await portal.savePages(sha256, [page(2), page(1)])
      return portal.listPages([sha256, other])
    })
    expect(pages).toEqual([page(1), page(2), page(1, other)])
    expect(await office.queries.listPortalPages([other])).toEqual([page(1, other)])
    expect(await office.queries.listPortalPageSources(page(2).sha256)).toEqual([sha256])
    expect(await office.queries.listPortalPageSources(page(9).sha256)).toEqual([])
    await doWork(office, ({ portal }) => portal.savePages(sha256, []))
    expect(await office.queries.listPortalPages([sha256])).toEqual([])
  })

  test('a file in the place of which pages or a marked copy go is nobody’s trouble', async () => {
    const office = await open()
    const trouble = { kind: 'as-pages', pages: 2 } as const
    await doWork(office, async ({ portal }) => {
      await portal.addFile(aFile({ state: 'aside', trouble }))
      const copy = { key: anId(3, 'f'), state: 'aside', trouble: { kind: 'as-copy' } } as const
      await portal.addFile(aFile({ ...copy, sha256: 'ef'.repeat(32) }))
      const unfit = { kind: 'unfit-file', sizeBytes: 9, mediaType: 'image/png', why: 'size' } as const
      await portal.addFile(
        aFile({ sha256: 'cd'.repeat(32), key: anId(2, 'f'), state: 'aside', trouble: unfit }),
      )
    })
    expect((await office.queries.portalFigures()).filesAside).toBe(1)
    expect(await office.queries.listPortalFilesAside('send', 9)).toHaveLength(1)
  })

  test('a file goes once, whoever needs it', async () => {
    const office = await open()
    const fetched = aFile({ direction: 'fetch', key: anId(2, 'f'), state: 'aside' })
    const added = await doWork(office, async ({ portal }) => [
      await portal.addFile(aFile()),
      await portal.addFile(aFile({ key: anId(3, 'f'), applicationId: laneOf(2) })),
      await portal.addFile(fetched),
    ])
    expect(added).toEqual([true, false, true])
    expect(await office.queries.listPortalFilesDue('send', at, 9)).toEqual([aFile()])
    expect(await office.queries.nextPortalTry()).toBe(at)
    const done = aFile({
      state: 'done',
      stateAt: later,
      tries: 1,
      trouble: { kind: 'later', why: 'silent' },
    })
    await doWork(office, ({ portal }) => portal.saveFile(done))
    expect(await doWork(office, ({ portal }) => portal.findFile('send', sha256))).toEqual(done)
    expect(await office.queries.findPortalFile('fetch', sha256)).toEqual(fetched)
    expect(await office.queries.listPortalFilesAside('fetch', 9)).toEqual([fetched])
    expect(await office.queries.nextPortalTry()).toBeNull()
    expect(await office.queries.portalFigures()).toMatchObject({ filesWaiting: 0, fetchesAside: 1 })
  })

  test('a file that was put aside on its way to the portal is tried once more when somebody else needs it', async () => {
    const office = await open()
    const trouble = { kind: 'no-file', sha256 } as const
    const [aside, fetched] = [
      aFile({ state: 'aside', trouble, tries: 2 }),
      aFile({ direction: 'fetch', key: anId(2, 'f'), state: 'aside', trouble }),
    ]
    await doWork(office, async ({ portal }) => {
      await portal.addFiles([aside, fetched])
      await portal.reviveFiles([sha256], later)
    })
    const tried = { ...aside, state: 'waiting', stateAt: later, nextTryAt: later, trouble: null }
    expect(await office.queries.findPortalFile('send', sha256)).toEqual(tried)
    expect(await office.queries.findPortalFile('fetch', sha256)).toEqual(fetched)
  })

  test('a file that lies at another station is asked for, brought once, and gone when it is no longer needed', async () => {
    const office = await open()
    const bytes = new Uint8Array([0, 1, 2, 255])
    expect(await doWork(office, ({ portal }) => portal.askForLoan(sha256, at))).toBe(at)
    expect(await doWork(office, ({ portal }) => portal.askForLoan(sha256, later))).toBe(at)
    expect(await office.queries.listPortalLoansAsked(null, 9)).toEqual([sha256])
    expect(await office.queries.findPortalLoan(sha256)).toBeUndefined()
    const brought = await doWork(office, async ({ portal }) => [
      await portal.bringLoan(sha256, bytes, later),
      await portal.bringLoan(sha256, new Uint8Array([9]), later),
      await portal.bringLoan('ee'.repeat(32), bytes, later),
    ])
    expect(brought).toEqual([true, false, false])
    expect(await office.queries.listPortalLoansAsked(null, 9)).toEqual([])
    expect(await office.queries.findPortalLoan(sha256)).toEqual(bytes)
    await doWork(office, ({ portal }) => portal.endLoan(sha256))
    expect(await office.queries.findPortalLoan(sha256)).toBeUndefined()
  })

  test('files that others are asked for are told in pages, to the last one', async () => {
    const office = await open()
    const asked = ['cc', '0f', 'a1', '9b', 'f0'].map((start) => start.repeat(32))
    await doWork(office, async ({ portal }) => {
      for (const one of asked) await portal.askForLoan(one, at)
    })
    const [first, second] = [
      await office.queries.listPortalLoansAsked(null, 3),
      await office.queries.listPortalLoansAsked('a1'.repeat(32), 3),
    ]
    expect([...first, ...second]).toEqual(asked.toSorted())
    expect(first).toHaveLength(3)
    expect(await office.queries.listPortalLoansAsked(second.at(-1) ?? null, 3)).toEqual([])
  })
}
