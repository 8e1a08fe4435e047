import type { ApplicationState } from '#domain/application-state.ts'
import { isUnderWay, type Mail } from '#domain/mail.ts'
import type { Stage } from '#domain/stage-table.ts'
import type { DemoStation } from './station.ts'

/** A mail as demo.json tells of it. */
export interface MailLine {
  readonly purpose: Mail['purpose']
  readonly to: string
  readonly messageId: string
  readonly outcome: 'sent' | 'failed' | 'unknown'
  readonly reason: string | null
  /** What the server answered last. */
  readonly answer: string | null
  readonly attempts: number
}

/** How long the demonstration waits for a mail. */
const patienceMs = 60_000
/** Loopback, or an address that nobody has: RFC 2606. */
const inventedAddress = 'pemohon@contoh.invalid'

const lineOf = ({ purpose, to, messageId, state, reason, answer, attempts }: Mail): MailLine => ({
  purpose,
  to,
  messageId,
  outcome: state === 'sent' ? 'sent' : isUnderWay({ state }) || state === 'uncertain' ? 'unknown' : 'failed',
  reason,
  answer,
  attempts,
})

/** Every mail of the demonstration's dossier with its fate, as far as it is known after a minute. */
export async function mailLines(station: DemoStation, applicationId: string): Promise<readonly MailLine[]> {
  if (!station.sendsMail) return []
  const { queries } = station.tools.database
  const mails = async () => queries.listMailsOf(applicationId)
  await station.until(async () => !(await mails()).some(isUnderWay), patienceMs)
  return (await mails()).map(lineOf)
}

/**
 * Sends the signed paper to its holder, as the office does. false: it did not arrive for certain, so that it is handed over at
 * the counter; a mail that still waits is taken back before.
 */
export async function sendPaper(
  station: DemoStation,
  { id, applicant }: ApplicationState,
  stage: Stage,
): Promise<boolean> {
  const { services } = station.office()
  const { queries } = station.tools.database
  const who = station.who(stage.role)
  const mailId = station.tools.ids.uuid()
  const to = applicant.email ?? inventedAddress
  const asked = await services.sendByEmail({ applicationId: id, mailId, to }, who)
  if (!asked.ok) throw new Error(`the mail is refused: ${JSON.stringify(asked.refusal)}`)
  const mail = async () => (await queries.findMail(mailId)) ?? asked.value
  await station.until(async () => !isUnderWay(await mail()), patienceMs)
  if ((await mail()).state === 'waiting') await services.cancelMail(mailId, who)
  return (await mail()).state === 'sent'
}
