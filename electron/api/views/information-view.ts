import type { StandardView } from '#contract/information.ts'
import type { ServiceStandard } from '#domain/service-standard.ts'
import type { Office } from '#services/office.ts'
import { requirementFormWord } from '#services/print-content.ts'
import { formsOf } from '#services/print-forms.ts'
import { routeView } from './intake-view.ts'

export const standardView = (office: Office, standard: ServiceStandard): StandardView => ({
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
  forms: formsOf(office, standard).map((one) => ({ ...one, answers: [...one.answers] })),
})
