import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSmtpServer, type SmtpDouble } from '#adapters/mail/testing/smtp-double.ts'
import { createPostgresDatabase, type TestPostgres } from '#db/testing/postgres.ts'
import { isReadyForHandover } from '#domain/issuance.ts'
import { composeStation, officePassword, type ComposedStation } from '../testing/composed-station.ts'
import { messageIdsOf, newWalkIn, useMailServer } from '../testing/mail-work.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

const now = '2026-11-18T02:00:00.000Z'

describe('two stations on one PostgreSQL that both send mail', { timeout: 120_000 }, () => {
  let postgres: TestPostgres
  let first: OfficeAtWork
  let second: ComposedStation
  let smtp: SmtpDouble
  beforeAll(async () => {
    postgres = await createPostgresDatabase()
    smtp = await startSmtpServer()
    first = await openOfficeAtWork('tanjungpinang', { databaseUrl: postgres.url, now })
    await useMailServer(first.office.client('admin'), smtp.port)
    second = await composeStation({ databaseUrl: postgres.url }, now)
  }, 120_000)
  afterAll(async () => {
    await second.close()
    await first.close()
    await smtp.close()
    await postgres.drop()
  })

  const mailsOf = async (ids: readonly string[]) =>
    (await Promise.all(ids.map((id) => first.besides.queries.listMailsOf(id)))).flat()
  const allSent = async (ids: readonly string[]): Promise<void> => {
    while ((await mailsOf(ids)).some((one) => one.state !== 'sent'))
      await new Promise((resolve) => setImmediate(resolve))
  }

  it('send each of them once', async () => {
    const ids: string[] = []
    for (let n = 0; n < 5; n += 1) {
      const id = await newWalkIn(first)
      await first.walk(id, (state) => state.acceptedAt !== null)
      ids.push(id)
    }
    await allSent(ids)
    const asked = (await mailsOf(ids)).map((one) => one.messageId)
    expect(asked).toHaveLength(5)
    expect([...messageIdsOf(smtp.received)].sort()).toEqual([...asked].sort())
  })

  it('send a signed permit from the station that has its file, also when it is asked for at the other one', async () => {
    const id = await newWalkIn(first)
    await first.walk(id, isReadyForHandover)
    await allSent([id])
    const before = smtp.received.length
    // Asked for at the other one, which looks first and has no such file.
    const counter = second.client('front-office')
    await counter.session.signIn.mutate({ username: 'front-office', password: officePassword })
    const mailId = crypto.randomUUID()
    const asked = await counter.mails.send.mutate({ applicationId: id, mailId, to: 'kinanti@contoh.id' })
    expect(asked).toMatchObject({ ok: true })
    await allSent([id])
    expect(smtp.received.slice(before).map((one) => one.bytes.includes('application/pdf'))).toEqual([true])
    const mail = await first.besides.queries.findMail(mailId)
    expect(mail).toMatchObject({ state: 'sent', attempts: 1 })
    expect(await first.read(id)).toMatchObject({ handedOverAt: mail?.stateAt })
  })
})
