import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPasswords, samplePasswordCost } from '#adapters/system/passwords.ts'
import { ok } from '#domain/result.ts'
import type { Printer, PrintJob } from '#domain/print-job.ts'
import { makeFolder } from '#hosts/shared/data-folder.ts'
import type { OfficeFiles } from '#hosts/shared/office-files.ts'
import { openOffice, stationTools, type OpenOffice, type StationTools } from '#hosts/shared/open-office.ts'
import { folderPrinters, sampleUsers } from '#hosts/shared/sample-office.ts'
import { makeSampleCertificate, samplePassphrase } from '#hosts/shared/sample/certificates.ts'
import { openStationDatabase } from '#hosts/shared/station-database.ts'
import { openStationLog } from '#hosts/shared/station-log.ts'
import { claimStation } from '#hosts/shared/station-lock.ts'
import { StartRefusal } from '#hosts/shared/start-refusal.ts'
import type { User } from '#ports/records.ts'
import { officeProfileSetting, stationNameSetting } from '#services/create-office.ts'
import { certificateSetting, keptCertificateOf, signsElectronically } from '#services/certificates.ts'
import {
  administratorRole,
  permissionsOf,
  rolesGranted,
  type Office,
  type SignedIn,
} from '#services/office.ts'
import type { SavePortalOrder } from '#services/portal-setting.ts'
import type { DemoOptions } from './options.ts'
import { demoWords } from './words.ts'

/** An office at work for the length of a demonstration. */
export interface DemoStation {
  readonly tools: StationTools
  readonly files: OfficeFiles
  /** Another one after `restart`. */
  office(): OpenOffice
  readonly printers: { readonly strip: Printer; readonly sheet: Printer; readonly folder: Printer }
  /** Who does the work of a role; the applicant's steps are recorded at the counter. */
  who(role: string): SignedIn
  /** Somebody who reads and prints reports. */
  reader(): SignedIn
  /** The job as soon as its fate is known, or as it stands after `limitMs`. */
  whenSettled(jobId: string, limitMs: number): Promise<PrintJob>
  /** Ends the spool and starts it anew: what was being sent becomes uncertain. */
  restart(): Promise<void>
  /** The portal was given. */
  readonly hasPortal: boolean
  /** The office sends its permits by e-mail, and a server was given. */
  readonly sendsMail: boolean
  /** Looks after every change until it is so, or until `limitMs` are over. */
  until(look: () => Promise<boolean>, limitMs: number): Promise<void>
  close(): Promise<void>
}

const stationName = 'Loket 1'
const settled = ['printed', 'failed', 'unknown', 'cancelled']

/** Opens or makes the office of a demonstration. Throws `StartRefusal` for what the person who started it can mend. */
export async function openDemoStation(options: DemoOptions, files: OfficeFiles): Promise<DemoStation> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'sepok-demo-')))
  const claimed = await claimStation(dataDir, 2_000)
  if (!claimed.held) throw new StartRefusal('already-running', demoWords.officeRuns(dataDir))
  const cetak = join(dataDir, 'cetak')
  makeFolder(cetak)
  const log = openStationLog(dataDir)
  const listeners = new Set<() => void>()
  const tools = stationTools({
    dataDir,
    database: await openStationDatabase(
      { dataDir, databaseUrl: options.databaseUrl },
      () => files.office.profile.timeZone,
    ),
    now: () => Date.now(),
    log,
    publish: () => {
      for (const listener of listeners) listener()
    },
    passwords: createPasswords(samplePasswordCost),
  })
  await tools.database.renewReports()
  const { users, printers } = await furnish(tools, files, options, cetak)
  const begin = async (): Promise<OpenOffice> => {
    const office = openOffice(files.office, tools)
    await office.services.openCalendar(stationName)
    await office.spool.start()
    return office
  }
  let open = await begin()
  const admin = signedIn(users.find((one) => one.roles.includes(administratorRole)))
  if (options.portal !== null) await setPortal(open, options.portal, admin)
  if (options.smtp !== null) await setMailServer(open, options.smtp, admin)
  if (options.smtp !== null) open.mails.start()
  if (options.portal !== null) open.portal.start()

  return {
    tools,
    files,
    office: () => open,
    printers,
    who: (role) => {
      const wanted = role === 'applicant' ? rolesGranted(files.office.profile, 'intake') : [role]
      return signedIn(users.find((one) => one.roles.some((code) => wanted.includes(code))))
    },
    reader: () =>
      signedIn(users.find((one) => permissionsOf(files.office.profile, one.roles).has('reports'))),
    whenSettled: (jobId, limitMs) => waitForJob(tools, listeners, jobId, limitMs),
    restart: async () => {
      await open.portal.close()
      await open.mails.close()
      await open.spool.close()
      open = await begin()
      if (options.smtp !== null) open.mails.start()
      if (options.portal !== null) open.portal.start()
    },
    hasPortal: options.portal !== null,
    sendsMail: options.smtp !== null && files.office.profile.delivery === 'email',
    until: (look, limitMs) => waitUntil(listeners, look, limitMs),
    close: async () => {
      await open.portal.close()
      await open.mails.close()
      await open.spool.close()
      await tools.pool.close()
      await tools.database.close()
      log.close()
      await claimed.claim.release()
      if (options.dataDir === null) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function setPortal({ services }: OpenOffice, portal: SavePortalOrder, admin: SignedIn): Promise<void> {
  const saved = await services.savePortal(portal, admin)
  if (!saved.ok) throw new StartRefusal('bad-option', demoWords.portalRefused(saved.refusal.code))
}

async function setMailServer(
  { services }: OpenOffice,
  server: NonNullable<DemoOptions['smtp']>,
  admin: SignedIn,
): Promise<void> {
  const saved = await services.saveMailServer(server, admin)
  if (!saved.ok) throw new StartRefusal('bad-option', demoWords.smtpRefused(saved.refusal.code))
}

function signedIn(user: User | undefined): SignedIn {
  if (!user) throw new Error('the office has nobody for this')
  return { user, station: stationName }
}

async function waitForJob(
  { database }: StationTools,
  listeners: Set<() => void>,
  jobId: string,
  limitMs: number,
): Promise<PrintJob> {
  const read = async (): Promise<PrintJob> => {
    const job = await database.queries.findPrintJob(jobId)
    if (!job) throw new Error(`print job ${jobId} is not stored`)
    return job
  }
  await waitUntil(listeners, async () => settled.includes((await read()).state), limitMs)
  return read()
}

function waitUntil(listeners: Set<() => void>, look: () => Promise<boolean>, limitMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer)
      listeners.delete(lookAgain)
      resolve()
    }
    const lookAgain = (): void => {
      look().then((isSo) => {
        if (isSo) end()
      }, reject)
    }
    const timer = setTimeout(end, limitMs)
    listeners.add(lookAgain)
    lookAgain()
  })
}

