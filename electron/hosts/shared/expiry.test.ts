import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSmtpServer, type SmtpDouble } from '#adapters/mail/testing/smtp-double.ts'
import { rebuildState } from '#domain/application-history.ts'
import { officeDate } from '#domain/office-date.ts'
import { emptyOldPermitRow, type OldPermitRow } from '#domain/old-permit-columns.ts'
import { openCounterDesk, type Client, type CounterDesk } from '../testing/counter-desk.ts'
import { useMailServer } from '../testing/mail-work.ts'

let desk: CounterDesk
let supervisor: Client
let smtp: SmtpDouble
beforeAll(async () => {
  desk = await openCounterDesk()
  supervisor = await desk.signIn('supervisor')
  smtp = await startSmtpServer()
})
afterAll(async () => {
  await desk.close()
  await smtp.close()
})

const days = { from: officeDate('2026-11-19'), through: officeDate('2032-05-19') }

let carried = 0
/** A permit of the old book that ends in two months, of somebody who was not here before. */
async function endingPermit(change: Partial<OldPermitRow> = {}): Promise<string> {
  carried += 1
  const nik = `617104470894${String(carried).padStart(4, '0')}`
  const row: OldPermitRow = {
    ...emptyOldPermitRow,
    number: `446/${carried}/SIPD/2022`,
    type: 'SIPD',
    issuedOn: '20-01-2022',
    validUntil: '20-01-2027',
    nik,
    name: 'dr. Kinanti Sebangki',
    placeName: 'RSUD Kota Pontianak',
    address: 'Jalan Sungai Raya Nomor 7',
    phone: '081255000173',
    ...change,
  }
  const answer = await desk.supervisor.beginning.carryPermits.mutate({ rows: [row], importedFrom: null })
  const [one] = answer.ok ? answer.value : []
  if (one?.outcome !== 'entered' || one.applicationId === null) throw new Error(JSON.stringify(answer))
  return one.applicationId
}

const lineOf = async (applicationId: string) =>
  (await supervisor.expiry.list.query(days)).lines.find((one) => one.applicationId === applicationId)

const tell = async (
  way: 'letter' | 'message',
  ids: readonly string[],
  { reason = null as string | null, orders = ids.map(() => randomUUID() as string) } = {},
) => {
  const items = ids.map((applicationId, at) => ({ applicationId, orderId: orders[at] ?? randomUUID() }))
  return supervisor.expiry.tell.mutate({ way, items, reason })
}

interface Job {
  readonly id: string
  readonly copy: number
}
/** The sheets of the letters about one permit, the first one first. */
const sheetsOf = (applicationId: string) =>
  desk.sql<Job>(
    "SELECT id, copy FROM print_jobs WHERE application_id = ? AND document = 'expiry-letter' ORDER BY copy",
    applicationId,
  )

