import { join } from 'node:path'
import { createSmtpSender, longestSendingMs } from '#adapters/mail/smtp-sender.ts'
import { openPortalLineWith } from '#adapters/portal/portal-client.ts'
import { portalKeyOf, wireFaultOf } from '#adapters/portal/wire-fault.ts'
import { answerWithinMs } from '#adapters/portal/exchange.ts'
import { createPrinterTransport } from '#adapters/printer/printer-transport.ts'
import { createPrinterYard } from '#adapters/printer/printer-yard.ts'
import type { WindowsTools } from '#adapters/printer/windows-printer.ts'
import { createCommandRunner } from '#adapters/system/run-command.ts'
import { createSigning, type SigningTools } from '#adapters/signing/signing-tools.ts'
import { createEsignClient } from '#adapters/signing/esign-client.ts'
import { askEsignOver } from '#adapters/signing/esign-http.ts'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { reportFolders } from '#adapters/files/report-folders.ts'
import { createClock } from '#adapters/system/clock.ts'
import { hashText } from '#adapters/system/hash.ts'
import { createIdSource } from '#adapters/system/ids.ts'
import { openKeyFile } from '#adapters/system/key-file.ts'
import { createPasswords, officePasswordCost } from '#adapters/system/passwords.ts'
import { schedule as realTime } from '#adapters/system/schedule.ts'
import type { OpenDatabase } from '#db/open.ts'
import { keptPdfCommand, pdfCommandSetting, usualPdfCommand } from '#domain/pdf-command.ts'
import { usualPrintRules } from '#domain/print-rules.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { FileCabinet } from '#ports/files.ts'
import type { Log } from '#ports/log.ts'
import type { MailSender } from '#ports/mail.ts'
import type { Passwords } from '#ports/passwords.ts'
import type { OpenPortalLine } from '#ports/portal.ts'
import type { PrinterTransport } from '#ports/printing.ts'
import type { PrinterYard } from '#ports/printer-yard.ts'
import type { Schedule } from '#ports/schedule.ts'
import type { SecretBox } from '#ports/secrets.ts'
import type { Windows } from '#ports/windows.ts'
import { createMailOutbox, type MailOutbox } from '#services/mail-outbox.ts'
import { createMailRecords } from '#services/mail-records.ts'
import { withNoticeMails } from '#services/notice-mails.ts'
import { createOfficeServices, type OfficeServices } from '#services/office-services.ts'
import type { Office } from '#services/office.ts'
import {
  cancelJob,
  confirmPrinted,
  moveJob,
  releaseHeld,
  retryJob,
  spoilSheet,
} from '#services/print-job-orders.ts'
import { withSheetWays } from '#services/sheet-ways.ts'
import { bringPortalFile } from '#services/portal-fetch.ts'
import { paperFileFor } from '#services/portal-papers.ts'
import { portalFeed, portalIntake } from '#services/portal-take-in.ts'
import { createPortalTraffic, type PortalTraffic } from '#services/portal-traffic.ts'
import { createReportRunner, type ReportRunner } from '#services/report-runner.ts'
import { createSpool, type Spool } from '#services/spool.ts'
import { noWindows } from '#services/windows-first.ts'
import { moveSigned } from '#services/move-signed.ts'
import { createSigningLooks } from '#services/signing-looks.ts'
import { createSigningBatches, type SigningBatches } from '#services/signing-batches.ts'
import { makeFolder } from './data-folder.ts'
import { withKeptContent } from './kept-content.ts'
import { withNews } from './work-news.ts'
import { takeTurns } from './printer-turns.ts'
import { createPrinterWatch, type PrinterWatch } from './printer-watch.ts'
import { openPapers } from './papers-in-force.ts'
import { createPaperDesk, type PaperDesk } from './paper-desk.ts'
import { createRenderPool, type RenderPool } from './render-pool.ts'

/** Machinery of a station that does not depend on which office it serves. */
export interface StationTools {
  readonly database: OpenDatabase
  readonly cabinet: FileCabinet
  readonly clock: Clock
  readonly ids: IdSource
  readonly passwords: Passwords
  readonly pool: RenderPool
  readonly paper: PaperDesk
  readonly signing: SigningTools
  readonly transport: PrinterTransport
  readonly yard: PrinterYard
  readonly secrets: SecretBox
  readonly mailSender: MailSender
  readonly openPortalLine: OpenPortalLine
  readonly schedule: Schedule
  readonly log: Log
  /** Tells windows what changed; right after each commit. */
  readonly publish: (topic: string, id: string | null) => void
  /** Whom the portal's traffic lets go first; left out: nobody. */
  readonly windows?: Windows
}

