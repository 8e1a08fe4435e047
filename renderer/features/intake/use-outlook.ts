import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { IntakeRules } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { usualKindRules } from '#domain/kind-rule.ts'
import { ownOffice } from '#domain/route.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { IntakeOutlook } from '#contract/intake.ts'
import type { OfficeView } from '#contract/session.ts'
import { useTRPC } from '../../lib/api-client.ts'

export type Columns = 32 | 48

export interface Outlook extends Omit<IntakeOutlook, 'promise'> {
  readonly promise: IntakeOutlook['promise'] | null
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
  needsStr: true,
  profession: '',
  placeLimit: 0,
  promise: null,
  receiptLines: [],
}

/** The checklist, the promise and the receipt that the form leads to so far. */
export function useOutlook(form: IntakeForm, columns: Columns): Outlook {
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
  }
  const answer = useQuery({
    ...trpc.intake.outlook.queryOptions({ form: asked, columns }),
    placeholderData: keepPreviousData,
    gcTime: 5000,
  })
  const fits = !answer.isPlaceholderData && settled.permitTypeCode === form.permitTypeCode
  return { ...(answer.data ?? none), fits, failed: answer.isError }
}

/**
 * The rules of the chosen type as the page knows them: the checklist of the outlook is already the one for these
 * facts, so its conditions are left out. The server reads the form again with the catalogue itself.
 */
export function rulesFrom(
  office: OfficeView,
  form: IntakeForm,
  outlook: Outlook,
  today: OfficeDate,
): IntakeRules {
  const type = office.types.find(({ code }) => code === form.permitTypeCode)
  if (type === undefined) return { type: null, regime: null, today }
  return {
    type: {
      ...type,
      title: type.name,
      organization: null,
      flags: [],
      kindRules: usualKindRules,
      holder: outlook.holder,
      fields: outlook.fields.map((one) => ({ ...one, when: {} })),
      revokes: null,
      order: 1,
      catalogueCode: type.code,
      regimes: [],
    },
    regime: {
      from: today,
      until: null,
      requirements: outlook.requirements.map((one) => ({ ...one, when: {}, upload: null })),
      legalBasis: [],
      validity: { rule: 'lifetime' },
      placeLimit: outlook.placeLimit === 0 ? null : outlook.placeLimit,
      needsStr: outlook.needsStr,
      route: ownOffice,
    },
    today,
  }
}
