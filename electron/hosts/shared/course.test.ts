import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeDate } from '#domain/office-date.ts'
import { ok } from '#domain/result.ts'
import { pdfText } from '#adapters/paper/testing/poppler.ts'
import type { HandOverOrder } from '#services/hand-over-order.ts'
import { openCounterDesk, photoBytes, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const today = officeDate('2026-11-19')
const person = (n: number) => ({
  nik: `617104470894${String(n).padStart(4, '0')}`,
  name: 'Kinanti Sebangki',
})
const number = (applicationId: string) =>
  desk.printDesk.dossiers.number.mutate({ applicationId, stage: null })
const register = (series: string) =>
  desk.sql<{ serial: number; text: string; scope: string; void_reason: string | null }>(
    'SELECT serial, text, scope, void_reason FROM official_numbers WHERE series = ? ORDER BY scope, serial',
    series,
  )

describe('a dossier that is returned', () => {
  it('comes back with another file in the place of the blurred one, and the old one is kept', async () => {
    const id = await desk.takeIn(person(11))
    const before = await desk.counter.dossiers.get.query({ id })
    const photo = before.requirements.find((one) => one.photo)?.documents[0]
    if (!photo) throw new Error('the photo is missing')
    const mark = { applicationId: id, stage: 'front-office', documentId: photo.id, check: 'refused' } as const
    expect(await desk.counter.dossiers.checkDocument.mutate({ ...mark, note: null })).toMatchObject({
      refusal: { code: 'check-needs-note' },
    })
    expect(await desk.counter.dossiers.checkDocument.mutate({ ...mark, note: 'Foto buram' })).toMatchObject({
      ok: true,
    })
    expect(await desk.act(desk.counter, id, 'front-office', 'teruskan')).toMatchObject({
      refusal: { code: 'documents-refused', requirements: ['ID_PHOTO'] },
    })
    expect(await desk.act(desk.counter, id, 'front-office', 'kembalikan-ke-pemohon')).toMatchObject({
      refusal: { code: 'note-needed' },
    })
    expect(
      await desk.act(desk.counter, id, 'front-office', 'kembalikan-ke-pemohon', 'Foto buram'),
    ).toMatchObject({ ok: true, value: { line: { status: 'returned', note: 'Foto buram' } } })

    const add = (replaces: string | null, requirementCode: string, sha256: string, fileName = 'baru.jpg') =>
      desk.counter.dossiers.addDocument.mutate({
        applicationId: id,
        requirementCode,
        replaces,
        sha256,
        fileName,
      })
    const better = await desk.upload('front-office', 'baru.jpg', photoBytes('#3f45b5'))
    const scan = before.requirements[0]?.documents[0]
    expect(await add(photo.id, 'ID_PHOTO', 'f'.repeat(64))).toMatchObject({
      refusal: { code: 'file-not-uploaded' },
    })
    expect(await add(photo.id, 'ID_PHOTO', scan?.sha256 ?? '')).toMatchObject({
      refusal: { code: 'photo-not-a-picture' },
    })
    // A file never takes the place of another requirement's.
    expect(await add(scan?.id ?? '', 'ID_PHOTO', better.sha256)).toMatchObject({
      refusal: { code: 'document-unknown' },
    })
    expect(await add(photo.id, 'SIM', better.sha256)).toMatchObject({
      refusal: { code: 'requirement-unknown' },
    })
    expect(await add(photo.id, 'ID_PHOTO', better.sha256)).toMatchObject({ ok: true })
    expect(await add(photo.id, 'ID_PHOTO', better.sha256)).toMatchObject({
      refusal: { code: 'document-unknown' },
    })
    expect(await desk.act(desk.counter, id, 'perbaikan', 'ajukan-ulang')).toMatchObject({ ok: true })
    const again = await desk.counter.dossiers.get.query({ id })
    const photos = again.requirements.find((one) => one.photo)?.documents
    expect(photos?.map(({ sha256, replaced }) => ({ sha256, replaced }))).toEqual([
      { sha256: photo.sha256, replaced: true },
      { sha256: better.sha256, replaced: false },
    ])
    await desk.acceptFiles(id)
    expect(await desk.act(desk.counter, id, 'front-office', 'teruskan')).toMatchObject({
      ok: true,
      value: { line: { status: 'in-process' } },
    })
  })
})

describe('a number', () => {
  it('is given once, is kept through an internal return, and is void with its line when it is withdrawn', async () => {
    const id = await desk.takeIn(person(21))
    await desk.toPrintDesk(id)
    expect(await number(id)).toMatchObject({
      ok: true,
      value: { product: { number: '503/0001/SIPD/DPMTK-PTSP/2026', validUntil: '2031-11-18' } },
    })
    expect(await number(id)).toMatchObject({
      refusal: { code: 'already-numbered', number: '503/0001/SIPD/DPMTK-PTSP/2026' },
    })
    const back = (client: CounterDesk['counter'], stage: string, action: string) =>
      desk.act(client, id, stage, action, 'Nama tempat salah')
    expect(await back(desk.printDesk, 'pencetakan', 'kembalikan-ke-pemrosesan')).toMatchObject({ ok: true })
    expect(await desk.act(desk.processing, id, 'pemrosesan', 'teruskan')).toMatchObject({ ok: true })
    const kept = await desk.printDesk.dossiers.get.query({ id })
    expect(kept.product?.number).toBe('503/0001/SIPD/DPMTK-PTSP/2026')

    expect(await back(desk.printDesk, 'pencetakan', 'kembalikan-ke-pemrosesan')).toMatchObject({ ok: true })
    expect(await back(desk.processing, 'pemrosesan', 'kembalikan-ke-dinas')).toMatchObject({ ok: true })
    expect(await back(desk.agency, 'dinas-kesehatan', 'kembalikan-ke-front-office')).toMatchObject({
      ok: true,
    })
    expect(
      await desk.act(desk.counter, id, 'front-office', 'batalkan', 'Pemohon pindah tugas'),
    ).toMatchObject({ ok: true, value: { line: { status: 'withdrawn' } } })
    expect(await register('izin')).toEqual([
      {
        serial: 1,
        text: '503/0001/SIPD/DPMTK-PTSP/2026',
        scope: 'SIPD/2026',
        void_reason: 'Pemohon pindah tugas',
      },
    ])
    expect(await desk.act(desk.counter, id, 'front-office', 'teruskan')).toMatchObject({
      refusal: { code: 'application-closed', status: 'withdrawn' },
    })
  })

  it('leaves no gap behind a try that was refused, rolled back or made at the same moment', async () => {
    const ids = await Promise.all([31, 32, 33].map((n) => desk.takeIn(person(n))))
    for (const id of ids) await desk.toPrintDesk(id)
    const [first = '', second = '', third = ''] = ids
    await number(first)
    await number(first)
    const wrecked = desk.besides.work.run(async ({ numbers }) => {
      await numbers.advance('izin', 'SIPD/2026')
      throw new Error('the power failed')
    })
    await expect(wrecked).rejects.toThrow('the power failed')
    await Promise.all([number(second), number(third), number(second)])
    for (const series of ['izin', 'pendaftaran']) {
      const lines = await register(series)
      expect(lines.map((one) => one.serial)).toEqual(lines.map((_, index) => index + 1))
      expect(new Set(lines.map((one) => one.text)).size).toBe(lines.length)
      const last = await desk.sql<{ last_serial: number }>(
        'SELECT last_serial FROM number_sequences WHERE series = ?',
        series,
      )
      expect(last).toEqual([{ last_serial: lines.length }])
    }
  })
})

describe('a refusal', () => {
  it('ends in a letter with its own number and reason, printed, signed and handed over', async () => {
    const id = await desk.takeIn(person(41))
    const reason = 'STR dicabut oleh konsil.'
    expect(await desk.act(desk.counter, id, 'front-office', 'tolak', reason)).toMatchObject({
      ok: true,
      value: { track: 'refusal', product: { kind: 'refusal-letter', number: null } },
    })
    expect(await number(id)).toMatchObject({
      ok: true,
      value: { product: { number: '503/0001/TOLAK/DPMTK-PTSP/2026', validUntil: null } },
    })
    const letter = await desk.office.fetch('print-desk', `/files/product/${id}.pdf`)
    expect(letter.headers.get('content-type')).toBe('application/pdf')
    const text = pdfText(new Uint8Array(await letter.arrayBuffer()))
    expect(text).toContain('503/0001/TOLAK/DPMTK-PTSP/2026')
    expect(text.replace(/\s+/g, ' ')).toContain('STR dicabut oleh konsil')
    expect(text).not.toMatch(/\d{16}/)
    await desk.printLetter(id)
    const sign = await desk.printDesk.dossiers.sign.mutate({ applicationId: id, stage: null, on: today })
    expect(sign).toMatchObject({ ok: true, value: { line: { status: 'refused' } } })
    // Signed, but still at the print desk: not listed before it can be handed over, and rail and list count alike.
    const before = await desk.counter.handover.ready.query()
    expect(before.lines.map((one) => one.id)).not.toContain(id)
    expect(await desk.act(desk.printDesk, id, 'pencetakan', 'terbitkan')).toMatchObject({ ok: true })
    const ready = await desk.counter.handover.ready.query()
    expect(ready.lines.map((one) => one.id)).toContain(id)
    expect(ready.total).toBe(before.total + 1)
    expect(ready.lines).toHaveLength(ready.total)
    expect((await desk.counter.reports.today.query()).counts.handover).toBe(ready.total)
    const handed = await desk.counter.handover.handOver.mutate({
      applicationId: id,
      receivedBy: 'Kinanti Sebangki',
      relation: 'self',
      receiverNik: '6171044708940041',
      identity: { card: 'ktp', letterOfAuthority: false },
      printerId: null,
    })
    expect(handed.ok).toBe(true)
    expect((await desk.counter.dossiers.get.query({ id })).line.status).toBe('refused')
  })

  it('of a permit that was numbered already voids that number and calls its waiting sheets off', async () => {
    const id = await desk.takeIn(person(42))
    await desk.toPrintDesk(id)
    const numbered = await number(id)
    if (!numbered.ok) throw new Error('no number')
    const jobId = await desk.printLetter(id)
    await desk.besides.work.run(async ({ printJobs }) => {
      await printJobs.mark(jobId, { state: 'failed', reason: 'paper-out', detail: null, endedAt: null })
      return ok(null)
    })
    for (const [client, stage, action] of [
      [desk.printDesk, 'pencetakan', 'kembalikan-ke-pemrosesan'],
      [desk.processing, 'pemrosesan', 'kembalikan-ke-dinas'],
      [desk.agency, 'dinas-kesehatan', 'kembalikan-ke-front-office'],
      [desk.counter, 'front-office', 'tolak'],
    ] as const)
      expect(await desk.act(client, id, stage, action, 'Rekomendasi ditarik')).toMatchObject({ ok: true })
    const lines = await register('izin')
    expect(lines.find((one) => one.text === numbered.value.product?.number)?.void_reason).toBe(
      'Rekomendasi ditarik',
    )
    expect(await desk.printDesk.printing.job.query({ jobId })).toMatchObject({ state: 'cancelled' })
    expect(await desk.printDesk.printing.retry.mutate({ jobId, noSheetCameOut: true })).toMatchObject({
      refusal: { code: 'print-job-already-cancelled' },
    })
  })
})

describe('paper', () => {
  it('has a copy number: failed tries use it again, uncertain ones block, the second needs a reason', async () => {
    const id = await desk.takeIn(person(51))
    await desk.toPrintDesk(id)
    await number(id)
    const print = (reason: string | null = null) =>
      desk.printDesk.dossiers.print.mutate({ applicationId: id, printerId: null, reason })
    const mark = (jobId: string, state: 'failed' | 'unknown') =>
      desk.besides.work.run(async ({ printJobs }) => {
        await printJobs.mark(jobId, { state, reason: 'unreachable', detail: null, endedAt: null })
        return ok(null)
      })
    const copies = async () => {
      const dossier = await desk.printDesk.dossiers.get.query({ id })
      return dossier.jobs
        .filter((one) => one.document === 'permit')
        .map(({ copy, state }) => ({ copy, state }))
    }
    await mark(await desk.printLetter(id), 'failed')
    const second = await desk.printLetter(id)
    expect(await copies()).toEqual(
      expect.arrayContaining([
        { copy: 1, state: 'failed' },
        { copy: 1, state: 'printed' },
      ]),
    )
    await mark(second, 'unknown')
    expect(await print('kusut')).toMatchObject({ refusal: { code: 'print-unresolved' } })
    await desk.printDesk.printing.confirmPrinted.mutate({ jobId: second })
    expect(await print()).toMatchObject({ refusal: { code: 'reprint-needs-reason', copy: 2 } })
    expect(await print('  ')).toMatchObject({ refusal: { code: 'reprint-needs-reason' } })
    await desk.printLetter(id, 'lembar pertama kusut')
    expect(await copies()).toContainEqual({ copy: 2, state: 'printed' })
  })

  it('is not asked of a post that nobody holds: print and preview say so, and nothing is written', async () => {
    const early = await openCounterDesk('2019-06-11T02:24:00.000Z')
    try {
      const id = await early.takeIn({
        ...person(52),
        permitTypeCode: 'SIPD',
        strLifetime: false,
        strValidUntil: '30-06-2021',
      })
      await early.toPrintDesk(id)
      await early.printDesk.dossiers.number.mutate({ applicationId: id, stage: null })
      const asked = await early.printDesk.dossiers.print.mutate({
        applicationId: id,
        printerId: null,
        reason: null,
      })
      expect(asked).toEqual({
        ok: false,
        refusal: { code: 'post-vacant', post: 'kepala-dinas', on: '2019-06-11' },
      })
      const preview = await early.office.fetch('print-desk', `/files/product/${id}.pdf`)
      expect(preview.status).toBe(422)
      expect(await preview.text()).toContain('11 Juni 2019')
      expect((await early.printDesk.dossiers.get.query({ id })).jobs.map((one) => one.document)).toEqual([
        'archive',
        'receipt',
      ])
    } finally {
      await early.close()
    }
  })

  it('is signed on a day that is not before its own and not still to come', async () => {
    const id = await desk.takeIn(person(53))
    await desk.toPrintDesk(id)
    await number(id)
    await desk.printLetter(id)
    const sign = (on: string) =>
      desk.printDesk.dossiers.sign.mutate({ applicationId: id, stage: null, on: officeDate(on) })
    expect(await sign('2026-11-18')).toMatchObject({
      refusal: { code: 'signed-before-issued', on: '2026-11-18', issuedOn: '2026-11-19' },
    })
    expect(await sign('2026-11-20')).toMatchObject({ refusal: { code: 'signed-in-future' } })
    expect(await sign('2026-11-19')).toMatchObject({ ok: true })
    expect(await sign('2026-11-19')).toMatchObject({ refusal: { code: 'already-signed' } })
    expect(await desk.act(desk.printDesk, id, 'pencetakan', 'terbitkan')).toMatchObject({ ok: true })
    const identity = { card: 'passport', letterOfAuthority: true } as const
    const handOver = (change: Partial<Omit<HandOverOrder, 'originals'>>) =>
      desk.counter.handover.handOver.mutate({
        applicationId: id,
        receivedBy: 'Bagas Tirtamulya',
        relation: 'Suami',
        receiverNik: null,
        identity,
        printerId: null,
        ...change,
      })
    expect(await handOver({ receivedBy: ' ' })).toMatchObject({ refusal: { code: 'receiver-needed' } })
    expect(await handOver({ relation: '' })).toMatchObject({ refusal: { code: 'relation-needed' } })
    expect(await handOver({ receiverNik: '6171' })).toMatchObject({
      refusal: { code: 'receiver-nik-wrong', nik: { code: 'nik-length' } },
    })
    expect(await handOver({ relation: 'self', receiverNik: '6171044708940054' })).toMatchObject({
      refusal: { code: 'receiver-not-holder' },
    })
    expect(await handOver({ identity: null })).toMatchObject({ refusal: { code: 'identity-not-seen' } })
    expect(await handOver({ identity: { ...identity, letterOfAuthority: false } })).toMatchObject({
      refusal: { code: 'letter-of-authority-needed' },
    })
    expect(await handOver({ receiverNik: '6171 0412 0387 0005' })).toMatchObject({ ok: true })
    const { history } = await desk.counter.dossiers.get.query({ id })
    expect(history.map(({ text }) => text)).toContain(
      'Diserahkan kepada Bagas Tirtamulya; surat kuasa dan Paspor diperiksa',
    )
    expect(await handOver({})).toMatchObject({ refusal: { code: 'already-handed-over' } })
    expect(
      await desk.sql<{ receiver_nik: string }>(
        'SELECT receiver_nik FROM handovers WHERE application_id = ?',
        id,
      ),
    ).toEqual([{ receiver_nik: '6171041203870005' }])
  })
})
