import { appRouter } from '#api/router.ts'
import type { ApiContext, DataFileNews } from '#api/context.ts'
import { gapWarnings } from '#catalogue/gaps.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import {
  createOffice,
  officeProfileSetting,
  stationNameSetting,
  type CreateOfficeRefusal,
} from '#services/create-office.ts'
import { standInsOf } from '#services/deputies.ts'
import { officeToday } from '#services/move-facts.ts'
import type { Office, SignedIn } from '#services/office.ts'
import { createPasswords, officePasswordCost, samplePasswordCost } from '#adapters/system/passwords.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { createEventHub } from './event-hub.ts'
import { answerFile } from './file-routes.ts'
import { createHandler } from './handler.ts'
import { createKeptFiles, filesInForce, type FilesInForce } from './kept-files.ts'
import { hasProfile, listProfiles, readOfficeFiles, sayProblems, type OfficeFiles } from './office-files.ts'
import { openOffice, stationTools, type OpenOffice, type StationTools } from './open-office.ts'
import { ensureSampleOffice, sampleUsers } from './sample-office.ts'
import { createSessionRegistry } from './session-registry.ts'
import { createPageFaults } from './page-faults.ts'
import { StartRefusal } from './start-refusal.ts'
import { startWords } from './start-words.ts'
import type { OpenDatabase } from '#db/open.ts'
import { followOtherStations } from './other-stations.ts'
import { watchWindows } from './windows-asking.ts'
import { withNews } from './work-news.ts'
import { openStationDatabase } from './station-database.ts'
import type { ClientId, Compose, StationConfig } from './station.ts'

const defaultSampleProfile = 'pontianak'

/** The office in force at this station; null until the wizard or the sample office has made one. */
interface Desk {
  files: OfficeFiles | null
  news: DataFileNews
  open: OpenOffice | null
  station: string
}

const nothingNew: DataFileNews = { problems: [], warnings: [] }