/** Peers: overnight backlogs that come out in the morning. */
const staleAfterMs = usualPrintRules.staleMinutes * 60_000

/** Programs of Windows itself, by their names; undefined where this is none. */
function windowsTools({ queries }: OpenDatabase): WindowsTools | undefined {
  if (process.platform !== 'win32') return undefined
  return {
    run: createCommandRunner(realTime),
    powershell: 'powershell.exe',
    cmd: 'cmd.exe',
    pdfCommand: async () => keptPdfCommand(await queries.getSetting(pdfCommandSetting)) ?? usualPdfCommand,
  }
}

/** The tools on a data folder; the database is open already. */
export function stationTools(parts: {
  readonly dataDir: string
  readonly database: OpenDatabase
  readonly now: () => number
  readonly log: Log
  readonly publish: StationTools['publish']
  readonly passwords?: Passwords
  readonly mailSender?: MailSender | undefined
  readonly yard?: PrinterYard | undefined
  /** Left out: threads of its own. */
  readonly pool?: RenderPool | undefined
  readonly windows?: Windows
}): StationTools {
  const shelf = join(parts.dataDir, 'files')
  makeFolder(shelf)
  const cabinet = openDiskFileCabinet(shelf)
  const pool = parts.pool ?? createRenderPool()
  return {
    database: parts.database,
    cabinet,
    clock: createClock(parts.now),
    ids: createIdSource(),
    passwords: parts.passwords ?? createPasswords(officePasswordCost),
    pool,
    paper: createPaperDesk(pool, cabinet),
    signing: createSigning(pool, createEsignClient(askEsignOver(realTime))),
    transport: createPrinterTransport({ schedule: realTime, windows: windowsTools(parts.database) }),
    yard: parts.yard ?? createPrinterYard({ schedule: realTime }),
    secrets: openKeyFile(parts.dataDir),
    mailSender: parts.mailSender ?? createSmtpSender({ schedule: realTime }),
    openPortalLine: openPortalLineWith({ schedule: realTime, now: parts.now }),
    schedule: realTime,
    log: parts.log,
    publish: parts.publish,
    ...(parts.windows && { windows: parts.windows }),
  }
}

/** 0 ≤ x < 1, from four random bytes. */
const chanceOf = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32

/** An office at work: its use cases, its spool, and how its printers are. */
export interface OpenOffice {
  readonly office: Office
  readonly services: OfficeServices
  readonly spool: Spool
  readonly mails: MailOutbox
  /** Makes scheduled reports. */
  readonly reports: ReportRunner
  readonly portal: PortalTraffic
  /** Brings a file of the portal that somebody looks at; false: there is none to be had. */
  readonly bringFile: (sha256: string) => Promise<boolean>
  readonly printers: PrinterWatch
  /** What signers sign with one passphrase. */
  readonly signing: SigningBatches
}

