import type { PortalApplication, PortalDecision } from '#adapters/portal/wire-entities.ts'
import { keepFile } from './applicant-moves.ts'
import type { Done, Upload } from './applicant-moves.ts'
import type { OfficeWords } from './office-words.ts'
import type { Portal } from './portal.ts'

export interface DecisionForm {
  readonly by: string
  readonly outcome: PortalDecision['outcome']
  readonly number: string | null
  readonly date: string
  readonly inspected: boolean
  readonly note: string | null
  /** The BA or recommendation; null: none. */
  readonly file: Upload | null
}

/** Applications that wait at a stage of the agency which works in this portal. */
export function waitingForAgency(portal: Portal, { office }: OfficeWords): PortalApplication[] {
  const stages = office.profile.stageTable.stages
    .filter((one) => one.where === 'portal')
    .map((one) => one.code)
  return portal.store
    .entities('application')
    .map((one) => one.data as PortalApplication)
    .filter((one) => one.status === 'in-process' && stages.includes(one.stage))
}

/** The agency's word on an application. The office takes it in; the stage moves there, not here. */
export function decide(
  portal: Portal,
  words: OfficeWords,
  applicationId: string,
  form: DecisionForm,
): Done<PortalDecision> {
  return portal.change(() => {
    const application = waitingForAgency(portal, words).find((one) => one.id === applicationId)
    if (!application) return { refused: 'Permohonan ini tidak lagi menunggu keputusan dinas.' }
    if (form.by.trim() === '') return { refused: 'Nama pemeriksa harus diisi.' }
    if (form.outcome !== 'recommended' && form.note === null) return { refused: 'Tuliskan alasannya.' }
    const kept = form.file === null ? null : keepFile(portal, form.file)
    if (kept !== null && 'refused' in kept) return kept
    const stage = words.office.profile.stageTable.stages.find((one) => one.code === application.stage)
    const decision: PortalDecision = {
      id: portal.newId(),
      applicationId,
      stage: application.stage,
      by: { name: form.by.trim(), role: stage?.role ?? 'agency', agency: stage?.agency ?? '' },
      outcome: form.outcome,
      number: form.number,
      date: form.date,
      inspected: form.inspected,
      note: form.note,
      fileSha256: kept?.done ?? null,
      at: portal.instant(),
    }
    portal.store.put('decision', decision.id, decision, portal.instant())
    return { done: decision }
  })
}
