import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { statusOf, type ApplicationState } from '#domain/application-state.ts'
import { missingForIssuance } from '#domain/issuance.ts'
import { permitStatusOn } from '#domain/earlier-permit.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

const offices = [
  { profile: 'pontianak', type: 'SIPD' },
  { profile: 'tanjungpinang', type: 'SIPOP' },
  { profile: 'purwakarta', type: 'SIPP' },
  { profile: 'seruyan', type: 'SIPRO' },
  { profile: 'pasuruan', type: 'SIPOT' },
] as const

const refuses = (state: ApplicationState, { profile }: OfficeAtWork): string | undefined =>
  state.openStages
    .flatMap((one) => profile.stageTable.stages.find((stage) => stage.code === one.stage)?.actions ?? [])
    .find((one) => one.kind === 'refuse')?.code

describe.each(offices)('$profile', { timeout: 120_000 }, ({ profile, type }) => {
  let at: OfficeAtWork
  beforeAll(async () => {
    at = await openOfficeAtWork(profile)
  }, 120_000)
  afterAll(() => at.close())

  const nik = '6171044708940003'
  const paperOf = async (id: string): Promise<string> => {
    const answer = await at.office.fetch('front-office', `/files/product/${id}.pdf`)
    expect(answer.status).toBe(200)
    return squeeze(pdfText(new Uint8Array(await answer.arrayBuffer())))
  }
  const deskWork: readonly string[] = ['number', 'print', 'sign']
  /** Walks to the end; at the print desk the list names what is done next, in the order of this office. */
  const walkByTheDesk = async (id: string): Promise<ApplicationState> => {
    for (;;) {
      const { ready } = await (await at.as('front-office')).printing.desk.query()
      const { openStages } = await at.read(id)
      const act = await at.step(id)
      if (!act) return at.read(id)
      const line = ready.find((one) => one.id === id)
      const done = deskWork.includes(act.act) ? act.act : 'forward'
      if (line) expect([openStages, line.step]).toEqual([openStages, done])
    }
  }
  const permitsOf = async (kind: 'renewal' | 'revocation') => {
    const counter = await at.as('front-office')
    return counter.intake.earlierPermits.query({ nik, permitTypeCode: type, kind })
  }
  let first: string

  it('ends the earlier permit at the moment in which the new one has number, signature and activation', async () => {
    first = await at.takeIn({ permitTypeCode: type })
    const before = await walkByTheDesk(first)
    expect(statusOf(before)).toBe('handed-over')
    const { method, identitySeen } = (await at.history(first))
      .map((one) => one.body)
      .find((body) => body.action === 'handed-over') as { method: string; identitySeen: unknown }
    const mailed = at.profile.delivery === 'email'
    expect([method, identitySeen === null]).toEqual([mailed ? 'email' : 'counter', mailed])
    const [offered] = await permitsOf('renewal')
    const id = await at.takeIn({
      ...offered?.form,
      permitTypeCode: type,
      kind: 'renewal',
      targetPermitId: offered?.permitId ?? null,
    })
    for (;;) {
      const [state, old] = [await at.read(id), await at.read(first)]
      const isTerbit = state.product !== null && missingForIssuance(state.product).length === 0
      expect([state.seq, old.permitEnd?.status]).toEqual([state.seq, isTerbit ? 'renewed' : undefined])
      if ((await at.step(id)) === null) break
    }
    const renewed = await at.read(id)
    expect((await at.read(first)).permitEnd).toMatchObject({
      byApplicationId: id,
      byNumber: renewed.product?.number?.text,
      on: at.today(),
    })
    expect(permitStatusOn(renewed, at.today())).toBe('active')
    first = id
  })

  it('refuses through its own chain: the letter is numbered, signed and handed over, and reported', async () => {
    const id = await at.takeIn({ permitTypeCode: type, facilityName: 'RS Tolak', practiceOrdinal: 2 })
    await at.walk(id, (state) => refuses(state, at) !== undefined, 'not-recommended')
    const code = refuses(await at.read(id), at) ?? ''
    expect(await at.move(id, code, { note: 'Tempat praktik belum berizin.' })).toMatchObject({ ok: true })
    const end = await at.walk(id)
    expect(end).toMatchObject({
      track: 'refusal',
      product: { kind: 'refusal-letter', number: { series: 'penolakan' } },
    })
    expect([statusOf(end), end.handedOverAt !== null, end.issuedAt]).toEqual(['refused', true, null])
    const text = await paperOf(id)
    expect(text).toContain(end.product?.number?.text ?? '–')
    expect(text).toContain('Tempat praktik belum berizin')
    const day = await at.office.client('admin').reports.daily.query({ day: at.today() })
    expect(day.total.refused).toBe(1)
  })

  it('revokes by a decree that stands in the outgoing register and is reported as a revocation', async () => {
    const [target] = (await permitsOf('revocation')).filter((one) => one.status === 'active')
    const id = await at.takeIn({
      ...target?.form,
      permitTypeCode: type,
      kind: 'revocation',
      reasonCode: 'stopped',
      targetPermitId: target?.permitId ?? null,
    })
    const end = await at.walk(id)
    expect([statusOf(end), end.product?.kind, end.product?.number?.series]).toEqual([
      'handed-over',
      'revocation-decree',
      'pencabutan',
    ])
    const old = await at.read(first)
    expect(old.permitEnd).toMatchObject({ status: 'revoked', byNumber: end.product?.number?.text })
    expect(permitStatusOn(old, at.today())).toBe('revoked')
    const text = await paperOf(id)
    for (const words of [end.product?.number?.text, old.product?.number?.text, 'berhenti praktik'])
      expect(text).toContain(words)
    const day = await at.office.client('admin').reports.daily.query({ day: at.today() })
    expect(day.total).toMatchObject({ issued: 2, revoked: 1, refused: 1 })
    expect(day.outgoing.find((one) => one.number === end.product?.number?.text)).toMatchObject({
      kind: 'revocation-decree',
    })
  })

  it('leaves history, states, registers and files in agreement', async () => {
    expect(await at.damages()).toEqual([])
  })
})
