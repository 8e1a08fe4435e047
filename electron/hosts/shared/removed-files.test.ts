import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { hashText } from '#adapters/system/hash.ts'
import { instantOf } from '#domain/instant.ts'
import { pdfBytes } from '#domain/testing/files.ts'
import { examineOffice } from '#services/examine-office.ts'
import { openCounterDesk, photoBytes, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const consent = { username: 'supervisor', password: 'kunci-loket-2026' }
const cabinet = () => openDiskFileCabinet(join(desk.office.dataDir, 'files'))
const damages = async () => {
  const { queries, integrityCheck } = desk.besides
  const startedAt = instantOf(desk.office.now())
  const found = await examineOffice({
    queries,
    cabinet: cabinet(),
    hash: hashText,
    integrityCheck,
    startedAt,
  })
  return found.flatMap((one) => one.damages)
}
/** A dossier whose STR is a content of its own. */
const takeInWith = async (nik: string, own: Uint8Array, code = 'STR', name = 'pindai.pdf') => {
  const form = await desk.fill({ nik, phone: '081234560900' })
  const stored = await desk.upload('front-office', name, own)
  const documents = form.documents.map((one) =>
    one.requirementCode === code ? { ...one, ...stored, fileName: name } : one,
  )
  const id = await desk.takeIn({ ...form, documents })
  const view = await desk.counter.dossiers.get.query({ id })
  const document = view.requirements.find((one) => one.code === code)?.documents[0]
  return { id, sha256: stored.sha256, documentId: document?.id ?? '' }
}
const remove = (id: string, documentId: string, change = {}) =>
  desk.counter.corrections.removeFile.mutate({
    applicationId: id,
    documentId,
    reason: 'KTP orang lain',
    consent,
    ...change,
  })
const withText = (text: string) =>
  new Uint8Array([...pdfBytes(), ...new TextEncoder().encode(`\n%${text}\n`)])

describe('a file of another person', () => {
  it('is erased with a trace, its requirement lacks again, and the doctor finds nothing wrong', async () => {
    const { id, sha256, documentId } = await takeInWith('6171044708940901', withText('one'))
    expect(await cabinet().has(sha256)).toBe(true)
    const done = await remove(id, documentId)
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    expect(await cabinet().has(sha256)).toBe(false)
    expect((await desk.office.fetch('front-office', `/files/${sha256}`)).status).toBe(404)
    const [document] = done.value.requirements.find(({ code }) => code === 'STR')?.documents ?? []
    expect(document).toMatchObject({
      sha256: null,
      removed: { by: 'Petugas Front Office', consentBy: 'Petugas Kepala Bidang', reason: 'KTP orang lain' },
    })
    const accept = done.value.actions.find(({ code }) => code === 'teruskan')
    expect(accept?.refusal).toMatchObject({ code: 'requirements-missing', requirements: ['STR'] })
    expect((await desk.besides.queries.history(id)).at(-1)?.body).toMatchObject({
      action: 'file-removed',
      sha256,
    })
    expect(await damages()).toEqual([])
  })

  it('takes the sheet with its picture off the queue, and says why', async () => {
    const { id, sha256, documentId } = await takeInWith(
      '6171044708940955',
      photoBytes('#2255aa'),
      'ID_PHOTO',
      'foto.jpg',
    )
    await desk.toPrintDesk(id)
    const state = await desk.besides.queries.findApplication(id)
    const job = {
      id: randomUUID(),
      document: 'permit',
      applicationId: id,
      subjectId: state?.product?.id ?? null,
      title: 'Draf izin',
      printerId: null,
      copy: 1,
      content: { kind: 'permit', photoSha256: sha256 },
      state: 'held',
      reason: null,
      detail: null,
      attempts: 0,
      decided: null,
      requestedBy: 'Petugas Pencetakan',
      requestedAt: instantOf(desk.office.now()),
      sentAt: null,
      endedAt: null,
    } as const
    await desk.besides.work.run(async ({ printJobs }) => {
      await printJobs.add({ ...job, reprintReason: null })
      return { ok: true, value: null }
    })
    const done = await remove(id, documentId)
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    const line = done.value.jobs.find((one) => one.id === job.id)
    expect(line).toMatchObject({ state: 'cancelled' })
    expect(line?.explanation).toContain('foto milik orang lain')
  })

  it('keeps its bytes while another dossier rests on the same content', async () => {
    const content = withText('shared')
    const first = await takeInWith('6171044708940902', content)
    const second = await takeInWith('6171044708940903', content)
    expect((await remove(first.id, first.documentId)).ok).toBe(true)
    expect(await cabinet().has(first.sha256)).toBe(true)
    expect((await remove(second.id, second.documentId)).ok).toBe(true)
    expect(await cabinet().has(first.sha256)).toBe(false)
    expect(await damages()).toEqual([])
  })

  it('keeps its bytes while a letter of withdrawal rests on the same content', async () => {
    const letter = withText('letter')
    const wrong = await takeInWith('6171044708940908', letter)
    const ended = await takeInWith('6171044708940909', withText('ended'))
    const withdrawn = await desk.counter.dossiers.act.mutate({
      applicationId: ended.id,
      stage: 'front-office',
      action: 'batalkan',
      note: 'Diminta pemohon',
      asks: [],
      withdrawal: { askedBy: 'holder', name: 'Kinanti Sebangki', letterSha256: wrong.sha256 },
    })
    if (!withdrawn.ok) throw new Error(JSON.stringify(withdrawn.refusal))
    expect((await remove(wrong.id, wrong.documentId)).ok).toBe(true)
    expect(await cabinet().has(wrong.sha256)).toBe(true)
    expect(await damages()).toEqual([])
  })

  it('takes the photo from the person, too', async () => {
    const { id, sha256, documentId } = await takeInWith(
      '6171044708940904',
      photoBytes('#336699'),
      'ID_PHOTO',
      'foto.jpg',
    )
    expect((await remove(id, documentId)).ok).toBe(true)
    const state = await desk.besides.queries.findApplication(id)
    expect(state?.applicant.photoSha256).toBeNull()
    const known = await desk.counter.intake.findByNik.query({ nik: '6171044708940904' })
    expect(known?.applicant.photoSha256).toBeNull()
    expect(await cabinet().has(sha256)).toBe(false)
  })

  it('is not removed without a reason or a second pair of eyes; removed twice it keeps its first trace', async () => {
    const { id, documentId } = await takeInWith('6171044708940905', withText('five'))
    expect(await remove(id, documentId, { consent: null })).toMatchObject({
      refusal: { code: 'consent-needed' },
    })
    expect(await remove(id, documentId, { reason: '' })).toMatchObject({
      refusal: { code: 'removal-needs-reason' },
    })
    expect((await remove(id, documentId)).ok).toBe(true)
    const again = await remove(id, documentId, { reason: 'alasan lain' })
    if (!again.ok) throw new Error(JSON.stringify(again.refusal))
    const removed = again.value.requirements.flatMap(({ documents }) =>
      documents.flatMap((one) => one.removed ?? []),
    )
    expect(removed.map(({ reason }) => reason)).toEqual(['KTP orang lain'])
  })

  it('leaves a trace of bytes that a crash did not erase, until the removal is repeated', async () => {
    const content = withText('six')
    const { id, sha256, documentId } = await takeInWith('6171044708940906', content)
    expect((await remove(id, documentId)).ok).toBe(true)
    await cabinet().put(content)
    expect(await damages()).toMatchObject([{ code: 'file-not-erased', sha256 }])
    expect((await remove(id, documentId)).ok).toBe(true)
    expect(await damages()).toEqual([])
  })

  it('found late is brought again by the counter, and the dossier goes no further before', async () => {
    const { id, documentId } = await takeInWith('6171044708940907', withText('seven'))
    await desk.acceptFiles(id)
    expect((await desk.act(desk.counter, id, 'front-office', 'teruskan')).ok).toBe(true)
    expect((await remove(id, documentId)).ok).toBe(true)
    const view = await desk.agency.dossiers.get.query({ id })
    const forward = view.actions.find(({ kind }) => kind === 'forward')
    expect(forward?.refusal).toMatchObject({ code: 'requirements-missing' })
    const { sha256 } = await desk.upload('front-office', 'benar.pdf', withText('right'))
    const order = { applicationId: id, replaces: null, sha256, fileName: 'benar.pdf' }
    const added = await desk.counter.dossiers.addDocument.mutate({ ...order, requirementCode: 'STR' })
    expect(added.ok).toBe(true)
    const meddled = await desk.counter.dossiers.addDocument.mutate({ ...order, requirementCode: 'KTP' })
    expect(meddled).toMatchObject({ ok: false, refusal: { code: 'role-not-allowed' } })
    const again = await desk.agency.dossiers.get.query({ id })
    expect(again.actions.find(({ kind }) => kind === 'forward')?.refusal?.code).not.toBe(
      'requirements-missing',
    )
  })
})
