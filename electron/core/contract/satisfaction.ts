import { z } from 'zod'
import {
  respondentAges,
  respondentEducations,
  respondentOccupations,
  respondentSexes,
  satisfactionBands,
  satisfactionElements,
  satisfactionScores,
} from '#domain/satisfaction.ts'
import { applicationKinds } from '#domain/permit-type.ts'
import { IdField, InstantField, InstantOut, OfficeDateField, OfficeDateOut, typedText } from './common.ts'

const TokenField = z.string().regex(/^[0-9a-f]{32}$/)

export const SurveyTokenInput = z.object({ token: TokenField })

const Element = z.enum(satisfactionElements)
const Score = z.literal([...satisfactionScores])

const Sheet = z.object({
  /** Every unsur has its answer. */
  scores: z.record(Element, Score),
  respondent: z.object({
    sex: z.enum(respondentSexes).nullable(),
    age: z.enum(respondentAges).nullable(),
    education: z.enum(respondentEducations).nullable(),
    occupation: z.enum(respondentOccupations).nullable(),
  }),
  suggestion: typedText(500).nullable(),
})

export const SurveyAnswerInput = Sheet.extend({ token: TokenField })

/** `id` is minted with the first try, so that a repeat is the same sheet. */
export const SurveySheetInput = Sheet.extend({
  id: IdField,
  day: OfficeDateField,
  permitTypeCode: z.string().max(64),
  kind: z.enum(applicationKinds),
})

/** How it stands with the survey about one application; `none`: nobody was asked. */
export const SurveyStateView = z.object({
  state: z.enum(['none', 'open', 'answered', 'declined']),
  /** Opens the survey; null: it is not open. */
  token: z.string().nullable(),
})

export const SurveyReportInput = z
  .object({
    from: OfficeDateField,
    to: OfficeDateField,
    permitTypeCode: z.string().max(64).nullable(),
    /** What the office knew before this moment; null: what it knows now. */
    asOf: InstantField.nullable(),
  })
  .refine(({ from, to }) => from <= to)

const Counted = z.object({ label: z.string(), respondents: z.number() })

/** The survey of a span, with its words. Means in ten-thousandths, the index in hundredths. */
export const SurveyReportView = z.object({
  from: OfficeDateOut,
  to: OfficeDateOut,
  respondents: z.number(),
  result: z.object({ index: z.number(), band: z.enum(satisfactionBands), bandLabel: z.string() }).nullable(),
  elements: z.array(
    z.object({
      element: Element,
      name: z.string(),
      mean: z.number(),
      band: z.enum(satisfactionBands),
      bandLabel: z.string(),
      /** How often 1, 2, 3 and 4 were given. */
      scores: z.array(z.number()),
    }),
  ),
  served: z.number(),
  sample: z.number(),
  ways: z.object({ screen: z.number(), paper: z.number() }),
  byType: z.array(z.object({ code: z.string(), name: z.string(), respondents: z.number() })),
  respondentFacts: z.array(z.object({ label: z.string(), values: z.array(Counted) })),
  suggestions: z.array(z.object({ hour: InstantOut, permitTypeCode: z.string(), text: z.string() })),
})
export type SurveyReportView = z.infer<typeof SurveyReportView>