/** Wires one office on its tools; nothing runs until `spool.start()`, `mails.start()`, `portal.start()` and `printers.start()`. */
export function openOffice(shipped: Office, tools: StationTools, station = 'Loket 1'): OpenOffice {
  // One value for everybody: a calendar put in force is the calendar of the next question.
  const office: { -readonly [Key in keyof Office]: Office[Key] } = { ...shipped }
  let changesInForce = 0
  const papers = openPapers(shipped.profile, (chosenPapers) => {
    office.profile = { ...office.profile, chosenPapers }
  })
  const { database, clock, ids, log, schedule } = tools
  const turns = takeTurns(tools.transport)
  const printers = createPrinterWatch({
    listPrinters: () => database.queries.listPrinters(),
    probe: turns.probe,
    schedule,
    publish: tools.publish,
    log,
  })
  const publish: StationTools['publish'] = (topic, id) => {
    tools.publish(topic, id)
    if (topic === 'printing' || topic === 'office') printers.lookSoon()
    // A mail that is asked for goes out at once; one that waits for its dossier is looked at again.
    if (topic === 'mail') mails.wake()
    if (topic === 'schedules' || topic === 'office') reports.wake()
    if (topic === 'dossier' || topic === 'portal') portal.look()
    if (topic === 'office') portal.wake()
  }
  const work = withNoticeMails(withNews(withKeptContent(database.work, tools.cabinet), publish), {
    office,
    clock,
    station,
  })
  const events = (topic: string, jobId: string): void => publish(topic, jobId)
  const spool = createSpool({
    work,
    renderer: withSheetWays(tools.paper, papers.present),
    transport: { ...tools.transport, send: turns.send },
    clock,
    schedule,
    events,
    log,
    rules: { staleAfterMs, blankPapers: office.profile.blankPapers },
  })
  const records = createMailRecords({
    office,
    work,
    clock,
    ids,
    secrets: tools.secrets,
    log,
    station,
    leaseMs: longestSendingMs() + 60_000,
  })
  const mails = createMailOutbox({
    records,
    sender: tools.mailSender,
    cabinet: tools.cabinet,
    sheets: tools.paper,
    hasOtherStations: database.engine === 'postgres',
    clock,
    schedule,
    log,
  })
  const chance = (): number => chanceOf(ids.randomBytes(4))
  const bringFile = bringPortalFile(
    {
      work,
      clock,
      cabinet: tools.cabinet,
      chance,
      queries: database.queries,
      secrets: tools.secrets,
      openLine: tools.openPortalLine,
    },
    (ms) => AbortSignal.timeout(ms),
  )
  const portal = createPortalTraffic({
    office,
    work,
    queries: database.queries,
    clock,
    ids,
    secrets: tools.secrets,
    cabinet: tools.cabinet,
    hasOtherStations: database.engine === 'postgres',
    makePages: (task) => tools.pool.makePages(task),
    openLine: tools.openPortalLine,
    keyOf: portalKeyOf,
    faultOf: wireFaultOf,
    fileFor: paperFileFor({
      office,
      queries: database.queries,
      sheets: tools.paper,
      cabinet: tools.cabinet,
      log,
    }),
    intake: portalIntake({ office, ids }),
    feed: portalFeed({ office, work, clock, ids, log, queries: database.queries }),
    chance,
    leaseMs: 2 * answerWithinMs + 60_000,
    schedule,
    log,
    station,
    tell: () => tools.publish('portal', null),
    windows: tools.windows ?? noWindows,
  })
  const orders = { work, clock, events, spool }
  const looks = createSigningLooks()
  const services = createOfficeServices({
    office,
    work,
    queries: database.queries,
    clock,
    ids,
    passwords: tools.passwords,
    hash: hashText,
    cabinet: tools.cabinet,
    calendar: {
      shipped: shipped.profile.calendar,
      put: (calendar, changes) => {
        if (changes < changesInForce) return
        changesInForce = changes
        office.profile = { ...office.profile, calendar }
      },
    },
    papers,
    sheets: tools.paper,
    books: tools.pool,
    folders: reportFolders,
    testPapers: tools.paper,
    printers: turns,
    yard: tools.yard,
    publish,
    lookSoon: () => printers.lookSoon(),
    wakeSpool: () => spool.wake(),
    pictures: tools.paper,
    ...tools.signing,
    looks,
    secrets: tools.secrets,
    mailSender: tools.mailSender,
    openPortalLine: tools.openPortalLine,
    hurryMails: () => mails.wake(true),
    spool: {
      wake: () => spool.wake(),
      retryJob: ({ jobId, noSheetCameOut, by }) => retryJob(orders)(jobId, noSheetCameOut ? false : null, by),
      spoilSheet: spoilSheet(orders),
      confirmPrinted: confirmPrinted(orders),
      cancelJob: cancelJob(orders),
      releaseHeld: releaseHeld(orders),
      moveJob: moveJob(orders),
    },
  })
  const reports = createReportRunner({
    office,
    work,
    queries: database.queries,
    files: services.reportFiles,
    folders: reportFolders,
    sender: tools.mailSender,
    secrets: tools.secrets,
    clock,
    schedule,
    log,
    station,
  })
  const moveOn = moveSigned({ office, moveDossier: services.moveDossier })
  const signing = createSigningBatches({
    looks,
    signProduct: services.signProduct,
    moveOn: async (...letter) => {
      const moved = await moveOn(...letter)
      spool.wake()
      return moved
    },
    findLetter: (id) => database.queries.findApplication(id),
    isActive: async (userId) => (await database.queries.findUser(userId))?.active === true,
    schedule,
    log,
    tell: () => tools.publish('signing', null),
  })
  return { office, services, spool, mails, portal, bringFile, printers, signing, reports }
}
