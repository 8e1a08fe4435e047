import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPostgresDatabase, type TestPostgres } from '#db/testing/postgres.ts'
import { openOrThrow } from '#db/testing/open-test-db.ts'
import type { OpenDatabase } from '#db/open.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { onlineMoves } from '../../../scripts/portal/testing/online-moves.ts'
import { trialPortal, type TrialPortal } from '../../../scripts/portal/testing/trial-portal.ts'
import { composeStation, officePassword, type ComposedStation } from '../testing/composed-station.ts'
import type { Client } from '../testing/counter-desk.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

const now = '2026-11-18T02:00:00.000Z'

describe('two stations on one PostgreSQL, of which one speaks with the portal', { timeout: 120_000 }, () => {
  let postgres: TestPostgres
  let dataDir: string
  let counter: OfficeAtWork
  let speaker: ComposedStation
  let admin: Client
  let portal: TrialPortal
  let db: OpenDatabase
  beforeAll(async () => {
    postgres = await createPostgresDatabase()
    dataDir = mkdtempSync(join(tmpdir(), 'sepok-two-stations-'))
    portal = await trialPortal({
      limits: {
        fileBytes: 2_000_000,
        mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
        pagesPerDocument: 5,
      },
    })
    counter = await openOfficeAtWork('pontianak', { databaseUrl: postgres.url, dataDir, now })
    speaker = await composeStation({ databaseUrl: postgres.url }, now)
    db = await openOrThrow({ url: postgres.url })
    admin = speaker.client('admin')
    await admin.session.signIn.mutate({ username: 'admin', password: officePassword })
    const typed = { base: portal.apiBase, clientId: 'loket', secret: 'rahasia' }
    expect(await admin.portal.saveServer.mutate(typed)).toMatchObject({ ok: true })
  }, 120_000)
  afterAll(async () => {
    await db.close()
    await speaker.close()
    await portal.close()
    await postgres.drop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const drained = async (): Promise<void> => {
    for (;;) {
      const { unplanned, waiting, filesWaiting } = await db.queries.portalFigures()
      if (unplanned + waiting + filesWaiting === 0) return
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const filesAtPortal = (id: string): readonly boolean[] =>
    portal.portal.store
      .ofApplication('document', id)
      .map(({ data }) => portal.portal.store.hasFile(String(data['sha256'])))

  const sentencesOf = async (id: string): Promise<readonly string[]> => {
    const seen = await admin.portal.ofDossier.query({ applicationId: id })
    return seen?.parts.flatMap((one) => (one.kind === 'document' ? (one.sentence ?? []) : [])) ?? []
  }
  const atAnother =
    'Berkasnya ada di komputer loket lain (Loket 2) dan terkirim sendiri begitu komputer itu menyala.'
  /** It is that time; whoever had signed in long ago signs in again. What waits is tried now. */
  const goTo = async (iso: string): Promise<void> => {
    speaker.setTime(iso)
    await admin.session.signIn.mutate({ username: 'admin', password: officePassword })
    await admin.portal.sendNow.mutate()
  }
  let id: string
  let state: ApplicationState | undefined

  it('files of a station that is switched off wait for it for two working days, refused by nobody', async () => {
    await admin.portal.pause.mutate({ paused: true })
    id = await counter.takeIn({ nik: '6171044708941702' })
    state = await db.queries.findApplication(id)
    await counter.close()
    await admin.portal.pause.mutate({ paused: false })
    await expect.poll(() => sentencesOf(id), { timeout: 20_000 }).toContain(atAnother)
    await goTo('2026-11-20T02:00:00.000Z')
    expect(await sentencesOf(id)).toContain(atAnother)
    expect(await admin.portal.aside.query()).toEqual([])
  })

  it('then they are put before the counter, which may have them at hand, and hold up nothing else', async () => {
    await goTo('2026-11-23T02:00:00.000Z')
    const hashes = new Set(state?.documents.map((one) => one.sha256))
    await expect
      .poll(() => db.queries.listPortalFilesAside('send', 9), { timeout: 20_000 })
      .toHaveLength(hashes.size)
    const tray = await admin.portal.aside.query()
    expect(tray).toHaveLength(state?.documents.length ?? 0)
    for (const one of tray) {
      expect(one).toMatchObject({ applicationId: id, kind: 'document', mender: 'counter' })
      expect(one.sentence).toContain('Nyalakan komputer Loket 2 lalu kirim lagi, atau unggah ulang berkasnya')
    }
    await expect.poll(() => portal.portal.store.lastEventSeq(id), { timeout: 20_000 }).toBe(state?.seq)
  })

  it('sent once more they are asked for anew, and go once their station is on again', async () => {
    const [first] = await admin.portal.aside.query()
    expect(await admin.portal.resend.mutate({ key: first?.key ?? '' })).toMatchObject({ ok: true })
    await expect.poll(() => sentencesOf(id), { timeout: 20_000 }).toContain(atAnother)

    const again = await composeStation({ databaseUrl: postgres.url, dataDir }, '2026-11-23T02:00:00.000Z')
    await drained()
    expect(await admin.portal.aside.query()).toEqual([])
    expect(filesAtPortal(id)).toEqual(state?.documents.map(() => true))
    // On the way they were in the database, and are there no longer.
    for (const { sha256 } of state?.documents ?? [])
      expect(await db.queries.findPortalLoan(sha256 ?? '')).toBeUndefined()
    await again.close()
  })

  it('a clerk of the other one picks a file of the portal, whose bytes lie at the station that speaks', async () => {
    const { store, instant } = portal.portal
    const online = onlineMoves(portal)
    const filed = online.apply(online.register('6171044708941701')).id
    const read = () => db.queries.findApplication(filed)
    await expect.poll(read, { timeout: 20_000 }).toBeDefined()
    await expect
      .poll(async () => (await db.queries.portalFigures()).fetchesWaiting, { timeout: 20_000 })
      .toBe(0)
    const other = await composeStation({ databaseUrl: postgres.url, dataDir }, '2026-11-23T02:00:00.000Z')
    const clerk = other.client('front-office')
    await clerk.session.signIn.mutate({ username: 'front-office', password: officePassword })
    const at = { applicationId: filed, stage: 'front-office', note: null }
    for (const { id: documentId } of (await read())?.documents ?? [])
      await clerk.dossiers.checkDocument.mutate({ ...at, documentId, check: 'accepted' })
    const withdrawal = { askedBy: 'holder', name: 'Pemohon', letterSha256: null } as const
    const order = { ...at, action: 'teruskan', asks: [], withdrawal }
    expect(await clerk.dossiers.act.mutate(order)).toMatchObject({ ok: true })
    await drained()

    // Accepted is accepted: what changes at the portal now is a clerk's to decide.
    const [first, second] = store.ofApplication('document', filed)
    const { sha256, fileName, mediaType, sizeBytes } = second?.data ?? {}
    const theirs = { ...first?.data, sha256, fileName, mediaType, sizeBytes }
    portal.portal.change(() => store.put('document', first?.id ?? '', theirs, instant()))
    const conflicts = () => clerk.inbox.conflicts.query({ applicationId: filed })
    await expect.poll(conflicts, { timeout: 20_000 }).toHaveLength(1)
    const [conflict] = await conflicts()
    const pick = {
      conflictId: conflict?.id ?? '',
      version: conflict?.version ?? 0,
      picked: 'theirs',
    } as const
    expect(await clerk.inbox.settleConflict.mutate(pick)).toMatchObject({ ok: true })
    const documents = (await read())?.documents ?? []
    expect(documents.find((one) => one.id === first?.id)?.replacedBy).not.toBeNull()
    expect(documents.filter((one) => one.replacedBy === null && one.sha256 === sha256)).toHaveLength(2)
    await drained()
    expect(await db.queries.portalFigures()).toMatchObject({ conflicts: 0, fetchesAside: 0 })
    await other.close()
  })
})
