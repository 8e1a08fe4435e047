import type { ApplicationState } from '#domain/application-state.ts'
import type { KindRule } from '#domain/kind-rule.ts'
import type { ValidityFacts } from '#domain/permit.ts'
import { regimeOn, type Regime } from '#domain/permit-type.ts'
import { getType, type Office } from './office.ts'

type Filed = Pick<ApplicationState, 'registrationNumber' | 'filedOn' | 'data' | 'carried'>

/**
 * The law under which a dossier was filed, or that of its entry for a permit older than the catalogue. Throws when there is
 * none for that day: it was never taken in here.
 */
export function regimeOf(office: Office, state: Filed): Regime {
  const regime = regimeOn(getType(office, state.data.permitTypeCode), state.carried?.lawOn ?? state.filedOn)
  if (!regime.ok) throw new Error(`${state.registrationNumber.text} was filed on a day without a regime`)
  return regime.value
}

/** What its kind means for its number, its end and its place. */
export const kindRuleOf = (office: Office, { data }: Pick<Filed, 'data'>): KindRule =>
  getType(office, data.permitTypeCode).kindRules[data.kind]

/** What the last day of its permit depends on. */
export const validityFactsOf = (
  office: Office,
  { data, applicant }: Pick<ApplicationState, 'data' | 'applicant'>,
): ValidityFacts => ({
  str: data.str,
  foreigner: applicant.citizenship !== 'ID',
  keeps: kindRuleOf(office, { data }).validity === 'earlier' ? (data.earlierPermit ?? null) : null,
})
