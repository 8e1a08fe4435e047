import { accessSync, constants } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isServing } from '#domain/office-hours.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import type { ApplicationEvent } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { makeFolder } from '#hosts/shared/data-folder.ts'
import type { OfficeFiles } from '#hosts/shared/office-files.ts'
import { createSampleFiles, type SampleFiles } from '#hosts/shared/sample/files.ts'
import { createRandom } from '#hosts/shared/sample/random.ts'
import { withDocuments } from '#hosts/shared/sample/plan.ts'
import { StartRefusal } from '#hosts/shared/start-refusal.ts'
import { exampleFor, formOfStranger } from './example.ts'
import { mailLines, type MailLine } from './mail-trail.ts'
import type { DemoOptions } from './options.ts'
import { createPaperTrail, type TrailLine } from './paper-trail.ts'
import { portalTrail, type PortalTrail } from './portal-trail.ts'
import { makePapers, writePapers, type WrittenFile } from './papers.ts'
import { openDemoStation, type DemoStation } from './station.ts'
import { readState, walkToTheEnd } from './walk.ts'
import { demoWords } from './words.ts'

/** What demo.json holds. */
export interface DemoReport {
  readonly profile: string
  readonly permitTypeCode: string
  readonly holderName: string
  readonly place: string | null
  readonly applicationId: string
  readonly registrationNumber: string
  readonly permitId: string | null
  readonly permitNumber: string | null
  readonly verificationCode: string | null
  readonly stages: readonly StageLine[]
  readonly printJobs: readonly TrailLine[]
  /** Empty: no server was given, or the office mails nothing. */
  readonly mails: readonly MailLine[]
  readonly files: readonly WrittenFile[]
  /** null: no portal was given. */
  readonly portal: PortalTrail | null
}

interface StageLine {
  readonly stage: string
  readonly action: string
  readonly actor: string
  readonly role: string
  readonly at: string
}

/**
 * The main job without a window: intake, receipt, every stage, the numbered and signed permit, handover, daily report,
 * through the real services, database, spool and printers. Runs at any hour; a printer that fails fails its job only.
 */
export async function runDemo(
  options: DemoOptions,
  files: OfficeFiles,
  tell: (line: string) => void,
): Promise<DemoReport> {
  prepareOutFolder(options.outDir)
  const station = await openDemoStation(options, files)
  try {
    return await demonstrate(station, options.outDir, tell)
  } finally {
    await station.close()
  }
}

function prepareOutFolder(outDir: string): void {
  try {
    makeFolder(outDir)
    accessSync(outDir, constants.W_OK)
  } catch (error) {
    throw new StartRefusal('bad-option', demoWords.outUnusable(outDir), { cause: error })
  }
}

async function demonstrate(
  station: DemoStation,
  outDir: string,
  tell: (line: string) => void,
): Promise<DemoReport> {
  const { tools, files, office, printers } = station
  const { profile } = files.office
  tell(`Kantor ${profile.shortName}, data di ${tools.database.engine}`)
  if (!isServing(profile.calendar, tools.clock.now())) tell('Di luar jam layanan; peragaan tetap berjalan')
  const sampleFiles = await createSampleFiles(tools.cabinet)
  const registered = await register(station, sampleFiles)
  tell(`Permohonan ${registered.registrationNumber.text} diterima, tanda terima ke ${printers.strip.address}`)
  const trail = createPaperTrail(station, registered.id)
  await trail.takeUp()
  const state = await walkToTheEnd(station, registered.id, sampleFiles, trail, tell)
  tell(`Izin ${state.product?.number?.text ?? '–'} diserahkan`)
  const today = officeDateOf(tools.clock.now(), profile.timeZone)
  const reported = await office().services.printBook(
    { kind: 'daily', days: { from: today, through: today }, asOf: null, printerId: printers.sheet.id },
    station.reader(),
  )
  if (reported.ok) trail.watch(reported.value)
  office().services.spool.wake()
  const jobs = await tools.database.queries.listPrintJobs({ applicationId: state.id, limit: 100 })
  const papers = await makePapers(station, state, reported.ok ? [...jobs, reported.value] : jobs)
  const written = await writePapers(outDir, papers)
  tell('Menunggu printer')
  const lines = await trail.lines()
  const mails = await mailLines(station, state.id)
  const history = await tools.database.queries.history(state.id)
  const portal = await portalTrail(station, tell)
  const report = reportOf(station, state, history, { printJobs: lines, mails, files: written, portal })
  await writeFile(join(outDir, 'demo.json'), `${JSON.stringify(report, null, 2)}\n`)
  tell(`Selesai: ${outDir}`)
  return report
}

/** Takes the example in, as somebody whom the office does not know yet. */
export async function register(station: DemoStation, sampleFiles: SampleFiles): Promise<ApplicationState> {
  const { tools, files, office, printers } = station
  const today = officeDateOf(tools.clock.now(), files.office.profile.timeZone)
  const bare = await formOfStranger(
    exampleFor(files),
    async (nik) => (await tools.database.queries.findApplicantByNik(nik)) !== undefined,
  )
  const form = await withDocuments(files.office, bare, today, sampleFiles, createRandom(1))
  const applicationId = tools.ids.uuid()
  const registered = await office().services.registerApplication(
    { applicationId, draftId: null, form, printerId: printers.strip.id },
    station.who('applicant'),
  )
  if (!registered.ok) {
    const { refusal } = registered
    const fields =
      refusal.code === 'form-incomplete' ? refusal.fields.map((one) => one.field).join(', ') : refusal.code
    throw new StartRefusal('bad-option', demoWords.formRefused(fields))
  }
  return readState(station, applicationId)
}

function reportOf(
  { files }: DemoStation,
  state: ApplicationState,
  history: readonly ApplicationEvent[],
  out: Pick<DemoReport, 'printJobs' | 'mails' | 'files' | 'portal'>,
): DemoReport {
  const { applicant, data, product } = state
  return {
    profile: files.office.profile.code,
    permitTypeCode: data.permitTypeCode,
    holderName: applicant.nameOnPermit ?? applicant.name,
    place: data.facility?.name ?? null,
    applicationId: state.id,
    registrationNumber: state.registrationNumber.text,
    permitId: product?.id ?? null,
    permitNumber: product?.number?.text ?? null,
    verificationCode: product?.verificationCode ?? null,
    stages: history.flatMap(({ body, actor, at }) =>
      body.action === 'moved'
        ? [{ stage: body.stage, action: body.via, actor: actor.name, role: actor.role, at }]
        : [],
    ),
    ...out,
  }
}
