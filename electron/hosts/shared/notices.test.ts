import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeDate } from '#domain/office-date.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

type Kind = Awaited<ReturnType<CounterDesk['counter']['notices']['ofDossier']['query']>>[number]['kind']

const noticeOf = async (applicationId: string, kind: Kind) => {
  const all = await desk.counter.notices.ofDossier.query({ applicationId })
  const found = all.findLast((one) => one.kind === kind)
  if (!found) throw new Error(`${kind} is not to be told: ${all.map((one) => one.kind).join(', ')}`)
  return found
}
const waiting = async () =>
  (await desk.counter.notices.list.query({ which: 'waiting' })).lines.map((one) => one.id)

const tryOf = (noticeId: string, change: object = {}) => ({
  id: randomUUID(),
  noticeId,
  channel: 'whatsapp' as const,
  outcome: 'reached' as const,
  note: null,
  ...change,
})

let taken = 0
/** A walk-in of somebody who was not here before. */
const takeIn = (): Promise<string> => {
  taken += 1
  return desk.takeIn({ nik: `617104470894${String(taken).padStart(4, '0')}` })
}

/** A dossier sent back to its applicant with a reason. */
const returnedDossier = async (note = 'STR buram'): Promise<string> => {
  const applicationId = await takeIn()
  await desk.act(desk.counter, applicationId, 'front-office', 'kembalikan-ke-pemohon', note)
  return applicationId
}

