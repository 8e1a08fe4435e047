import type { StandardView } from '#contract/information.ts'
import type { ServiceStandard } from '#domain/service-standard.ts'
import { requirementFormWord } from '#services/print-content.ts'
import { routeView } from './intake-view.ts'

export const standardView = (standard: ServiceStandard): StandardView => ({
  ...standard,
  route: routeView(standard.route),
  requirements: standard.requirements.map((one) => ({
    ...one,
    formWord: one.form === null ? '' : requirementFormWord(one.form),
  })),
  steps: standard.steps.map((one) => ({ ...one })),
  legalBasis: [...standard.legalBasis],
  complaints: [...standard.complaints],
  counterHours: [...standard.counterHours],
})
