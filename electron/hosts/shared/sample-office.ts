import { reportFolders } from '#adapters/files/report-folders.ts'
import { join } from 'node:path'
import { hashText } from '#adapters/system/hash.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import type { Printer } from '#domain/print-job.ts'
import { documentKinds } from '#domain/stage-table.ts'
import { ok } from '#domain/result.ts'
import { papersSetting } from '#domain/office-papers.ts'
import type { User } from '#ports/records.ts'
import { certificateSetting } from '#services/certificates.ts'
import { administratorRole, rolesGranted, type Office } from '#services/office.ts'
import { officeProfileSetting, stationNameSetting } from '#services/create-office.ts'
import { makeFolder } from './data-folder.ts'
import type { StationTools } from './open-office.ts'
import {
  createSampleSigning,
  makeSampleCertificate,
  samplePassphraseOf,
  writingBehind,
} from './sample/certificates.ts'
import { closeSampleDays } from './sample/closings.ts'
import { bringComplaints } from './sample/complaints.ts'
import { sampleDeputyships } from './sample/deputyships.ts'
import { createSampleFiles } from './sample/files.ts'
import type { SampleCase } from './sample/cases/sample-case.ts'
import { createSigningLooks } from '#services/signing-looks.ts'
import { sampleMailDesk } from './sample/mail-desk.ts'
import { sampleLoads, triedPrinters } from './sample/printers-and-papers.ts'
import { samplePrinterYard } from './sample/printer-yard.ts'
import { createMemoryOffice } from './sample/memory-stores.ts'
import { livePast, printedThen } from './sample/office-past.ts'
import { bringFromPortal } from './sample/from-portal.ts'
import { fileOnline } from './sample/online-dossiers.ts'
import { sampleIds } from './sample/sample-ids.ts'
import type { PastParts } from './sample/past-parts.ts'
import { sampleCalendar } from './sample/office-time.ts'
import { arrivals, planApplications } from './sample/plan.ts'
import { createPeople, type SampleVillage } from './sample/people.ts'
import { sampleCases } from './sample/cases/all.ts'
import { createRandom } from './sample/random.ts'
import { sampleReportFolder, scheduleSampleReports } from './sample/schedules.ts'

const samplePassword = 'sepok-demo-2026'
const sampleStation = 'Loket 2'

// Specs and tests start many offices and look at none of them for a year.
const sampleCount = (): number => Number(process.env['SEPOK_SAMPLE_COUNT'] ?? 2500)

/** Usernames that are easily typed; other roles sign in by their code. */
const usernames: Readonly<Record<string, string>> = {
  'front-office': 'loket',
  'technical-agency': 'dinkes',
  processing: 'pemrosesan',
  'print-desk': 'cetak',
  supervisor: 'kabid',
}

const names = [
  'Ratih Puspalina',
  'Yulianto Sekayam',
  'Wiwin Kubutama',
  'Dodi Kertasari',
  'Haryati Mensiku, S.H.',
  'Benediktus Landakoro',
  'Sekar Ambawang',
  'Oktavianus Tayani',
]

/** One invented person per role of the office, and the administrator. */
export function sampleUsers(office: Office) {
  const { profile } = office
  const users = profile.roles.map((role, index) => ({
    username: usernames[role.code] ?? role.code,
    password: samplePassword,
    name: names[index] ?? `Petugas ${role.label}`,
    role: role.label,
    code: role.code,
    passphrase: samplePassphraseOf(office, role.code),
  }))
  const administrator = {
    username: 'admin',
    password: samplePassword,
    name: 'Melati Sambas',
    role: 'Administrator',
    code: administratorRole,
    passphrase: null,
  }
  return [...users, administrator]
}

/** Printers that put everything into a folder: a thermal one for strips, a laser for sheets. */
export function folderPrinters(folder: string, id: () => string): readonly Printer[] {
  const strips = ['receipt', 'missing-items', 'referral-slip', 'service-standard', 'notice-slip'] as const
  return [
    {
      id: id(),
      name: 'Thermal loket 80 mm',
      kind: 'thermal',
      address: `folder:${folder}`,
      thermal: {
        widthMm: 80,
        columns: 48,
        codePage: 'PC437_USA',
        qr: 'native',
        cutter: true,
        withoutStatus: 'unknown',
      },
      documents: strips,
      active: true,
    },
    {
      id: id(),
      name: 'Laser A4 dan F4',
      kind: 'sheet',
      address: `folder:${folder}`,
      thermal: null,
      documents: documentKinds.filter((kind) => !strips.some((one) => one === kind)),
      active: true,
    },
  ]
}

export interface SampleOfficeParts extends Pick<
  StationTools,
  'database' | 'cabinet' | 'clock' | 'passwords' | 'paper'
> {
  readonly office: Office
  readonly villages: readonly SampleVillage[]
  readonly dataDir: string
}

export interface SampleWish {
  readonly seed: number
  /** Left out: the cases of all features. */
  readonly cases?: readonly SampleCase[]
  /** Is told of a case that did not fit; left out: it throws. */
  readonly caseFault?: PastParts['caseFault']
}

/**
 * Fills an empty data folder with the sample office: people, printers and 200 applications that have gone through
 * the office's procedure in the last 60 working days. Does nothing where an office exists.
 *
 * The same seed at the same moment makes the same office. One transaction: it is there whole or not at all.
 */
