import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPostgresDatabase, type TestPostgres } from '#db/testing/postgres.ts'
import { openOrThrow } from '#db/testing/open-test-db.ts'
import type { OpenDatabase } from '#db/open.ts'
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

  it('files of a station that is switched off wait for it, are refused by nobody, and go once it is on again', async () => {
    await admin.portal.pause.mutate({ paused: true })
    const id = await counter.takeIn({ nik: '6171044708941702' })
    const state = await db.queries.findApplication(id)
    await counter.close()
    await admin.portal.pause.mutate({ paused: false })
    const sentences = async () => {
      const seen = await admin.portal.ofDossier.query({ applicationId: id })
      return seen?.parts.flatMap((one) => (one.kind === 'document' ? (one.sentence ?? []) : [])) ?? []
    }
    await expect
      .poll(sentences, { timeout: 20_000 })
      .toContain(
        'Berkasnya ada di komputer loket lain (Loket 2) dan terkirim sendiri begitu komputer itu menyala.',
      )
    expect(await admin.portal.aside.query()).toEqual([])

    const again = await composeStation({ databaseUrl: postgres.url, dataDir }, now)
    await drained()
    expect(await admin.portal.aside.query()).toEqual([])
    expect(filesAtPortal(id)).toEqual(state?.documents.map(() => true))
    expect(portal.portal.store.lastEventSeq(id)).toBe(state?.seq)
    // On the way they were in the database, and are there no longer.
    for (const { sha256 } of state?.documents ?? [])
      expect(await db.queries.findPortalLoan(sha256 ?? '')).toBeUndefined()
    await again.close()
  })
})