/** Builds the whole station of a data folder: the only place where adapters meet services. */
export const compose: Compose = async (config) => {
  const desk: Desk = { files: null, news: nothingNew, open: null, station: 'Loket 1' }
  const root = config.assetsDir ?? assetsDir
  const events = createEventHub()
  const sessions = createSessionRegistry(config.now)
  const windows = watchWindows(() => performance.now())
  const database = await openStationDatabase(
    config,
    () => desk.files?.office.profile.timeZone ?? 'Asia/Jakarta',
  )
  const tools = stationTools({
    dataDir: config.dataDir,
    database,
    now: config.now,
    log: config.log,
    windows,
    publish: (topic, id) => {
      events.publish({ topic, id })
      // A mail of another station may be one that only this one can send.
      if (topic === 'mail') desk.open?.mails.wake()
      if (topic === 'dossier') desk.open?.portal.look()
      if (topic === 'office' || topic === 'everything') desk.open?.portal.wake()
    },
    pool: config.pool,
    passwords: createPasswords(
      config.passwordCost ?? (config.demo ? samplePasswordCost : officePasswordCost),
    ),
  })
  let started = false
  let stopHearing = (): Promise<void> => Promise.resolve()
  /** What is kept here is read again: papers and calendar, or an office that another station has made. */
  const readAgain = async (): Promise<void> => {
    if (desk.open) {
      await desk.open.services.readPapers()
      return void (await desk.open.services.readCalendar())
    }
    const open = await openStoredOffice(config, desk, tools)
    if (open && started) await startWork(open)
  }
  try {
    await openKnownOffice(config, desk, tools)
    const publish: StationTools['publish'] = (topic, id) => {
      tools.publish(topic, id)
      // Another station may ask for a file that only this one has, or bring one.
      if (topic === 'portal') desk.open?.portal.look()
    }
    stopHearing = await followOtherStations({ ...tools, publish, readAgain })
    await readAgain()
  } catch (error) {
    await stopHearing()
    await closeAll(desk, tools)
    throw error
  }
  const opened = async (read: FilesInForce): Promise<void> => {
    const files = takeFiles(config, desk, read)
    await renewReports(config, tools)
    desk.station = await stationName(database, desk.station)
    desk.open = openOffice(files.office, tools, desk.station)
    await desk.open.services.readPapers()
    await desk.open.services.openCalendar(desk.station)
    await desk.open.services.noteOfficeFiles()
    if (started) await startWork(desk.open)
    events.publish({ topic: 'everything', id: null })
  }
  const whoIs = async (client: ClientId): Promise<SignedIn | null> => {
    const session = sessions.find(client)
    const user = session && (await database.queries.findUser(session.userId))
    if (!session || !user?.active) return null
    const office = desk.open?.office
    const standsIn = office
      ? await standInsOf(database.queries, user, officeToday(office, tools.clock.now()))
      : []
    return { user, station: desk.station, standsIn }
  }
  const wizard = createOffice({
    work: withNews(database.work, tools.publish),
    clock: tools.clock,
    ids: tools.ids,
    passwords: tools.passwords,
    loadOffice: (code) => Promise.resolve(loadOffice(root, code)),
    opened: ({ profile }) => {
      return opened(filesOrRefuse(config, profile.code))
    },
  })

  const noteFault = createPageFaults(config.log, config.now)

  const createContext = (client: ClientId): ApiContext => ({
    reference: reference(tools.ids.randomBytes(5)),
    station: () => desk.station,
    version: config.version,
    demoUsers: config.demo && desk.files ? sampleUsers(desk.files.office) : [],
    dataFiles: () => desk.news,
    profiles: desk.open ? [] : listProfiles(root),
    clock: tools.clock,
    ids: tools.ids,
    queries: database.queries,
    office: () =>
      desk.open && desk.files
        ? {
            office: desk.open.office,
            services: desk.open.services,
            signing: desk.open.signing,
            portal: desk.open.portal,
            villages: desk.files.villages,
          }
        : null,
    who: () => whoIs(client),
    bind: (userId) => sessions.signIn(client, userId),
    release: () => sessions.signOut(client),
    createOffice: wizard,
    officeToChoose: (code) => (desk.open ? null : loadOffice(root, code)),
    printerCondition: (printerId) => desk.open?.printers.conditionOf(printerId) ?? null,
    noteFault,
    follow: (signal) => events.follow((signal as AbortSignal | undefined) ?? new AbortController().signal),
  })

  const handler = createHandler({
    router: appRouter,
    createContext,
    files: async (request, client) => {
      const who = await whoIs(client)
      if (!who) return new Response('Anda belum masuk.', { status: 401 })
      if (!desk.open) return undefined
      const { office, signing, bringFile, services } = desk.open
      const { queries } = database
      return answerFile(
        { ...tools, office, queries, bringFile, looks: signing.looks, reportFiles: services.reportFiles },
        request,
        who,
      )
    },
    rendererDir: config.rendererDir,
    events,
    answerWindow: windows.answer,
    log: config.log,
  })

  let closing: Promise<void> | undefined
  return {
    fetch: handler.fetch,
    start: async () => {
      started = true
      if (desk.open) await startWork(desk.open)
    },
    close: () => {
      handler.close()
      return (closing ??= stopHearing().then(() => closeAll(desk, tools)))
    },
  }
}

function loadOffice(root: string, code: string): Result<Office, CreateOfficeRefusal> {
  if (!hasProfile(root, code)) return refuse({ code: 'profile-unknown', profile: code })
  const files = readOfficeFiles(root, code)
  if (files.ok) return ok(files.value.office)
  const [first = { file: code, line: null, field: '', expected: 'berkas yang dapat dibaca' }] = files.refusal
  return refuse({ code: 'profile-broken', ...first })
}