export async function ensureSampleOffice(
  parts: SampleOfficeParts,
  { seed, cases = sampleCases, caseFault = throwFault }: SampleWish,
): Promise<void> {
  if ((await parts.database.queries.countUsers()) > 0) return
  const cetak = join(parts.dataDir, 'cetak')
  makeFolder(join(parts.dataDir, 'files'))
  makeFolder(cetak)
  makeFolder(sampleReportFolder(parts.dataDir))
  const now = parts.clock.now()
  const random = createRandom(seed)
  let present = now
  const clock = { now: () => present }
  const ids = sampleIds(random, clock.now)
  const passwordHash = await parts.passwords.hash(samplePassword)
  const users = sampleUsers(parts.office).map((one): User => ({
    id: ids.uuid(),
    username: one.username,
    name: one.name,
    passwordHash,
    roles: [one.code],
    counter: rolesGranted(parts.office.profile, 'intake').includes(one.code) ? sampleStation : null,
    active: true,
    createdAt: now,
  }))
  const head = users.find(({ roles }) => roles.includes(administratorRole))?.name ?? sampleStation
  const printers = triedPrinters(folderPrinters(cetak, ids.uuid), head, now)
  const memory = createMemoryOffice(printers, printedThen, parts.office.profile.blankPapers, users)
  const signing = createSampleSigning()
  for (const { id, roles } of users) {
    const certificate = await makeSampleCertificate(parts.office, roles[0] ?? '', signing, now)
    if (certificate) await memory.stores.settings.set(certificateSetting(id), certificate)
  }
  const setTime = (at: Instant): void => {
    present = at
  }
  await fill({ ...parts, memory, users, random, now, setTime, clock, ids, seed, cases, caseFault })
  const samples = await createSampleFiles(parts.cabinet)
  await parts.database.work.run(async (stores) => {
    if ((await stores.users.count()) > 0) return ok(null)
    for (const user of users) await stores.users.save(user)
    for (const printer of printers) await stores.printers.save(printer)
    await stores.settings.set(officeProfileSetting, parts.office.profile.code)
    await stores.settings.set(stationNameSetting, sampleStation)
    await stores.settings.set(papersSetting, sampleLoads(parts.office.profile, printers, head, now))
    await memory.saveTo(stores)
    for (const one of sampleDeputyships(users, officeDateOf(now, parts.office.profile.timeZone), now, ids))
      await stores.deputyships.add(one)
    await bringComplaints({ office: parts.office, stores, users, dossiers: memory.states(), now, seed })
    const chance = createRandom(seed + 7)
    const { office } = parts
    const dossiers = memory.states()
    await bringFromPortal({
      office,
      stores,
      ids: sampleIds(chance, () => now),
      random: chance,
      users,
      now,
      dossiers,
    })
    const online = createRandom(seed + 13)
    await fileOnline({
      office,
      stores,
      ids: sampleIds(online, () => now),
      random: online,
      users,
      files: samples,
      station: sampleStation,
      since: memory.lastNumberAt() ?? now,
      now,
    })
    await scheduleSampleReports({
      office,
      stores,
      ids: sampleIds(createRandom(seed + 17), () => now),
      dataDir: parts.dataDir,
      station: sampleStation,
      setBy: head,
      now,
    })
    await closeSampleDays({
      office,
      stores,
      users,
      station: sampleStation,
      ids: sampleIds(createRandom(seed + 11), () => now),
      hash: hashText,
      since: dossiers.reduce(
        (first, { filedOn }) => (filedOn < first ? filedOn : first),
        officeDateOf(now, office.profile.timeZone),
      ),
      now,
    })
    return ok(null)
  })
}

const throwFault: PastParts['caseFault'] = (name, fault) => {
  throw new Error(`case ${name} of the sample office does not fit`, { cause: fault })
}

/** Works through the past in memory, so that the transaction at the end waits for nothing. */
async function fill(
  parts: SampleOfficeParts & Omit<PastParts, 'deps' | 'station' | 'worked' | 'files' | 'person'>,
): Promise<void> {
  const { random, now, database, passwords, villages, paper } = parts
  const cabinet = writingBehind(parts.cabinet)
  const { office } = parts
  const { profile } = office
  const worked = sampleCalendar(profile.calendar, now)
  const today = officeDateOf(now, profile.timeZone)
  const person = createPeople(random, today, profile.regionCode, villages)
  const plans = planApplications(
    office,
    villages,
    today,
    arrivals(worked, now, today, sampleCount(), random),
    random,
    person,
  )
  const files = await createSampleFiles(parts.cabinet)
  const deps = {
    queries: database.queries,
    passwords,
    hash: hashText,
    cabinet,
    sheets: paper,
    folders: reportFolders,
    books: { renderBook: () => Promise.reject(new Error('the past of the sample makes no files')) },
    pictures: paper,
    ...createSampleSigning(),
    ...sampleMailDesk,
    looks: createSigningLooks(),
    ...samplePrinterYard,
    testPapers: paper,
  }
  await livePast({ ...parts, worked, files, deps, person, station: sampleStation }, plans)
  await cabinet.settle()
}
