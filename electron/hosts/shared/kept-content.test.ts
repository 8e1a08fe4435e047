import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import type { FileCabinet } from '#ports/files.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import { ok } from '#domain/result.ts'
import { anId, aRegisteredDossier, instant, withEvent } from '#domain/testing/builders.ts'
import { pdfBytes } from '#domain/testing/files.ts'
import { openOrThrow } from '#db/testing/open-test-db.ts'
import type { OpenDatabase } from '#db/open.ts'
import { createPostgresDatabase, type TestPostgres } from '#db/testing/postgres.ts'
import { someoneWaits } from '#db/testing/waiting-station.ts'
import { officePassword } from '../testing/composed-station.ts'
import { sha256Of } from '../testing/counter-desk.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'
import { withKeptContent } from './kept-content.ts'

const withText = (text: string) =>
  new Uint8Array([...pdfBytes(), ...new TextEncoder().encode(`\n%${text}\n`)])

/** A dossier of another counter that rests on the content. */
function bringing(work: UnitOfWork, n: number, sha256: string) {
  const before = aRegisteredDossier({ n })
  const { state, events } = withEvent(before, {
    action: 'document-added',
    document: {
      id: anId(n, 'd'),
      requirementCode: 'STR',
      page: 1,
      pages: 1,
      sha256,
      fileName: 'pindai.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 9,
      uploadedAt: instant('2026-11-19T02:24:00.000Z'),
      check: 'unchecked',
      checkNote: null,
      replacedBy: null,
    },
    replaces: null,
  })
  return work.run<string, never>(async ({ applicants, applications }) => {
    await applicants.save(state.applicant, state.submittedAt)
    await applications.save(state, events)
    return ok(state.id)
  })
}

describe('two stations on PostgreSQL with one cabinet', { timeout: 120_000 }, () => {
  let postgres: TestPostgres
  let at: OfficeAtWork
  let other: OpenDatabase
  let cabinet: FileCabinet
  beforeAll(async () => {
    postgres = await createPostgresDatabase()
    at = await openOfficeAtWork('pontianak', { databaseUrl: postgres.url })
    other = await openOrThrow({ url: postgres.url })
    cabinet = openDiskFileCabinet(join(at.office.dataDir, 'files'))
  }, 120_000)
  afterAll(async () => {
    await other.close()
    await at.close()
    await postgres.drop()
  })

  it('keep the bytes that another counter stores a dossier on while their removal counts who needs them', async () => {
    const bytes = withText('counted')
    const sha256 = await cabinet.put(bytes)
    expect(sha256).toBe(sha256Of(bytes))
    const form = await at.fill({})
    const documents = form.documents.map((one) =>
      one.requirementCode === 'STR' ? { ...one, sha256, sizeBytes: bytes.length } : one,
    )
    const registered = await at.register({ ...form, documents })
    if (!registered.ok) throw new Error(JSON.stringify(registered.refusal))
    const { applicationId } = registered.value
    const wrong = (await at.read(applicationId)).documents.find((one) => one.sha256 === sha256)

    const looked = Promise.withResolvers<true>()
    const goOn = Promise.withResolvers<true>()
    const slow = {
      has: async (hash: string) => {
        looked.resolve(true)
        await goOn.promise
        return cabinet.has(hash)
      },
    }
    const stored = bringing(withKeptContent(other.work, slow), 71, sha256)
    await looked.promise
    const removing = (await at.as('front-office')).corrections.removeFile.mutate({
      applicationId,
      documentId: wrong?.id ?? '',
      reason: 'STR orang lain',
      consent: { username: 'supervisor', password: officePassword },
    })
    await someoneWaits(postgres.url)
    goOn.resolve(true)
    expect(await stored).toMatchObject({ ok: true })
    expect(await removing).toMatchObject({ ok: true })
    expect((await at.read(applicationId)).documents.find(({ id }) => id === wrong?.id)?.removed).toBeDefined()
    expect(await cabinet.has(sha256)).toBe(true)
  })

  it('store no dossier on bytes that are erased at that moment', async () => {
    const sha256 = await cabinet.put(withText('erased'))
    const counted = Promise.withResolvers<true>()
    const goOn = Promise.withResolvers<true>()
    const erasing = at.besides.work.run<null, never>(async ({ contents }) => {
      await contents.eraseAlone()
      expect(await at.besides.queries.countFileUses(sha256)).toBe(0)
      counted.resolve(true)
      await goOn.promise
      await cabinet.erase(sha256)
      return ok(null)
    })
    await counted.promise
    const stored = bringing(withKeptContent(other.work, cabinet), 72, sha256)
    const refused = expect(stored).rejects.toThrow('was erased while it was being stored')
    await someoneWaits(postgres.url)
    goOn.resolve(true)
    await erasing
    await refused
    expect(await other.queries.findApplication(anId(72, 'b'))).toBeUndefined()
    const again = await at.fill({ nik: '6171044708948072' })
    const form = { ...again, documents: again.documents.map((one) => ({ ...one, sha256 })) }
    expect(await at.register(form)).toMatchObject({ ok: false, refusal: { code: 'form-incomplete' } })
  })
})