/** The office that was set up here, or the sample office when it was asked for and the folder is empty. */
async function openKnownOffice(config: StationConfig, desk: Desk, tools: StationTools): Promise<void> {
  const { queries } = tools.database
  const profile = await queries.getSetting(officeProfileSetting)
  if (profile === undefined && config.demo) {
    // The database asks for the zone of the office that it is being filled for.
    const files = takeFiles(config, desk, filesOrRefuse(config, config.profile ?? defaultSampleProfile))
    // An office with one thing less to show is better than none.
    const caseFault = (name: string, err: unknown): void =>
      config.log.warn({ err, case: name }, 'a case of the sample office does not fit')
    await ensureSampleOffice({ ...tools, ...files, dataDir: config.dataDir }, { seed: 1, caseFault })
  }
  await openStoredOffice(config, desk, tools)
}

/** Opens the office that the database has; null: it has none yet. */
async function openStoredOffice(
  config: StationConfig,
  desk: Desk,
  tools: StationTools,
): Promise<OpenOffice | null> {
  const profile = await tools.database.queries.getSetting(officeProfileSetting)
  if (typeof profile !== 'string') return null
  // The sample office has just been made of them.
  if (desk.files?.office.profile.code !== profile)
    desk.files = takeFiles(config, desk, filesOrRefuse(config, profile))
  await renewReports(config, tools)
  desk.station = await stationName(tools.database, desk.station)
  desk.open = openOffice(desk.files.office, tools, desk.station)
  await desk.open.services.readPapers()
  await desk.open.services.openCalendar(desk.station)
  await desk.open.services.noteOfficeFiles()
  return desk.open
}

/** What reports keep beside the events; made again where an older program or another zone has made it. */
async function renewReports({ log }: StationConfig, { database }: StationTools): Promise<void> {
  const onProgress = (looked: number): void => log.info({ looked }, 'the figures of reports are made again')
  await database.renewReports({ onProgress })
}

async function stationName({ queries }: OpenDatabase, otherwise: string): Promise<string> {
  const name = await queries.getSetting(stationNameSetting)
  return typeof name === 'string' ? name : otherwise
}

function filesOrRefuse(config: StationConfig, profile: string): FilesInForce {
  const root = config.assetsDir ?? assetsDir
  const read = filesInForce(root, profile, createKeptFiles(config.dataDir))
  if (read.ok) return read.value
  throw new StartRefusal(
    'profile-invalid',
    hasProfile(root, profile) ? sayProblems(read.refusal) : startWords.profileUnknown(profile),
  )
}

/** Puts files in force, and tells the log what the administrator is told on the screen. */
function takeFiles({ log }: StationConfig, desk: Desk, { files, problems }: FilesInForce): OfficeFiles {
  desk.files = files
  desk.news = {
    problems: problems.map((one) => sayProblems([one])),
    warnings: gapWarnings(files.office.profile),
  }
  if (problems.length > 0)
    log.warn({ problems: desk.news.problems }, 'the data files have faults: the last sound set is in force')
  if (desk.news.warnings.length > 0)
    log.warn({ warnings: desk.news.warnings }, 'the profile leaves days open')
  return files
}

async function startWork(open: OpenOffice): Promise<void> {
  await open.spool.start()
  await open.services.finishRecount()
  open.mails.start()
  open.reports.start()
  open.portal.start()
  open.printers.start()
}

async function closeAll(desk: Desk, tools: StationTools): Promise<void> {
  await desk.open?.signing.close()
  await desk.open?.printers.close()
  await desk.open?.portal.close()
  await desk.open?.reports.close()
  await desk.open?.mails.close()
  await desk.open?.spool.close()
  await tools.pool.close()
  await tools.database.close()
}

const referenceLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A short code under which a fault is logged and shown, `GL-7K2M9`. */
const reference = (bytes: Uint8Array): string =>
  `GL-${[...bytes].map((byte) => referenceLetters[byte % 32]).join('')}`
