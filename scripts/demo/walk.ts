import type { ApplicationState } from '#domain/application-state.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { getStage, type Stage, type StageTable } from '#domain/stage-table.ts'
import { askableStages } from '#domain/stage-ways.ts'
import { performAct, type ActFacts } from '#hosts/shared/perform-act.ts'
import { samplePassphrase } from '#hosts/shared/sample/certificates.ts'
import type { SampleFiles } from '#hosts/shared/sample/files.ts'
import { nextAct, type StageAct } from '#services/stage-work.ts'
import { sendPaper } from './mail-trail.ts'
import type { PaperTrail } from './paper-trail.ts'
import type { DemoStation } from './station.ts'
import { demoWords } from './words.ts'

const mostActs = 300

/** The application as it stands; a demonstration's dossier is always there. */
export async function readState({ tools }: DemoStation, id: string): Promise<ApplicationState> {
  const state = await tools.database.queries.findApplication(id)
  if (!state) throw new Error(`application ${id} is not stored`)
  return state
}

/**
 * Takes a dossier through the office's own procedure to its end: at each open stage somebody of its role does what
 * the stage asks for, then the step forward. Knows no office.
 */
export const walkToTheEnd = (
  station: DemoStation,
  applicationId: string,
  files: SampleFiles,
  trail: PaperTrail,
  tell: (line: string) => void,
): Promise<ApplicationState> => walkUntil(station, applicationId, files, trail, tell, () => false)

/** The same, up to the act that is named. */
export async function walkUntil(
  station: DemoStation,
  applicationId: string,
  files: SampleFiles,
  trail: PaperTrail,
  tell: (line: string) => void,
  isEnough: (act: StageAct) => boolean,
): Promise<ApplicationState> {
  const { profile } = station.files.office
  const { stageTable } = profile
  let told = ''
  for (let acts = 0; acts < mostActs; acts += 1) {
    const state = await readState(station, applicationId)
    const [open] = state.openStages
    if (!open) return state
    const stage = getStage(stageTable, open.stage)
    const who = station.who(stage.role)
    if (told !== stage.code) tell(`${stage.label}: ${who.user.name}`)
    told = stage.code
    const jobs = await station.tools.database.queries.listPrintJobs({ applicationId, limit: 100 })
    const act = askingForAll(stageTable, stage, nextAct(profile, state, stage.code, jobs))
    if (isEnough(act)) return state
    if (act.act === 'hand-over' && station.sendsMail && canBeMailed(state)) {
      const isSent = await sendPaper(station, state, stage)
      tell(isSent ? demoWords.mailed : demoWords.notMailed)
      if (isSent) continue
    }
    const facts = await actFacts(station, await readState(station, applicationId), stage, files)
    await performAct(station.office().services, { state, stage: stage.code }, act, who, facts)
    await trail.takeUp()
    if (act.act === 'print') await trail.untilOut('product')
    if (act.act === 'print-archive') await trail.untilOut('archive')
  }
  throw new Error(`the procedure ${stageTable.code} has no end`)
}

const canBeMailed = ({ product }: ApplicationState): boolean =>
  (product?.signature?.fileSha256 ?? null) !== null

/** Whoever may ask for a further stage does: a demonstration shows the whole procedure. */
function askingForAll(table: StageTable, stage: Stage, act: StageAct): StageAct {
  const action = act.act === 'move' ? stage.actions.find((one) => one.code === act.action) : undefined
  if (act.act !== 'move' || !action) return act
  return { ...act, asks: askableStages(table, action, []).map((one) => one.code) }
}

async function actFacts(
  { files: { office }, printers, tools }: DemoStation,
  { applicant }: ApplicationState,
  stage: Stage,
  files: SampleFiles,
): Promise<ActFacts> {
  const today = officeDateOf(tools.clock.now(), office.profile.timeZone)
  const report = await files.page('BA', 'Berita acara dan rekomendasi')
  return {
    today,
    output: {
      number: `440/173/SDK/${today.slice(0, 4)}`,
      outcome: 'recommended',
      decidedBy: stage.agency === null ? null : 'drg. Suryani Tengkawang, M.Kes.',
      inspected: true,
      note: null,
      fileSha256: report.sha256,
    },
    replacement: report,
    receiver: { name: applicant.nameOnPermit ?? applicant.name, relation: 'self', nik: applicant.nik },
    note: null,
    passphrase: samplePassphrase,
    printerId: printers.sheet.id,
  }
}