describe('telling the applicant', () => {
  it('a return is told with what is wrong, and never with a NIK or the whole number', async () => {
    const id = await returnedDossier('KTP 6171044708940003 tidak terbaca')
    const notice = await noticeOf(id, 'returned')
    expect(await waiting()).toContain(notice.id)
    expect(notice.whatsApp).toContain('KTP 6171************ tidak terbaca')
    expect(notice.whatsApp).not.toMatch(/\d{16}/)
    expect(notice.whatsApp).not.toContain(notice.registrationNumber)
    expect(notice.phoneLines[0]).toContain('Apakah saya berbicara dengan')
    expect(notice.contacts[0]).toMatchObject({ who: 'holder', mobile: true })
  })

  it('shows the whole number to whoever calls, and masks it for whoever only reads what was told', async () => {
    const id = await returnedDossier()
    const { id: noticeId, contacts } = await noticeOf(id, 'returned')
    expect(contacts[0]?.phone).toMatch(/^08[\d-]{9,}$/)
    const [seen, ofDossier] = await Promise.all([
      desk.admin.notices.get.query({ id: noticeId }),
      desk.admin.notices.ofDossier.query({ applicationId: id }),
    ])
    for (const one of [seen, ...ofDossier]) expect(one?.contacts[0]?.phone).toMatch(/^08\d\d\*{4}\d{4}$/)
  })

  it('calls by its name what was asked for, also when a correction has taken it off the checklist', async () => {
    taken += 1
    const id = await desk.takeIn({
      nik: `617104470894${String(taken).padStart(4, '0')}`,
      representativeName: 'Bagas Tirtamulya',
      representativePhone: '081255000300',
      representativeRelation: 'Kuasa',
    })
    const requirementCode = 'POWER_OF_ATTORNEY'
    const items = [{ requirementCode, reason: 'belum bermeterai' }]
    const sent = await desk.counter.dossiers.act.mutate({
      applicationId: id,
      stage: 'front-office',
      action: 'kembalikan-ke-pemohon',
      note: null,
      asks: [],
      repair: {
        items,
        until: officeDate(new Date(desk.office.now() + 7 * 86_400_000).toISOString().slice(0, 10)),
      },
    })
    if (!sent.ok) throw new Error(JSON.stringify(sent.refusal))
    const seen = await desk.counter.corrections.form.query({ applicationId: id })
    if (!seen) throw new Error('the application is not known')
    const nobody = { representativeName: '', representativeNik: '', representativePhone: '' }
    const done = await desk.counter.corrections.save.mutate({
      applicationId: id,
      correctionId: randomUUID(),
      seenCorrections: 0,
      form: { ...seen.form, ...nobody, representativeRelation: '' },
      reason: 'datang sendiri',
      consent: null,
      printerId: null,
    })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    expect(done.value.requirements.map(({ code }) => code)).not.toContain(requirementCode)
    const { whatsApp } = await noticeOf(id, 'returned')
    expect(whatsApp).toMatch(/1\. Surat kuasa.* – belum bermeterai/i)
    expect(whatsApp).not.toContain(requirementCode)
  })

  it('every try is kept, and only who was reached leaves the list', async () => {
    const id = await returnedDossier()
    const notice = await noticeOf(id, 'returned')
    const record = desk.counter.notices.record.mutate
    const missed = tryOf(notice.id, { channel: 'phone', outcome: 'no-answer', note: 'coba lagi sore' })
    expect(await record(missed)).toMatchObject({ ok: true, value: { state: 'waiting' } })
    expect(await record(missed)).toMatchObject({ ok: true, value: { tries: [{ outcome: 'no-answer' }] } })
    expect(await waiting()).toContain(notice.id)
    const reached = tryOf(notice.id)
    expect(await record(reached)).toMatchObject({ ok: true, value: { state: 'told' } })
    expect(await record(reached)).toMatchObject({ ok: true, value: { tries: [{}, {}] } })
    expect(await waiting()).not.toContain(notice.id)
    const { history } = await desk.counter.dossiers.get.query({ id })
    const texts = history.map((one) => one.text)
    expect(texts.filter((one) => one.startsWith('Pemohon sudah dihubungi lewat WhatsApp'))).toHaveLength(1)
    expect(texts.filter((one) => one.includes('tidak terjawab'))).toHaveLength(1)
    const { lines } = await desk.counter.notices.list.query({ which: 'done' })
    expect(lines[0]?.id).toBe(notice.id)
  })

  it('of two clerks who reach somebody at once the second is told by whom', async () => {
    const notice = await noticeOf(await returnedDossier(), 'returned')
    const [one, other] = await Promise.all([
      desk.counter.notices.record.mutate(tryOf(notice.id)),
      desk.counter.notices.record.mutate(tryOf(notice.id, { channel: 'phone' })),
    ])
    const lost = one.ok ? other : one
    expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1)
    expect(lost).toMatchObject({
      ok: false,
      refusal: { code: 'notice-told', by: expect.any(String) as string },
    })
  })

  it('what no longer holds is not told', async () => {
    const id = await returnedDossier()
    const notice = await noticeOf(id, 'returned')
    await desk.act(desk.counter, id, 'perbaikan', 'ajukan-ulang')
    expect(await waiting()).not.toContain(notice.id)
    expect(await desk.counter.notices.record.mutate(tryOf(notice.id))).toMatchObject({
      ok: false,
      refusal: { code: 'notice-obsolete' },
    })
    expect(
      await desk.counter.notices.print.mutate({ id: randomUUID(), noticeId: notice.id, printerId: null }),
    ).toMatchObject({ ok: false, refusal: { code: 'notice-obsolete' } })
    expect(await desk.counter.notices.record.mutate(tryOf(randomUUID()))).toMatchObject({
      ok: false,
      refusal: { code: 'notice-unknown' },
    })
  })

  it('a slip is the last resort: printed once, whoever took it may still be called', async () => {
    const id = await returnedDossier()
    const notice = await noticeOf(id, 'returned')
    const order = { id: randomUUID(), noticeId: notice.id, printerId: null }
    expect(await desk.counter.notices.print.mutate(order)).toMatchObject({ value: { state: 'printed' } })
    expect(await desk.counter.notices.print.mutate(order)).toMatchObject({ value: { tries: [{}] } })
    const { jobs } = await desk.counter.dossiers.get.query({ id })
    const slips = jobs.filter((one) => one.document === 'notice-slip')
    expect(slips).toHaveLength(1)
    expect(await desk.outcome(slips[0]?.id ?? '')).toBe('printed')
    expect(await desk.counter.notices.record.mutate(tryOf(notice.id))).toMatchObject({
      ok: true,
      value: { state: 'told' },
    })
  })

  it('of a long list the first few are read, and all are counted', async () => {
    await returnedDossier()
    await returnedDossier()
    const all = await desk.counter.notices.list.query({ which: 'waiting' })
    const few = await desk.counter.notices.list.query({ which: 'waiting', most: 1 })
    expect(few).toEqual({ lines: all.lines.slice(0, 1), total: all.lines.length })
    expect(all.lines.length).toBeGreaterThan(1)
  })

  it('acceptance and the finished permit are told on the way, each once', async () => {
    const applicationId = await takeIn()
    await desk.toPrintDesk(applicationId)
    const told = await desk.counter.notices.ofDossier.query({ applicationId })
    expect(told.map((one) => `${one.kind} ${one.state}`)).toEqual(['accepted waiting'])
    expect(told[0]?.whatsApp).toContain('sudah lengkap dan benar')
    // Pontianak publishes no limit: nothing is promised.
    expect(told[0]?.whatsApp).not.toContain('paling lambat')
  })
})
