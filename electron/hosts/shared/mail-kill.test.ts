import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSmtpServer, type SmtpDouble } from '#adapters/mail/testing/smtp-double.ts'
import { openOrThrow } from '#db/testing/open-test-db.ts'
import type { OpenDatabase } from '#db/open.ts'
import { ok } from '#domain/result.ts'
import { mailServerSetting } from '#services/mail-setting.ts'
import { messageIdsOf, newWalkIn, useMailServer } from '../testing/mail-work.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

const profile = 'tanjungpinang'
const program = new URL('../testing/mail-station.ts', import.meta.url).pathname

/** A port on which nobody listens. */
const deadPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Where a station is gone, and what is known of the mail when it is back. */
const ends = [
  { step: 'taken up', state: 'sent', taken: 1 },
  { step: 'last piece held back', state: 'sent', taken: 1 },
  { step: 'marked', state: 'uncertain', taken: 0 },
  { step: 'answered', state: 'uncertain', taken: 1 },
  { step: 'written down', state: 'sent', taken: 1 },
] as const

const lost = { state: 'lost', messageId: '' }

let dataDir: string
let smtp: SmtpDouble
let db: OpenDatabase
/** Each of its own dossier, in the order of `ends`. */
let mailIds: readonly string[]
let now: string

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sepok-mail-kill-'))
  smtp = await startSmtpServer()
  const at = await openOfficeAtWork(profile, { dataDir })
  await useMailServer(at.office.client('admin'), await deadPort())
  const dossiers: string[] = []
  for (const _ of ends) dossiers.push(await askedNotice(at))
  now = new Date(at.office.now() + 3_600_000).toISOString()
  await at.close()
  db = await openOrThrow({ file: join(dataDir, 'kantor.sqlite') })
  const mails = await Promise.all(dossiers.map((id) => mailsOf(id)))
  mailIds = mails.map((of) => of[0]?.id ?? '')
  // Meanwhile the server can be reached.
  await db.work.run(async ({ settings }) => {
    const kept = (await settings.get(mailServerSetting)) as object
    return ok(await settings.set(mailServerSetting, { ...kept, port: smtp.port }))
  })
}, 120_000)

afterAll(async () => {
  await db.close()
  await smtp.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A dossier whose applicant is told by mail that it was accepted; the server cannot be reached. */
async function askedNotice(at: OfficeAtWork): Promise<string> {
  const id = await newWalkIn(at)
  await at.walk(id, (state) => state.acceptedAt !== null)
  return id
}

const mailsOf = (applicationId: string) => db.queries.listMailsOf(applicationId)

/** Runs a station until it has nothing left to do, or until it is gone at a step of a mail. */
async function run(mailId?: string, step?: string): Promise<void> {
  const dying = mailId !== undefined && step !== undefined ? [mailId, step] : []
  const station = spawn(process.execPath, [program, dataDir, profile, now, ...dying], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gone = once(station, 'exit')
  await Promise.race([once(station.stdout, 'data'), gone])
  station.kill('SIGKILL')
  const [, signal] = (await gone) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
}

it('a mail is sent once wherever its station is killed, and where nobody can know, it says so and waits for a clerk', async () => {
  for (const [index, { step }] of ends.entries()) await run(mailIds[index], step)
  await run()
  const taken = messageIdsOf(smtp.received)
  const found = await Promise.all(
    ends.map(async ({ step }, index) => {
      const { state, messageId } = (await db.queries.findMail(mailIds[index] ?? '')) ?? lost
      return { step, state, taken: taken.filter((one) => one === messageId).length }
    }),
  )
  // Every start after the kill might have sent it again.
  expect(found).toEqual(ends)
}, 90_000)
