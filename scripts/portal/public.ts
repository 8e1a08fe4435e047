import type { TrackAnswer, VerifyAnswer } from '#adapters/portal/wire-calls.ts'
import type { PortalApplication, PortalEvent, PortalPermit } from '#adapters/portal/wire-entities.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDate } from '#domain/office-date.ts'
import { parseVerificationCode } from '#domain/verification-code.ts'
import { sayWhyCounted } from '#domain/wording/days.ts'
import { explainDays } from '#domain/working-days.ts'
import type { Pause } from '#domain/working-days.ts'
import { problem } from './answers.ts'
import type { Answer } from './answers.ts'
import type { OfficeWords } from './office-words.ts'
import type { Portal } from './portal.ts'

const unknownCode: Answer = problem(404, 'unknown', 'This code is not known here.')

/** A permit in force may have run out since the counter last spoke of it. */
const statusToday = ({ status, validUntil }: PortalPermit, today: string): string =>
  status === 'active' && validUntil !== null && validUntil < today ? 'expired' : status

/** What the QR of a permit leads to. */
export function verify(portal: Portal, words: OfficeWords, typed: string): Answer {
  const code = parseVerificationCode(typed)
  const permit = portal.store.entities('permit').find((one) => one.data['verificationCode'] === code)
    ?.data as PortalPermit | undefined
  if (code === null || !permit) return unknownCode
  const application = portal.store.entity('application', permit.applicationId)?.data as PortalApplication
  const body: VerifyAnswer = {
    number: permit.number,
    permitType: words.permitType(permit.permitTypeCode),
    holderName: permit.holderName,
    facility: application.facility?.name ?? null,
    issuedOn: permit.issuedOn,
    validUntil: permit.validUntil,
    status: statusToday(permit, words.dayOf(portal.instant())),
  }
  return { status: 200, body }
}

/** The spans in which the clock stood still, as the office told them one after the other. */
function pausesOf(portal: Portal, applicationId: string): Pause[] {
  const pauses: Pause[] = []
  for (const { data, at } of portal.store.pastOf('application', applicationId)) {
    const open = pauses.at(-1)
    const isOpen = open !== undefined && open.until === null
    if (data['clock'] === 'paused' && !isOpen) pauses.push({ from: at as Instant, until: null })
    if (data['clock'] !== 'paused' && isOpen) pauses[pauses.length - 1] = { ...open, until: at as Instant }
  }
  return pauses
}

/** The stages in the office's order with the moment at which each was last entered. */
function stepsOf(
  portal: Portal,
  words: OfficeWords,
  { id, stage, acceptedAt }: PortalApplication,
): TrackAnswer['steps'] {
  const events = portal.store.events(id) as PortalEvent[]
  const enteredAt = (code: string): string | null =>
    events.findLast((one) => one.toStage === code)?.at ?? null
  const steps = words.office.profile.stageTable.stages.map(({ code, publicLabel }) => ({
    label: publicLabel,
    at: enteredAt(code) ?? (code === stage ? acceptedAt : null),
  }))
  return steps.filter(({ label }, index) => steps.findIndex((one) => one.label === label) === index)
}

/** Where an application stands, with each day of its limit counted or skipped and why. */
export function trackingOf(portal: Portal, words: OfficeWords, application: PortalApplication): TrackAnswer {
  const { acceptedAt, dueOn } = application
  const { calendar } = words.office.profile
  const until = dueOn ?? words.dayOf(portal.instant())
  const days =
    acceptedAt === null
      ? []
      : explainDays(calendar, acceptedAt as Instant, officeDate(until), pausesOf(portal, application.id))
  return {
    registrationNumber: application.registrationNumber,
    permitType: words.permitType(application.permitTypeCode),
    stageLabel: application.stageLabel,
    status: application.status,
    steps: stepsOf(portal, words, application),
    acceptedAt,
    dueOn,
    clock: application.clock,
    days: days.map((day) => ({ date: day.date, counted: day.counted, why: sayWhyCounted(day) })),
  }
}

export function applicationByCode(portal: Portal, typed: string): PortalApplication | null {
  const code = parseVerificationCode(typed)
  const found = portal.store.entities('application').find((one) => one.data['trackingCode'] === code)
  return code !== null && found ? (found.data as PortalApplication) : null
}

/** What the QR of a receipt leads to. */
export function track(portal: Portal, words: OfficeWords, code: string): Answer {
  const application = applicationByCode(portal, code)
  return application ? { status: 200, body: trackingOf(portal, words, application) } : unknownCode
}
