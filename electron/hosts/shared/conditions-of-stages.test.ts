import { afterEach, describe, expect, it } from 'vitest'
import type { ApplicationState } from '#domain/application-state.ts'
import { changedAssets } from '../testing/changed-assets.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

let at: OfficeAtWork | null = null
afterEach(() => at?.close())

const open = async (...asked: Parameters<typeof openOfficeAtWork>): Promise<OfficeAtWork> =>
  (at = await openOfficeAtWork(...asked))
const isAt =
  (stage: string) =>
  (state: ApplicationState): boolean =>
    state.openStages.some((one) => one.stage === stage)
const stagesOf = ({ openStages }: ApplicationState): readonly string[] => openStages.map((one) => one.stage)
/** Everything but the step forward at the stage where the dossier waits. */
const readyToMove = async (office: OfficeAtWork, id: string, stage: string): Promise<void> => {
  await office.walk(id, isAt(stage))
  const { documents } = await office.read(id)
  const role = office.profile.stageTable.stages.find((one) => one.code === stage)?.role ?? ''
  const client = await office.as(role)
  for (const one of documents)
    await client.dossiers.checkDocument.mutate({
      applicationId: id,
      stage,
      documentId: one.id,
      check: 'accepted',
      note: null,
    })
}

describe('a stage with a condition', { timeout: 120_000 }, () => {
  it('of the officer is entered when asked for, and skipped only with a reason (Tanjungpinang)', async () => {
    const office = await open('tanjungpinang')
    const id = await office.takeIn({ permitTypeCode: 'SIPOP' })
    await readyToMove(office, id, 'front-office')
    const counter = await office.as('front-office')
    expect(await counter.dossiers.get.query({ id })).toMatchObject({
      optionalStages: [{ code: 'peninjauan' }],
    })
    expect(await office.move(id, 'teruskan')).toMatchObject({
      refusal: { code: 'skip-needs-reason', stages: ['peninjauan'] },
    })
    expect(await office.move(id, 'teruskan', { note: 'Tempat dikenal' })).toMatchObject({ ok: true })
    expect(stagesOf(await office.read(id))).toEqual(['rekomendasi'])
    const other = await office.takeIn({ permitTypeCode: 'SIPOP', facilityName: 'RS Dua', practiceOrdinal: 2 })
    await readyToMove(office, other, 'front-office')
    expect(await office.move(other, 'teruskan', { asks: ['peninjauan'] })).toMatchObject({ ok: true })
    expect(stagesOf(await office.read(other))).toEqual(['peninjauan'])
    await office.walk(other)
    expect(await office.damages()).toEqual([])
  })

  it('may be one of two that are open at once, and one at least is wanted (Purwakarta); who decided on paper is named', async () => {
    const office = await open('purwakarta')
    const id = await office.takeIn({ permitTypeCode: 'SIPP' })
    await office.walk(id, isAt('entri-data'))
    expect(await office.move(id, 'agendakan', { note: 'tidak perlu' })).toMatchObject({
      refusal: { code: 'optional-stage-needed', least: 1 },
    })
    const asks = ['rapat-kajian', 'peninjauan-lapangan']
    expect(await office.move(id, 'agendakan', { asks })).toMatchObject({ ok: true })
    expect(stagesOf(await office.read(id))).toEqual(asks)
    const team = await office.as('technical-team')
    const record = (stage: string, kind: 'recommendation' | 'inspection-report', decidedBy: string | null) =>
      team.dossiers.recordOutput.mutate({
        applicationId: id,
        stage,
        kind,
        outcome: 'recommended',
        number: '440/1',
        date: office.today(),
        decidedBy,
        inspected: kind === 'inspection-report',
        note: null,
        fileSha256: null,
      })
    expect(await record('rapat-kajian', 'recommendation', ' ')).toMatchObject({
      refusal: { code: 'output-needs-decider', agency: 'Dinas Kesehatan Kabupaten Purwakarta' },
    })
    const decider = 'dr. Sekar Citarum, M.Kes.'
    expect(await record('rapat-kajian', 'recommendation', decider)).toMatchObject({ ok: true })
    expect(await office.move(id, 'teruskan', { stage: 'rapat-kajian' })).toMatchObject({ ok: true })
    expect(stagesOf(await office.read(id))).toEqual(['peninjauan-lapangan'])
    expect(await record('peninjauan-lapangan', 'inspection-report', decider)).toMatchObject({ ok: true })
    expect(await office.move(id, 'teruskan', { stage: 'peninjauan-lapangan' })).toMatchObject({ ok: true })
    expect(stagesOf(await office.read(id))).toEqual(['naskah'])
    const recorded = (await office.history(id)).filter(({ body }) => body.action === 'output-recorded')
    for (const { body, actor } of recorded) {
      expect(body).toMatchObject({ output: { decidedBy: decider } })
      expect(actor).toMatchObject({ role: 'technical-team', name: expect.stringContaining('Petugas') })
    }
    expect(recorded).toHaveLength(2)
    const { history } = await team.dossiers.get.query({ id })
    expect(history.map((one) => one.text).join(' ')).toContain(decider)
    expect(await office.damages()).toEqual([])
  })

  it('of the permit type is entered by those that carry its flag, or when asked for in a single case (Seruyan)', async () => {
    const assets = changedAssets('seruyan', (tree) => {
      tree.offers = tree.offers.map((one) =>
        one['localCode'] === 'SIPO' ? { ...one, flags: ['site-inspection', 'payment-proof'] } : one,
      )
    })
    try {
      const office = await open('seruyan', { assetsDir: assets.dir })
      const flagged = await office.takeIn({ permitTypeCode: 'SIPO' })
      await office.walk(flagged, isAt('tanda-tangan-surat'))
      expect(await office.move(flagged, 'kirim')).toMatchObject({ ok: true })
      expect(stagesOf(await office.read(flagged))).toEqual(['pemeriksaan-lapangan'])
      const paid = await office.walk(flagged, isAt('bukti-bayar'))
      expect(paid.clock).toBe('paused')
      await office.walk(flagged)
      const plain = await office.takeIn({
        permitTypeCode: 'SIPRO',
        nik: '6171044708940922',
        name: 'Laras Seruyan',
      })
      await office.walk(plain, isAt('tanda-tangan-surat'))
      expect(await office.move(plain, 'kirim', { asks: ['bukti-bayar'] })).toMatchObject({ ok: true })
      expect(stagesOf(await office.read(plain))).toEqual(['bukti-bayar'])
      const third = await office.takeIn({
        permitTypeCode: 'SIPRO',
        nik: '6171044708940923',
        name: 'Intan Seruyan',
      })
      await office.walk(third, isAt('tanda-tangan-surat'))
      expect(await office.move(third, 'kirim')).toMatchObject({ ok: true })
      expect(stagesOf(await office.read(third))).toEqual(['rekomendasi'])
      expect(await office.damages()).toEqual([])
    } finally {
      assets.remove()
    }
  })
})

