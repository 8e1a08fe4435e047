import { officeDateOf } from '#domain/office-zone.ts'
import { createMailRecords } from '#services/mail-records.ts'
import type { OfficeServices } from '#services/office-services.ts'
import { getType, type SignedIn } from '#services/office.ts'
import { sampleIds } from '../sample-ids.ts'
import type { PastParts } from '../past-parts.ts'
import { plannedForm, withDocuments } from '../plan.ts'
import { createRandom } from '../random.ts'
import { facilities } from '../words.ts'
import type { CaseDesk } from './sample-case.ts'

interface CaseParts extends Omit<PastParts, 'cases'> {
  readonly services: OfficeServices
  /** Of the case. */
  readonly name: string
  readonly as: (role: string) => SignedIn
  readonly step: (id: string) => Promise<void>
  readonly hold: (id: string) => void
  readonly isHeld: (id: string) => boolean
  readonly letGo: (id: string) => void
}

const quiet = (): void => undefined
const fault = (fields: object, message: string): void => {
  throw new Error(message, { cause: fields })
}

const seedOf = (name: string, seed: number): number =>
  [...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed)

/** The sample office as one case sees it. */
export function createCaseDesk(parts: CaseParts): CaseDesk {
  const { office, memory, services, files, clock, ids } = parts
  const random = createRandom(seedOf(parts.name, parts.seed))
  const mails = createMailRecords({
    office,
    work: { run: (task) => memory.run(task) },
    clock,
    // Of its own, so that the rest of the office is as it would be without a mail.
    ids: sampleIds(random, () => clock.now()),
    secrets: parts.deps.secrets,
    log: { info: quiet, warn: fault, error: fault },
    station: parts.station,
    leaseMs: 1,
  })
  const today = () => officeDateOf(clock.now(), office.profile.timeZone)
  return {
    office,
    services,
    ids,
    random,
    files,
    now: () => clock.now(),
    today,
    as: parts.as,
    dossiers: memory.states,
    state: memory.state,
    jobsOf: memory.jobsOf,
    waitingNotices: memory.waitingNotices,
    person: parts.person,
    form: (change) => {
      const { permitTypeCode, kind = 'new' } = change
      const who = parts.person(getType(office, permitTypeCode).profession)
      const facility = random.pick(facilities)
      const wish = { permitTypeCode, kind, facility, second: false, on: today() }
      const form = { ...plannedForm(who, wish, parts.villages, random), ...change }
      return withDocuments(office, form, today(), files, random)
    },
    register: async (form) => {
      const applicationId = ids.uuid()
      const registered = await services.registerApplication(
        { applicationId, draftId: null, form, printerId: null },
        parts.as('applicant'),
      )
      if (!registered.ok)
        throw new Error(`case ${parts.name} is refused: ${JSON.stringify(registered.refusal)}`)
      return registered.value
    },
    take: (fits) => {
      const found = memory
        .states()
        .find((one) => one.openStages.length > 0 && !parts.isHeld(one.id) && fits(one))
      if (found) parts.hold(found.id)
      return found
    },
    step: parts.step,
    answerMail: async (verdict) => {
      const claim = await mails.claim(null, new Set())
      if (claim.mail === null) throw new Error(`case ${parts.name} has no mail that waits`)
      if (verdict.outcome === 'sent' || verdict.outcome === 'uncertain') await mails.markHanded(claim.mail)
      await mails.settle(claim.mail, verdict)
      await mails.leaveLane()
    },
    letGo: parts.letGo,
  }
}
