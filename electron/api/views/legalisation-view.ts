import type { ApplicationState } from '#domain/application-state.ts'
import type { Instant } from '#domain/instant.ts'
import type { NumberStart } from '#domain/number-start.ts'
import type { NumberedLine } from '#domain/register-gaps.ts'
import type { Legalisation } from '#domain/legalisation.ts'
import { refuseLegalisation } from '#domain/legalisation-rules.ts'
import { sayLegalisationRefusal } from '#domain/wording/legalisation.ts'
import { sayGaps } from '#domain/wording/register-gaps.ts'
import type { DossierView } from '#contract/dossier.ts'
import type { LegalisationRegisterView, LegalisationView } from '#contract/legalisations.ts'
import type { LegalisationLine } from '#ports/queries.ts'
import { permitOf, sumLegalisations } from '#services/legalisation-content.ts'
import { officeToday } from '#services/move-facts.ts'
import type { Office } from '#services/office.ts'
import { holderName } from '#services/paper-words.ts'

const lineOf = ({
  id,
  number,
  issuedOn,
  copies,
  signer,
  by,
  at,
  voided,
}: Legalisation): LegalisationView => ({
  id,
  number: number.text,
  issuedOn,
  copies,
  signer: signer.name,
  by,
  at,
  voided,
})

/** What a dossier shows of it; null: the office does none, and none was made. */
export function legalisationView(
  office: Office,
  state: ApplicationState,
  now: Instant,
): DossierView['legalisation'] {
  const { legalisation: rule, timeZone } = office.profile
  const { legalisations: made = [] } = state
  if (rule === null && made.length === 0) return null
  const refusal = refuseLegalisation(state, rule, officeToday(office, now))
  return {
    refusal: refusal && sayLegalisationRefusal(refusal, timeZone),
    mostCopies: rule?.mostCopies ?? 0,
    side: rule?.side ?? 'back',
    made: made.map(lineOf),
  }
}

export function registerView(
  lines: readonly LegalisationLine[],
  starts: readonly NumberStart[],
  before: readonly NumberedLine[],
): LegalisationRegisterView {
  const { sheets, voided, gaps } = sumLegalisations(lines, starts, before)
  return {
    lines: lines.map(({ legalisation, state }) => ({
      ...lineOf(legalisation),
      applicationId: state.id,
      permitNumber: permitOf(state, legalisation.productId).number?.text ?? '',
      holderName: holderName(state),
      typeCode: state.data.permitTypeCode,
    })),
    sheets,
    voided,
    gaps: sayGaps(gaps),
    complete: gaps.length === 0,
  }
}
