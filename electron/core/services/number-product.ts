import type { ApplicationState } from '#domain/application-state.ts'
import { erroneousVersion } from '#domain/erratum.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { scopeKey } from '#domain/number-pattern.ts'
import { numberText } from '#domain/number-start.ts'
import { decideValidUntil, type OfficialNumber, type ValidityRefusal } from '#domain/permit.ts'
import { documentRule, getSeries, type NumberSeries } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { productKind } from '#domain/product-kind.ts'
import { isNotRecommended } from '#domain/stage-readiness.ts'
import type { ApplicationStore, NumberStore } from '#ports/stores.ts'
import { changeDossier, type DossierDeps, type DossierRefusal } from './dossier-change.ts'
import { kindRuleOf, regimeOf, validityFactsOf } from './law-of-dossier.ts'
import { officeToday } from './move-facts.ts'
import type { SignedIn } from './office.ts'
import { whyStopped } from './stopped-series.ts'

export type NumberProductRefusal =
  | DossierRefusal
  | ValidityRefusal
  | { readonly code: 'stage-does-not-number' }
  | { readonly code: 'already-numbered'; readonly number: string }
  | { readonly code: 'not-recommended' }
  /** The portal knows a number of this series under another permit. */
  | { readonly code: 'series-stopped'; readonly number: string }

/**
 * Gives the permit or letter its official number, in the transaction that uses it: gap-free, never twice.
 * The day printed on the paper and the last valid day are fixed with it.
 * Not repeatable: a second call is refused with `already-numbered` and the number.
 */
export const numberProduct =
  (deps: DossierDeps) =>
  (
    order: { readonly applicationId: string; readonly stage: string | null },
    who: SignedIn,
  ): Promise<Result<ApplicationState, NumberProductRefusal>> =>
    changeDossier<NumberProductRefusal>(deps, order, who, async ({ state, stage, at, stores }) => {
      const product = state.product
      if (!stage.numbers.includes('product') || !product) return refuse({ code: 'stage-does-not-number' })
      if (product.number) return refuse({ code: 'already-numbered', number: product.number.text })
      if (state.track === 'permit' && isNotRecommended(state)) return refuse({ code: 'not-recommended' })
      const issuedOn = officeToday(deps.office, at)
      const before = erroneousVersion(state)
      if (before?.number && before.issuedOn)
        return ok([
          {
            body: {
              action: 'numbered',
              productId: product.id,
              number: before.number,
              kept: true,
              issuedOn: before.issuedOn,
              validUntil: before.validUntil,
            },
          },
        ])
      const validUntil = product.kind === 'permit' ? decideValidity(deps, state, issuedOn) : ok(null)
      if (!validUntil.ok) return validUntil
      const { profile } = deps.office
      const kind = productKind(state)
      const kept = await numberToKeep(deps, state, stores.applications)
      if (kept)
        return ok([
          {
            body: {
              action: 'numbered',
              productId: product.id,
              number: kept,
              kept: true,
              issuedOn,
              validUntil: validUntil.value,
            },
          },
        ])
      const series = documentRule(profile, kind).series
      if (series === null) throw new Error(`profile ${profile.code} gives ${kind} no series`)
      const stopped = await whyStopped(stores, series)
      if (stopped !== null) return refuse({ code: 'series-stopped', number: stopped })
      const number = await takeNumber(
        stores.numbers,
        getSeries(profile, series),
        issuedOn,
        state.data.permitTypeCode,
      )
      await stores.numbers.record({
        number,
        document: kind,
        applicationId: state.id,
        subjectId: product.id,
        takenAt: at,
      })
      return ok([
        {
          body: { action: 'numbered', productId: product.id, number, issuedOn, validUntil: validUntil.value },
        },
      ])
    })

const decideValidity = ({ office }: DossierDeps, state: ApplicationState, issuedOn: OfficeDate) =>
  decideValidUntil(regimeOf(office, state).validity, issuedOn, validityFactsOf(office, state))

/** The number of the earlier permit where the kind keeps it; null: a new one, also for a permit known on paper only. */
async function numberToKeep(
  { office }: DossierDeps,
  state: ApplicationState,
  applications: ApplicationStore,
): Promise<OfficialNumber | null> {
  const from = state.data.earlierPermit?.applicationId
  if (!from || state.product?.kind !== 'permit' || kindRuleOf(office, state).number !== 'earlier') return null
  return (await applications.find(from))?.product?.number ?? null
}

/** Advances a series and writes the number by its pattern. Throws when the pattern lacks a value: checked at load. */
export async function takeNumber(
  numbers: NumberStore,
  series: NumberSeries,
  day: OfficeDate,
  typeCode: string,
): Promise<OfficialNumber> {
  const scope = scopeKey(series.scope, day, typeCode)
  const serial = await numbers.advance(series.code, scope)
  return { series: series.code, scope, serial, text: numberText({ series, typeCode }, day, serial) }
}
