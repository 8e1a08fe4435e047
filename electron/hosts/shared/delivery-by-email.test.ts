import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFaultySmtp, startSmtpServer, type SmtpDouble } from '#adapters/mail/testing/smtp-double.ts'
import { statusOf } from '#domain/application-state.ts'
import { isReadyForHandover } from '#domain/issuance.ts'
import { ok } from '#domain/result.ts'
import { sayMailReason } from '#domain/wording/mail.ts'
import { sha256Of, type Client } from '../testing/counter-desk.ts'
import { newWalkIn, typedServer, useMailServer } from '../testing/mail-work.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

let at: OfficeAtWork
let counter: Client
let admin: Client
let smtp: SmtpDouble

const useServer = (port: number): Promise<void> => useMailServer(admin, port)

beforeAll(async () => {
  at = await openOfficeAtWork('tanjungpinang')
  counter = await at.as('front-office')
  admin = at.office.client('admin')
  smtp = await startSmtpServer()
}, 120_000)
afterAll(async () => {
  await at.close()
  await smtp.close()
})

const ready = async (): Promise<string> => {
  const id = await newWalkIn(at)
  await at.walk(id, isReadyForHandover)
  // What its notices had to say is out of the way.
  while ((await counter.mails.ofDossier.query({ applicationId: id })).some((one) => one.state !== 'sent'))
    await new Promise((resolve) => setImmediate(resolve))
  return id
}

/** Mails that brought a paper. */
const papers = () => smtp.received.filter((one) => one.bytes.includes('application/pdf'))

const ask = (applicationId: string, to = 'kinanti@contoh.id', mailId: string = crypto.randomUUID()) =>
  counter.mails.send.mutate({ applicationId, mailId, to })

const lastMail = async (applicationId: string) => {
  const mail = (await counter.mails.ofDossier.query({ applicationId })).at(-1)
  if (!mail) throw new Error('no mail')
  return mail
}

