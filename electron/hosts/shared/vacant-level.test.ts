import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officePassword } from '../testing/composed-station.ts'
import type { Client } from '../testing/counter-desk.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

const stage = 'sekretaris'
const reason = 'menunggu pelantikan Sekretaris'

describe('a level of the chain that nobody holds', { timeout: 120_000 }, () => {
  let at: OfficeAtWork
  let admin: Client
  let serial = 0
  const upTo = async (where: string): Promise<string> => {
    serial += 1
    const nik = `617104470894085${serial}`
    const id = await at.takeIn({ nik, permitTypeCode: 'SIPOP', facilityName: `Optik ${serial}` })
    await at.walk(id, ({ openStages }) => openStages.some((one) => one.stage === where))
    return id
  }
  const placesOf = async (id: string) => (await at.read(id)).openStages.map((one) => one.stage)
  const passes = (said: string | null, level = stage) =>
    admin.officeBook.setVacancy.mutate({ stage: level, reason: said })

  beforeAll(async () => {
    at = await openOfficeAtWork('tanjungpinang')
    admin = at.office.client('admin')
    await admin.session.signIn.mutate({ username: 'admin', password: officePassword })
  }, 120_000)
  afterAll(() => at.close())

  it('is passed only when the administrator says why; a stage that does work never is', async () => {
    expect(await passes('')).toMatchObject({ refusal: { code: 'vacancy-reason-needed' } })
    expect(await passes(reason, 'back-office')).toMatchObject({ refusal: { code: 'stage-not-passable' } })
    expect(await passes(reason, 'kepala-dinas')).toMatchObject({ refusal: { code: 'stage-not-passable' } })
    const { stages } = await admin.officeBook.procedure.query()
    expect(stages.filter((one) => one.passable).map((one) => one.code)).toEqual([
      'kepala-seksi',
      'kepala-bidang',
      'sekretaris',
    ])
  })

  it('lets go on what lies there, lets pass what comes, and every dossier says so', async () => {
    const [lying, coming] = [await upTo(stage), await upTo('kepala-bidang')]
    expect(await passes(reason)).toEqual({ ok: true, value: 1 })
    expect(await passes(reason)).toEqual({ ok: true, value: 0 })
    await at.step(coming)
    for (const id of [lying, coming]) {
      expect(await placesOf(id)).toEqual(['kepala-dinas'])
      const view = await (await at.as('agency-head')).dossiers.get.query({ id })
      expect(view.passed).toEqual([`Tahap Penetapan oleh Sekretaris dilewati karena kosong: ${reason}`])
      expect(view.history.map((one) => [one.text, one.actorName])).toContainEqual([
        `Tahap Penetapan oleh Sekretaris dilewati karena kosong: ${reason}`,
        'Sistem',
      ])
    }
    const { stages } = await admin.officeBook.procedure.query()
    expect(stages.find((one) => one.code === stage)?.vacancy).toMatchObject({ reason, by: 'Melati Sambas' })
  })

  it('stops dossiers again when somebody holds it, and what passed it before still says so', async () => {
    const passed = await upTo('kepala-dinas')
    expect(await passes(null)).toEqual({ ok: true, value: 0 })
    expect(await placesOf(await upTo(stage))).toEqual([stage])
    expect((await at.read(passed)).passedStages).toMatchObject([{ stage, reason }])
  })

  it('is not sent back to while it is vacant', async () => {
    expect(await passes(reason, 'kepala-seksi')).toMatchObject({ ok: true })
    const id = await upTo('kepala-bidang')
    expect(await at.move(id, 'kembalikan-ke-kepala-seksi', { note: 'Periksa lagi' })).toMatchObject({
      refusal: { code: 'stage-vacant', stage: 'kepala-seksi' },
    })
    expect(await at.move(id, 'kembalikan-ke-back-office', { note: 'Alamat' })).toMatchObject({ ok: true })
  })

  it('leaves every dossier as its history says', async () => {
    expect(await at.damages()).toEqual([])
  })
})
