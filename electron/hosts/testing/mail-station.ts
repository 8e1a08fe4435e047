import { join } from 'node:path'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { createSmtpSender, longestSendingMs } from '#adapters/mail/smtp-sender.ts'
import { createClock } from '#adapters/system/clock.ts'
import { createIdSource } from '#adapters/system/ids.ts'
import { openKeyFile } from '#adapters/system/key-file.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { schedule } from '#adapters/system/schedule.ts'
import { createMailOutbox } from '#services/mail-outbox.ts'
import { createMailRecords, type MailRecords } from '#services/mail-records.ts'
import { readOfficeFiles } from '../shared/office-files.ts'
import { openStationDatabase } from '../shared/station-database.ts'

/**
 * A station that only sends mail, as a process of its own: `node mail-station.ts DATA-FOLDER PROFILE NOW [MAIL STEP]`. It sends
 * what waits and says `idle`; or it is gone, as after a power cut, when it comes to that step of that mail.
 */
const [dataDir = '', profile = '', now = '', mailToDieAt = '', stepToDieAt = ''] = process.argv.slice(2)

const step = (mailId: string, name: string): void => {
  if (mailId === mailToDieAt && name === stepToDieAt) process.kill(process.pid, 'SIGKILL')
}

const files = readOfficeFiles(assetsDir, profile)
if (!files.ok) throw new Error(JSON.stringify(files.refusal))
const { office } = files.value
const database = await openStationDatabase({ dataDir, databaseUrl: null }, () => office.profile.timeZone)
const began = Date.now()
const clock = createClock(() => Date.parse(now) + Date.now() - began)
const log = {
  info: () => undefined,
  warn: () => undefined,
  error: (...entry: unknown[]) => console.error(...entry),
}
const inner = createMailRecords({
  office,
  work: database.work,
  clock,
  ids: createIdSource(),
  secrets: openKeyFile(dataDir),
  log,
  station: 'Loket 2',
  leaseMs: longestSendingMs() + 60_000,
})
const records: MailRecords = {
  ...inner,
  markHanded: async (mail) => {
    step(mail.id, 'last piece held back')
    const may = await inner.markHanded(mail)
    step(mail.id, 'marked')
    return may
  },
  settle: async (mail, verdict) => {
    step(mail.id, 'answered')
    const after = await inner.settle(mail, verdict)
    step(mail.id, 'written down')
    return after
  },
}
const smtp = createSmtpSender({ schedule })
const mails = createMailOutbox({
  records,
  sender: {
    send: (message, ...rest) => {
      step(/^<([^@]+)@/.exec(message.messageId)?.[1] ?? '', 'taken up')
      return smtp.send(message, ...rest)
    },
  },
  cabinet: openDiskFileCabinet(join(dataDir, 'files')),
  sheets: {
    // Notices have no paper: whoever sends none need not wait for a thread.
    soundPdf: async (file) => {
      const [{ createPaperDesk }, { createRenderPool }] = await Promise.all([
        import('../shared/paper-desk.ts'),
        import('../shared/render-pool.ts'),
      ])
      return createPaperDesk(createRenderPool(), openDiskFileCabinet(join(dataDir, 'files'))).soundPdf(file)
    },
  },
  hasOtherStations: false,
  clock,
  schedule,
  log,
})
mails.start()
await mails.whenIdle()
process.stdout.write('idle\n')
process.stdin.resume()