/** Waits until the last mail of a dossier is where it should be: each look is a question to the office. */
const comesTo = async (applicationId: string, state: string) => {
  for (;;) {
    const mail = await lastMail(applicationId)
    if (mail.state === state) return mail
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('a signed permit that goes out by e-mail', { timeout: 60_000 }, () => {
  it('is refused while the office has no mail server, and can still be handed over', async () => {
    const id = await ready()
    expect(await ask(id)).toMatchObject({ ok: false, refusal: { code: 'mail-not-set-up' } })
    expect(await counter.mails.status.query()).toEqual({
      isSetUp: false,
      isOpenable: false,
      inNeed: 0,
      underWay: 0,
    })
    await at.step(id)
    expect(statusOf(await at.read(id))).toBe('handed-over')
  })

  it('reaches the server once with the very file that was signed, and counts as handed over from then on', async () => {
    await useServer(smtp.port)
    const id = await ready()
    const mailId = crypto.randomUUID()
    const asked = await ask(id, ' Kinanti@Contoh.ID ', mailId)
    expect(asked).toMatchObject({ ok: true, value: { id: mailId, to: 'Kinanti@contoh.id' } })
    // The same order again, as after a lost answer, makes no second mail.
    expect(await ask(id, 'kinanti@contoh.id', mailId)).toMatchObject({ ok: true, value: { id: mailId } })
    const sent = await comesTo(id, 'sent')
    expect(papers()).toHaveLength(1)
    const [mail] = papers()
    const text = mail?.bytes.toString('latin1') ?? ''
    expect(text).toContain(`Message-ID: ${sent.messageId}`)
    const state = await at.read(id)
    const signed = state.product?.signature?.fileSha256
    const base64 = /application\/pdf[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(text)?.[1] ?? ''
    expect(sha256Of(Buffer.from(base64, 'base64'))).toBe(signed)
    expect(text).not.toMatch(/\d{16}/)
    expect(statusOf(state)).toBe('handed-over')
    expect(state.mails).toEqual([
      {
        id: mailId,
        messageId: sent.messageId,
        to: 'Kinanti@contoh.id',
        fileSha256: signed,
        askedAt: sent.askedAt,
        askedBy: sent.askedBy,
        outcome: 'sent',
        sentAt: sent.stateAt,
        answer: sent.answer,
      },
    ])
    const acts = (await at.history(id)).map((one) => one.body.action)
    expect(acts.slice(acts.indexOf('mail-asked')).slice(0, 3)).toEqual([
      'mail-asked',
      'mail-ended',
      'handed-over',
    ])
    expect(await at.besides.queries.findApplication(id)).toMatchObject({ handedOverAt: sent.stateAt })
    expect(await at.damages()).toEqual([])
  })

  it('is not handed over at the counter, and not sent a second time, while a mail is on its way', async () => {
    const silent = await startFaultySmtp('greeting', 'silence')
    const id = await ready()
    await useServer(silent.port)
    const greeted = silent.reaches('greeting')
    const asked = await ask(id)
    if (!asked.ok) throw new Error(asked.refusal.code)
    await greeted
    expect(await ask(id)).toMatchObject({
      ok: false,
      refusal: { code: 'mail-under-way', by: asked.value.askedBy, to: 'kinanti@contoh.id' },
    })
    const order = {
      applicationId: id,
      receivedBy: 'Kinanti',
      relation: 'self',
      receiverNik: null,
      identity: { card: 'ktp' as const, letterOfAuthority: false },
      printerId: null,
    }
    expect(await counter.handover.handOver.mutate(order)).toMatchObject({
      ok: false,
      refusal: { code: 'mail-under-way' },
    })
    expect(await counter.mails.cancel.mutate({ mailId: asked.value.id })).toMatchObject({
      ok: false,
      refusal: { code: 'mail-being-sent' },
    })
    await silent.close()
    await comesTo(id, 'waiting')
    // Taken back while it waits for another try, the paper goes out at the counter.
    expect(await counter.mails.cancel.mutate({ mailId: asked.value.id })).toMatchObject({
      ok: true,
      value: { state: 'cancelled' },
    })
    expect(await counter.handover.handOver.mutate(order)).toMatchObject({ ok: true })
    expect(await counter.mails.cancel.mutate({ mailId: asked.value.id })).toMatchObject({
      ok: false,
      refusal: { code: 'mail-changed', state: 'cancelled' },
    })
  })

  it('goes to the corrected address by a new mail when the server knows the first one not', async () => {
    await useServer(smtp.port)
    const before = papers().length
    const id = await ready()
    smtp.refuse({ recipient: '550 5.1.1 tidak dikenal' })
    expect(await ask(id, 'salah ketik')).toMatchObject({
      ok: false,
      refusal: { code: 'mail-address-wrong', email: { code: 'email-space' } },
    })
    await ask(id, 'kinanti@contoh.co')
    const wrong = await comesTo(id, 'wrong-address')
    expect(wrong).toMatchObject({ inNeed: true, answer: '550 5.1.1 tidak dikenal' })
    expect(await counter.mails.list.query({ which: 'in-need' })).toEqual([wrong])
    expect(statusOf(await at.read(id))).not.toBe('handed-over')
    smtp.refuse({})
    await ask(id, 'kinanti@contoh.id')
    const sent = await comesTo(id, 'sent')
    expect(sent.messageId).not.toBe(wrong.messageId)
    expect(await counter.mails.status.query()).toMatchObject({ inNeed: 0 })
    expect((await at.read(id)).mails?.map((one) => [one.to, one.outcome])).toEqual([
      ['kinanti@contoh.co', 'wrong-address'],
      ['kinanti@contoh.id', 'sent'],
    ])
    expect(papers().length - before).toBe(1)

    // It comes back later: nobody reads the inbox, so the clerk says so, and sends it elsewhere.
    const note = 'kotak surat penuh'
    expect(await counter.mails.bounce.mutate({ mailId: sent.id, note })).toMatchObject({
      ok: true,
      value: { state: 'bounced', inNeed: true, answer: note },
    })
    const again = await ask(id, 'kinanti.kantor@contoh.id')
    expect(again).toMatchObject({ ok: true })
    await comesTo(id, 'sent')
    expect(statusOf(await at.read(id))).toBe('handed-over')
    expect(papers().length - before).toBe(2)
    const last = await lastMail(id)
    await counter.mails.bounce.mutate({ mailId: last.id, note: null })
    expect(await counter.mails.settleOtherwise.mutate({ mailId: last.id, note: ' ' })).toMatchObject({
      ok: false,
      refusal: { code: 'mail-note-needed' },
    })
    expect(
      await counter.mails.settleOtherwise.mutate({ mailId: last.id, note: 'dicetak di loket' }),
    ).toMatchObject({ ok: true, value: { inNeed: false, settled: { how: 'given-otherwise' } } })
    expect(await at.damages()).toEqual([])
  })

  it('is never sent again by itself when the line broke after the whole mail; the clerk decides', async () => {
    const cutting = await startFaultySmtp('end', 'cut')
    const [first, second] = [await ready(), await ready()]
    await useServer(cutting.port)
    await ask(first)
    const uncertain = await comesTo(first, 'uncertain')
    expect(uncertain.inNeed).toBe(true)
    await ask(second)
    const other = await comesTo(second, 'uncertain')
    expect(cutting.ended).toBe(2)
    await cutting.close()
    await useServer(smtp.port)
    const before = smtp.received.length
    expect(await counter.mails.confirm.mutate({ mailId: uncertain.id })).toMatchObject({
      ok: true,
      value: { state: 'sent' },
    })
    expect(statusOf(await at.read(first))).toBe('handed-over')
    expect(await counter.mails.confirm.mutate({ mailId: uncertain.id })).toMatchObject({
      ok: false,
      refusal: { code: 'mail-changed' },
    })
    expect(smtp.received.length).toBe(before)
    await ask(second)
    const sent = await comesTo(second, 'sent')
    expect(sent.messageId).not.toBe(other.messageId)
    expect(smtp.received.length).toBe(before + 1)
  })
})

describe('a signed file that is looked at before it leaves', { timeout: 60_000 }, () => {
  it('does not go out when it no longer says what the record says, and the clerk reads what differs', async () => {
    await useServer(smtp.port)
    const before = papers().length
    const id = await ready()
    await at.besides.work.run(async ({ applications }) => {
      const state = await applications.find(id)
      if (!state?.product?.number) throw new Error('no numbered permit')
      const number = { ...state.product.number, text: '503/9999/SIPOP/2026' }
      return ok(await applications.save({ ...state, product: { ...state.product, number } }, []))
    })
    await ask(id)
    expect(await comesTo(id, 'failed')).toMatchObject({
      reason: sayMailReason('paper-unsound'),
      answer: 'Nomor surat “503/9999/SIPOP/2026” tidak ada pada lembar.',
      inNeed: true,
    })
    expect(statusOf(await at.read(id))).not.toBe('handed-over')
    expect(papers().length).toBe(before)
  })

  it('does not go out when one bit of it has changed in the cabinet', async () => {
    const before = papers().length
    const id = await ready()
    const sha256 = (await at.read(id)).product?.signature?.fileSha256 ?? ''
    const path = join(at.office.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    const whole = readFileSync(path)
    const changed = Buffer.from(whole)
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1
    writeFileSync(path, changed)
    await ask(id)
    expect(await comesTo(id, 'failed')).toMatchObject({ reason: sayMailReason('file-broken') })
    expect(papers().length).toBe(before)
    // Mended, it goes out when somebody asks again.
    writeFileSync(path, whole)
    await ask(id)
    await comesTo(id, 'sent')
    expect(papers().length - before).toBe(1)
  })
})

describe('a holder without an address', { timeout: 60_000 }, () => {
  it('is not kept waiting: the paper goes out at the counter, and nothing is mailed', async () => {
    const before = smtp.received.length
    const id = await at.takeIn({ permitTypeCode: 'SIPOP', nik: '6171044708940099', email: '' })
    await at.walk(id, isReadyForHandover)
    const order = {
      applicationId: id,
      receivedBy: 'Kinanti',
      relation: 'self',
      receiverNik: null,
      identity: { card: 'ktp' as const, letterOfAuthority: false },
      printerId: null,
    }
    expect(await counter.handover.handOver.mutate({ ...order, method: 'email' })).toMatchObject({
      refusal: { code: 'email-missing' },
    })
    expect(await counter.handover.handOver.mutate({ ...order, method: 'counter' })).toMatchObject({
      ok: true,
    })
    expect(statusOf(await at.read(id))).toBe('handed-over')
    expect(smtp.received.length).toBe(before)
    expect(await counter.mails.ofDossier.query({ applicationId: id })).toEqual([])
  })
})

describe('a notice of an office that mails its notices', { timeout: 60_000 }, () => {
  it('goes out with the move that makes it, and is told when the server took it', async () => {
    await useServer(smtp.port)
    const before = smtp.received.length
    const id = await newWalkIn(at)
    await at.walk(id, (state) => state.acceptedAt !== null)
    const mail = await comesTo(id, 'sent')
    expect(mail.purpose).toBe('notice')
    expect(smtp.received.length - before).toBe(1)
    const notices = await counter.notices.ofDossier.query({ applicationId: id })
    expect(notices.map((one) => [one.kind, one.state, one.tries.map((two) => two.outcome)])).toEqual([
      ['accepted', 'told', ['sent']],
    ])
    expect(smtp.received.at(-1)?.bytes.toString('latin1')).not.toMatch(/\d{16}/)
  })
})

describe('the mail server of the settings', () => {
  const canary = 'kenari-sandi-4711'

  it('never has its password in clear in database, log or answer, and asks for it again when the server changes', async () => {
    const saved = await admin.mails.saveServer.mutate(
      typedServer(smtp.port, { user: 'izin', password: canary }),
    )
    expect(saved).toMatchObject({ ok: true, value: { hasPassword: true, isOpenable: true } })
    expect(JSON.stringify([saved, await admin.mails.server.query()])).not.toContain(canary)
    expect(await admin.mails.saveServer.mutate(typedServer(smtp.port, { user: 'izin' }))).toMatchObject({
      ok: true,
      value: { hasPassword: true },
    })
    expect(await admin.mails.saveServer.mutate(typedServer(smtp.port + 1, { user: 'izin' }))).toMatchObject({
      ok: false,
      refusal: { code: 'mail-password-again' },
    })
    const everything = (folder: string): string[] =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile())
    const holding = everything(at.office.dataDir).filter((path) => readFileSync(path).includes(canary))
    expect(holding).toEqual([])
    expect(statSync(join(at.office.dataDir, 'station.key')).mode & 0o777).toBe(0o600)
  })

  it('is tried with what is typed, and says which part fails', async () => {
    const trial = (change: object) =>
      admin.mails.tryServer.mutate({ ...typedServer(smtp.port, change), to: 'admin@kota.contoh.id' })
    const before = smtp.received.length
    expect(await trial({})).toEqual({ ok: true, value: { answer: expect.stringMatching(/^250/) as string } })
    expect(smtp.received.length - before).toBe(1)
    expect(await trial({ host: 'tidak-ada.invalid', clearAccepted: true })).toMatchObject({
      refusal: { code: 'mail-trial-failed', part: 'name' },
    })
    expect(await trial({ security: 'starttls' })).toMatchObject({ refusal: { part: 'tls' } })
    expect(await trial({ user: 'izin', password: 'x' })).toMatchObject({ refusal: { part: 'sign-in' } })
    smtp.refuse({ sender: '553 5.7.1 tidak boleh' })
    expect(await trial({})).toMatchObject({ refusal: { part: 'sender', answer: '553 5.7.1 tidak boleh' } })
    smtp.refuse({ recipient: '550 5.1.1 tidak dikenal' })
    expect(await trial({})).toMatchObject({ refusal: { part: 'recipient' } })
    smtp.refuse({})
    expect(await trial({ host: 'smtp.contoh.id' })).toMatchObject({
      refusal: { code: 'mail-clear-not-accepted' },
    })
  })
})
