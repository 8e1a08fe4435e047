import type { SurveyReportView } from '#contract/satisfaction.ts'
import { bandLabels, respondentLabels, surveyQuestions } from '#domain/wording/satisfaction.ts'
import type { Office } from '#services/office.ts'
import type { SurveyReport } from '#services/satisfaction.ts'

const notSaid = 'Tidak diisi'
const facts = ['sex', 'age', 'education', 'occupation'] as const

/** A survey's report with its words. */
export function surveyReportView(office: Pick<Office, 'types'>, report: SurveyReport): SurveyReportView {
  const { result, figures } = report
  return {
    from: report.from,
    to: report.to,
    respondents: result?.respondents ?? 0,
    result: result && { index: result.index, band: result.band, bandLabel: bandLabels[result.band] },
    elements: (result?.elements ?? []).map((one) => ({
      element: one.element,
      name: surveyQuestions[one.element].name,
      mean: one.mean,
      band: one.band,
      bandLabel: bandLabels[one.band],
      scores: [...one.scores],
    })),
    served: report.served,
    sample: report.sample,
    ways: figures.ways,
    byType: figures.byType.map(({ code, respondents }) => ({
      code,
      name: office.types.find((one) => one.code === code)?.name ?? code,
      respondents,
    })),
    respondentFacts: facts.map((fact) => {
      const { label, values } = respondentLabels[fact]
      const words: Readonly<Record<string, string>> = values
      return {
        label,
        values: figures.respondents[fact].map(({ value, respondents }) => ({
          label: value === null ? notSaid : (words[value] ?? value),
          respondents,
        })),
      }
    }),
    suggestions: [...report.suggestions],
  }
}