describe('a paper that the office sends by e-mail', { timeout: 120_000 }, () => {
  it('goes to the address of its holder and to nobody else, without a card and without a receipt (Tanjungpinang)', async () => {
    const office = await open('tanjungpinang')
    const counter = await office.as('front-office')
    const send = (applicationId: string) =>
      counter.handover.handOver.mutate({
        applicationId,
        receivedBy: 'Orang Lain',
        relation: 'suami',
        receiverNik: null,
        identity: null,
        printerId: null,
        method: 'email',
      })
    const bare = await office.takeIn({ permitTypeCode: 'SIPOP', email: '' })
    await office.walk(bare, isAt('registrasi-keluar'))
    expect(await send(bare)).toMatchObject({ refusal: { code: 'email-missing' } })
    const id = await office.takeIn({
      permitTypeCode: 'SIPOP',
      nik: '6171044708940931',
      name: 'Laras Bestari',
    })
    await office.walk(id, isAt('registrasi-keluar'))
    expect(await send(id)).toMatchObject({
      ok: true,
      value: { receivedBy: expect.not.stringContaining('Orang'), jobId: null },
    })
    const day = await office.office.client('admin').reports.daily.query({ day: office.today() })
    expect(day.outgoing.find((one) => one.applicationId === id)).toMatchObject({ method: 'email' })
    expect(await office.damages()).toEqual([])
  })

  it('is not sent so by an office that hands over at the counter', async () => {
    const office = await open('pontianak')
    const id = await office.takeIn({})
    await office.walk(id, isAt('penyerahan'))
    const counter = await office.as('front-office')
    const order = {
      receivedBy: '',
      relation: '',
      receiverNik: null,
      identity: null,
      printerId: null,
      method: 'email',
    } as const
    expect(await counter.handover.handOver.mutate({ applicationId: id, ...order })).toMatchObject({
      refusal: { code: 'delivery-not-offered' },
    })
  })
})
