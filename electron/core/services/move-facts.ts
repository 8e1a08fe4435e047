import { acceptanceMoment, currentDocuments, type ApplicationState } from '#domain/application-state.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { requirementsFor, type Requirement, type RequirementFacts } from '#domain/permit-type.ts'
import { promisedDay, promiseFrom } from '#domain/promise.ts'
import { repairDay, repairStanding, type RepairStanding } from '#domain/repair.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import type { VacantStage } from '#domain/vacant-stage.ts'
import type { MoveFacts } from '#domain/move.ts'
import { lackingLabel } from '#domain/wording/intake-fields.ts'
import { lackingData } from './lacking-data.ts'
import { regimeOf } from './law-of-dossier.ts'
import { getType, type Office } from './office.ts'

/** The facts of an application that decide its requirements. */
export function requirementFacts(state: Pick<ApplicationState, 'data' | 'applicant'>): RequirementFacts {
  const { data, applicant } = state
  return {
    kind: data.kind,
    practiceOrdinal: data.practiceOrdinal,
    facilityKind: data.facility?.kind ?? 'facility',
    strLifetime: data.str?.lifetime ?? null,
    practisedMoreThanFiveYearsAgo: data.practisedMoreThanFiveYearsAgo,
    foreigner: applicant.citizenship !== 'ID',
    filedByRepresentative: data.representative !== null,
    startedBy: data.startedBy ?? 'holder',
    domicileDiffers: data.domicileDiffers ?? false,
    answers: data.technical,
  }
}

/** The requirements of a dossier by the law of its filing day. */
export function requirementsOf(office: Office, state: ApplicationState): readonly Requirement[] {
  return requirementsFor(regimeOf(office, state), requirementFacts(state))
}

/**
 * Gathers what `decideMove` needs to know about a dossier.
 *
 * @param printed  documents of which a sheet is known to have come out
 * @param vacant   levels of the chain that nobody holds
 */
export function moveFacts(
  office: Office,
  state: ApplicationState,
  now: Instant,
  printed: readonly DocumentKind[],
  vacant: readonly VacantStage[] = [],
): MoveFacts {
  const { profile } = office
  const { calendar, repair } = profile
  const requirements = requirementsOf(office, state)
  const today = officeToday(office, now)
  return {
    typeFlags: getType(office, state.data.permitTypeCode).flags,
    dueOnIfAccepted: promiseFrom(profile.stageTable, profile.calendar, acceptanceMoment(state, now)).dueOn,
    required: requirements.map((one) => one.code),
    lacking: lackingData(office, state).map(lackingLabel),
    dueOnIfResumed: promisedDay(profile.stageTable, calendar, { ...state, pauses: pausesUntil(state, now) }),
    printed,
    vacant: vacant.map((one) => one.stage),
    repair: {
      today,
      until: repairDay(calendar, repair, today),
      requirements: requirements.map(({ code, label }) => ({ code, label })),
    },
    standing: standingOf(office, state, today),
  }
}

/** How a returned dossier stands against its day; null: it was not returned. */
export function standingOf(
  { profile }: Pick<Office, 'profile'>,
  state: ApplicationState,
  today: OfficeDate,
): RepairStanding | null {
  if (!state.returned || !state.lastMove) return null
  const { calendar, repair, timeZone } = profile
  // A dossier returned before days were asked for is given the office's own.
  const until = state.repair?.until ?? repairDay(calendar, repair, officeDateOf(state.lastMove.at, timeZone))
  return repairStanding(calendar, repair, until, today)
}

/** Times with the applicant when the one that lasts ended now. */
const pausesUntil = (state: ApplicationState, now: Instant) =>
  state.pauses.map((one) => (one.until === null ? { ...one, until: now } : one))

/** Documents in force by requirement; a requirement may have several pages. */
export function documentsOf(state: ApplicationState, requirementCode: string) {
  return currentDocuments(state).filter((one) => one.requirementCode === requirementCode)
}

/** Today at the office. */
export const officeToday = (office: Office, now: Instant) => officeDateOf(now, office.profile.timeZone)
