import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { IntakeRules } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { usualKindRules } from '#domain/kind-rule.ts'
import type { KindRule } from '#domain/kind-rule.ts'
import type { ApplicationKind } from '#domain/permit-type.ts'
import { ownOffice } from '#domain/route.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { IntakeOutlook, OfferView } from '#contract/intake.ts'
import { useTRPC } from '../../lib/api-client.ts'
import type { Offers } from './use-offers.ts'

export type Columns = 32 | 48

export interface Outlook extends Omit<IntakeOutlook, 'promise' | 'earliestLateDay'> {
  readonly promise: IntakeOutlook['promise'] | null
  readonly earliestLateDay: OfficeDate | null
  /** The answer belongs to the type that is chosen now. */
  readonly fits: boolean
  readonly failed: boolean
}

const none = {
  requirements: [],
  fields: [],
  asksFor: { permitTypeCode: '', kind: 'new' as const },
  holder: 'person' as const,
  route: { to: 'own-office' as const, destination: '', address: '', reason: '', steps: [], bring: [] },
  needsSchedule: true,
  places: [],
  overlaps: [],
  needsStr: true,
  profession: '',
  placeLimit: 0,
  promise: null,
  earliestLateDay: null,
  receiptLines: [],
}

/** The checklist, the promise and the receipt that the form leads to so far. */
export function useOutlook(
  form: IntakeForm,
  columns: Columns,
  /** The application that is corrected; null: a new one. */
  applicationId: string | null = null,
): Outlook {
  const trpc = useTRPC()
  const [settled] = useDebouncedValue(form, 200)
  const asked: IntakeForm = {
    ...settled,
    // The question travels in an address: names and sizes of files decide nothing.
    documents: settled.documents.map(({ requirementCode }) => ({
      requirementCode,
      sha256: null,
      fileName: '',
      mediaType: '',
      sizeBytes: 0,
    })),
    papers: [],
  }
  const answer = useQuery({
    ...trpc.intake.outlook.queryOptions({ form: asked, columns, applicationId }),
    placeholderData: keepPreviousData,
    gcTime: 5000,
  })
  const fits = !answer.isPlaceholderData && settled.permitTypeCode === form.permitTypeCode
  return { ...(answer.data ?? none), fits, failed: answer.isError }
}

/**
 * The rules of the chosen type as the page knows them: checklist and questions of the outlook are already the ones for
 * these facts, so their conditions are left out. The server reads the form again with the catalogue itself.
 */
export function rulesFrom({ offer, elsewhere }: Offers, outlook: Outlook, today: OfficeDate): IntakeRules {
  if (offer === undefined) return { type: null, regime: null, today }
  return {
    type: {
      code: offer.code,
      name: offer.name,
      title: offer.name,
      category: offer.category,
      profession: offer.profession,
      organization: null,
      flags: [],
      kinds: offer.kinds.map(({ kind }) => kind),
      kindRules: kindRulesOf(offer),
      holder: offer.holder,
      fields: outlook.fields.map((one) => ({ ...one, when: {} })),
      revokes: null,
      order: offer.order,
      catalogueCode: offer.catalogueCode,
      regimes: [],
    },
    regime: {
      from: today,
      until: null,
      requirements: outlook.requirements.map((one) => ({ ...one, when: {}, upload: null })),
      legalBasis: [],
      validity: { rule: 'lifetime' },
      placeLimit: offer.placeLimit,
      needsStr: offer.needsStr,
      route:
        elsewhere === null ? ownOffice : { ...elsewhere, to: elsewhere.to === 'oss' ? 'oss' : 'mpp-digital' },
    },
    today,
  }
}

const kindRulesOf = ({ kinds }: OfferView): Readonly<Record<ApplicationKind, KindRule>> =>
  kinds.reduce<Readonly<Record<ApplicationKind, KindRule>>>(
    (rules, one) => ({
      ...rules,
      [one.kind]: {
        ...usualKindRules[one.kind],
        needsEarlierPermit: one.needsEarlierPermit,
        effect: one.effect,
        startedBy: one.startedBy,
        reasons: one.reasons,
      },
    }),
    usualKindRules,
  )