/** Whether a demonstration can let this person work: who signs electronically needs a certificate that it can open. */
async function mayServe({ database, signing }: StationTools, office: Office, user: User): Promise<boolean> {
  if (!signsElectronically(office, user.roles)) return true
  const kept = keptCertificateOf(await database.queries.getSetting(certificateSetting(user.id)))
  return kept !== null && (await signing.certificates.read(kept.file, samplePassphrase)).ok
}

/** People for every role and printers as asked; in an office that is there already, only what it lacks. */
async function furnish(tools: StationTools, { office }: OfficeFiles, options: DemoOptions, cetak: string) {
  const { database, ids, clock, passwords } = tools
  const present = await database.queries.getSetting(officeProfileSetting)
  if (typeof present === 'string' && present !== office.profile.code)
    throw new StartRefusal('bad-option', demoWords.profileDiffers(office.profile.code, present))
  const known = (await database.queries.listUsers()).filter((one) => one.active)
  const users: User[] = []
  for (const user of known) if (await mayServe(tools, office, user)) users.push(user)
  const invented = sampleUsers(office).filter((one) => !users.some((user) => user.roles.includes(one.code)))
  const hash = await passwords.hash(invented[0]?.password ?? '')
  const added = invented.map((one): User => ({
    id: ids.uuid(),
    username: known.length === 0 ? one.username : `peragaan-${one.username}`,
    name: one.name,
    passwordHash: hash,
    roles: [one.code],
    counter: rolesGranted(office.profile, 'intake').includes(one.code) ? stationName : null,
    active: true,
    createdAt: clock.now(),
  }))
  const certificates = await Promise.all(
    added.map(async ({ id, roles }) => ({
      id,
      certificate: await makeSampleCertificate(office, roles[0] ?? '', tools.signing, clock.now()),
    })),
  )
  const knownPrinters = await database.queries.listPrinters()
  const [strips, sheets] = folderPrinters(cetak, ids.uuid)
  if (!strips || !sheets) throw new Error('the folder printers are missing')
  const find = (wanted: Printer): Printer =>
    knownPrinters.find((one) => one.active && one.kind === wanted.kind && one.address === wanted.address) ??
    (typeof present === 'string' ? { ...wanted, documents: [] } : wanted)
  const strip = find(options.thermal === null ? strips : { ...strips, address: options.thermal })
  const sheet = find(
    options.printer === null ? sheets : { ...sheets, address: options.printer, name: 'Printer lembar' },
  )
  const folder =
    sheet.address === sheets.address
      ? sheet
      : find({ ...sheets, id: ids.uuid(), name: 'Folder pengganti', documents: [] })
  await database.work.run(async (stores) => {
    for (const user of added) await stores.users.save(user)
    for (const { id, certificate } of certificates)
      if (certificate) await stores.settings.set(certificateSetting(id), certificate)
    for (const printer of new Set([strip, sheet, folder])) await stores.printers.save(printer)
    if (present === undefined) {
      await stores.settings.set(officeProfileSetting, office.profile.code)
      await stores.settings.set(stationNameSetting, stationName)
    }
    return ok(null)
  })
  return { users: [...users, ...added], printers: { strip, sheet, folder } }
}
