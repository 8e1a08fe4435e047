import { bookLabel } from '#domain/wording/report-books.ts'
import { dayRange } from '#domain/indonesian.ts'
import { letterheadOn } from '#domain/profile.ts'
import type { ReportRun, ReportSchedule, ScheduleProblem } from '#domain/report-schedule.ts'
import { mailHtml, mailPlainText } from '#domain/mail-text.ts'
import type { MailMessage, MailSender } from '#ports/mail.ts'
import type { Queries } from '#ports/queries.ts'
import type { CancelSignal } from '#ports/printing.ts'
import type { ReportFolders } from '#ports/report-schedules.ts'
import type { SecretBox } from '#ports/secrets.ts'
import { keptMailServer, mailServerSetting, routeOf } from './mail-setting.ts'
import { officeToday } from './move-facts.ts'
import type { Office } from './office.ts'
import type { ReportFile } from './report-files.ts'
import { messageIdOf } from './send-by-email.ts'

export interface DeliveryParts {
  readonly office: Office
  readonly queries: Pick<Queries, 'getSetting'>
  readonly folders: ReportFolders
  readonly sender: MailSender
  readonly secrets: SecretBox
}

/** How one file of a run fared; null: it is where it should be. */
export type Delivered = { readonly problem: ScheduleProblem; readonly detail: string | null } | null

/** What has to be delivered of a file, by the names under which a run remembers it. */
export const deliveriesOf = ({ target }: ReportSchedule, name: string): readonly string[] =>
  target.kind === 'folder' ? [name] : target.addresses.map((to) => `${to} ${name}`)

function reportMail(
  office: Office,
  { schedule, run, file, key }: Delivery,
  to: MailMessage['to'],
  messageId: string,
): MailMessage {
  const { from, through } = run.days
  const title = `${bookLabel(schedule.report)} ${dayRange(from, through)}`
  const { addressShort } = letterheadOn(office.profile, officeToday(office, run.asOf))
  const words = {
    subject: `${title} (${key.slice(key.lastIndexOf('.') + 1).toUpperCase()})`,
    greeting: 'Yth. Bapak/Ibu,',
    paragraphs: [`Terlampir ${title}.`, 'E-mail ini dibuat otomatis menurut jadwal laporan kantor.'],
    closing: [office.profile.shortName],
    footer: [addressShort],
  }
  return {
    messageId,
    date: run.asOf,
    to,
    subject: words.subject,
    text: mailPlainText(words),
    html: mailHtml(words),
    attachment: { fileName: file.name, bytes: file.bytes },
  }
}

export interface Delivery {
  readonly schedule: ReportSchedule
  readonly run: ReportRun
  readonly file: ReportFile
  /** One of `deliveriesOf`. */
  readonly key: string
}

/**
 * Delivers one file once. A mail is noted before its last piece goes out, so that none is sent twice, whatever breaks.
 *
 * @param note  writes down that it may have gone
 */
export async function deliver(
  { office, queries, folders, sender, secrets }: DeliveryParts,
  delivery: Delivery,
  note: () => Promise<boolean>,
  cancel: CancelSignal,
): Promise<Delivered> {
  const { schedule, run, file, key } = delivery
  const { target } = schedule
  if (target.kind === 'folder') {
    const put = await folders.put(target.folder, file.name, file.bytes)
    return put.ok ? null : { problem: put.problem, detail: put.detail }
  }
  const to = target.addresses.find((one) => key.startsWith(`${one} `))
  const kept = keptMailServer(await queries.getSetting(mailServerSetting))
  const route = kept && routeOf(kept, secrets)
  if (!to || !kept || !route) return { problem: 'mail-off', detail: null }
  const place = target.addresses.indexOf(to) + 1
  const name = `${schedule.id}.${run.days.from}.${file.name.slice(file.name.lastIndexOf('.') + 1)}.${place}`
  const message = reportMail(office, delivery, to, messageIdOf(name, kept))
  const verdict = await sender.send(message, route, note, cancel)
  if (verdict.outcome === 'sent') return null
  return verdict.outcome === 'uncertain'
    ? { problem: 'mail-uncertain', detail: verdict.answer }
    : { problem: 'mail-refused', detail: verdict.answer }
}