describe('telling holders that their permits end', { timeout: 60_000 }, () => {
  it('writes a numbered letter to each who is ticked, and says of whom no address is known', async () => {
    const [first, second] = [await endingPermit(), await endingPermit()]
    const nowhere = await endingPermit({ address: '' })
    expect(await lineOf(first)).toMatchObject({ told: null, daysLeft: 62, phoneMasked: '0812****0173' })
    const orders = [randomUUID(), randomUUID(), randomUUID()]
    const told = await tell('letter', [first, second, nowhere], { orders })
    expect(told.map(({ way }) => way)).toEqual(['letter', 'letter', null])
    expect(told[2]?.sentence).toMatch(/^Alamatnya tidak tercatat/)
    const [one, other] = [await lineOf(first), await lineOf(second)]
    expect(one?.told).toMatchObject({ way: 'letter', outcome: 'told', label: 'surat dicetak' })
    expect([one?.told?.letterNumber, other?.told?.letterNumber]).toEqual([
      expect.stringMatching(/0001\/PB/),
      expect.stringMatching(/0002\/PB/),
    ])
    // A lost answer is asked for once more: nothing is written, numbered or printed twice.
    expect(await tell('letter', [first, second, nowhere], { orders })).toEqual(told)
    expect(await sheetsOf(first)).toHaveLength(1)
    const again = await tell('letter', [first])
    expect(again[0]?.sentence).toMatch(/^Sudah diberi tahu lewat surat oleh /)
  })

  it('prints a letter again for a reason under the number that it has', async () => {
    const id = await endingPermit()
    await tell('letter', [id])
    const number = (await lineOf(id))?.told?.letterNumber
    const [sheet] = await sheetsOf(id)
    expect(await desk.outcome(sheet?.id ?? '')).toBe('printed')
    expect(await tell('letter', [id], { reason: 'kembali dari pos' })).toMatchObject([{ way: 'letter' }])
    expect((await lineOf(id))?.told?.letterNumber).toBe(number)
    expect((await sheetsOf(id)).map(({ copy }) => copy)).toEqual([1, 2])
  })

  it('puts who left a telephone number among those to be called, and knows when they were reached', async () => {
    const id = await endingPermit()
    const silent = await endingPermit({ phone: '' })
    const told = await tell('message', [id, silent])
    expect(told[0]).toMatchObject({ way: 'call' })
    expect(told[1]?.sentence).toMatch(/Cetak surat\.$/)
    const [notice] = await desk.counter.notices.ofDossier.query({ applicationId: id })
    expect(notice).toMatchObject({ kind: 'expiring', state: 'waiting' })
    expect(notice?.whatsApp).toContain('20 Januari 2027')
    expect(notice?.whatsApp).not.toMatch(/\d{16}/)
    expect((await lineOf(id))?.told).toMatchObject({ outcome: 'open', label: 'perlu dihubungi' })
    await desk.counter.notices.record.mutate({
      id: randomUUID(),
      noticeId: notice?.id ?? '',
      channel: 'whatsapp',
      outcome: 'reached',
      note: null,
    })
    expect((await lineOf(id))?.told).toMatchObject({ outcome: 'told', label: 'sudah dihubungi' })
    const { queries } = desk.besides
    expect(rebuildState(await queries.history(id))).toEqual(await queries.findApplication(id))
  })

  it('sends who left an address an e-mail, and counts one that came back as not told', async () => {
    await useMailServer(desk.admin, smtp.port)
    const id = await desk.takeIn({ nik: '6171044708948377', email: 'kinanti@contoh.id' })
    await desk.toPrintDesk(id)
    await desk.printDesk.dossiers.number.mutate({ applicationId: id, stage: null })
    await desk.printLetter(id)
    await desk.printDesk.dossiers.sign.mutate({ applicationId: id, stage: null, on: days.from })
    expect(await desk.act(desk.printDesk, id, 'pencetakan', 'terbitkan')).toMatchObject({ ok: true })
    expect(await lineOf(id)).toMatchObject({ validUntil: '2031-11-18', message: 'email' })
    expect(await tell('message', [id])).toMatchObject([{ way: 'email' }])
    while ((await lineOf(id))?.told?.outcome === 'open') await new Promise((resolve) => setImmediate(resolve))
    expect((await lineOf(id))?.told).toMatchObject({ label: 'e-mail terkirim' })
    expect(smtp.received.at(-1)?.bytes.toString('latin1')).toContain('kinanti@contoh.id')
    const [mail] = await desk.counter.mails.ofDossier.query({ applicationId: id })
    await desk.counter.mails.bounce.mutate({ mailId: mail?.id ?? '', note: null })
    expect((await lineOf(id))?.told).toBeNull()
    const [notice] = (await desk.counter.notices.ofDossier.query({ applicationId: id })).filter(
      ({ kind }) => kind === 'expiring',
    )
    expect(notice?.state).toBe('waiting')
  })

  it('stands in the book of the day with the way in which each was told, and only from then on', async () => {
    const book = await supervisor.registers.read.query({ kind: 'expiring', ...days })
    const [table] = book.tables
    const at = table?.columns.findIndex(({ key }) => key === 'told-how') ?? -1
    const ways = table?.rows.map(({ cells }) => cells[at])
    expect(ways).toEqual(expect.arrayContaining([null, 'sudah dihubungi']))
    const untold = book.figures.find(({ key }) => key === 'untold')?.value
    expect(untold).toBe(ways?.filter((one) => one === null).length)
  })
})
