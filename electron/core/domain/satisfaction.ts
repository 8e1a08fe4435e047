/**
 * Survei Kepuasan Masyarakat (SKM) by PermenPAN-RB 14/2017: nine unsur, each answered 1 to 4. In the order of the regulation,
 * known by key and never by place: questionnaires swap the last two.
 */
export const satisfactionElements = [
  'requirements',
  'procedure',
  'time',
  'fee',
  'product',
  'competence',
  'conduct',
  'complaints',
  'facilities',
] as const
export type SatisfactionElement = (typeof satisfactionElements)[number]

/** 1 *tidak baik* to 4 *sangat baik*. */
export const satisfactionScores = [1, 2, 3, 4] as const
export type SatisfactionScore = (typeof satisfactionScores)[number]

export type SatisfactionAnswers = Readonly<Record<SatisfactionElement, SatisfactionScore>>

export const respondentSexes = ['male', 'female'] as const
/** In bands, so that nobody is found by a year. */
export const respondentAges = ['under-26', '26-35', '36-45', '46-55', 'over-55'] as const
export const respondentEducations = [
  'primary',
  'junior-high',
  'senior-high',
  'diploma',
  'bachelor',
  'master',
] as const
export const respondentOccupations = [
  'civil-servant',
  'military',
  'police',
  'private',
  'self-employed',
  'other',
] as const

/** Of whoever answers; null: not said. Nothing here names anybody. */
export interface Respondent {
  readonly sex: (typeof respondentSexes)[number] | null
  readonly age: (typeof respondentAges)[number] | null
  readonly education: (typeof respondentEducations)[number] | null
  readonly occupation: (typeof respondentOccupations)[number] | null
}

/** *mutu pelayanan*, the best first. */
export const satisfactionBands = ['A', 'B', 'C', 'D'] as const
export type SatisfactionBand = (typeof satisfactionBands)[number]

/** How often each score was given to each unsur; `scores[0]` counts the 1s. */
export type SatisfactionCounts = Readonly<
  Record<SatisfactionElement, readonly [number, number, number, number]>
>

export interface ElementResult {
  readonly element: SatisfactionElement
  readonly scores: readonly [number, number, number, number]
  /** NRR, the mean of the scores, in ten-thousandths: 35325 is 3.5325. */
  readonly mean: number
  readonly band: SatisfactionBand
}

export interface SatisfactionResult {
  readonly respondents: number
  readonly elements: readonly ElementResult[]
  /** IKM in hundredths: 9148 is 91.48. */
  readonly index: number
  readonly band: SatisfactionBand
}

// Rounds a quotient of whole numbers half up, without the errors of fractions.
const roundedQuotient = (dividend: number, divisor: number): number =>
  Math.floor((2 * dividend + divisor) / (2 * divisor))

/** Lower limits of the bands; what lies in a gap between two published bands belongs to the lower one. */
const indexLimits = { A: 8831, B: 7661, C: 6500 } as const
const meanLimits = { A: 35324, B: 30644, C: 26000 } as const

const bandBy = (limits: typeof indexLimits | typeof meanLimits, value: number): SatisfactionBand =>
  value >= limits.A ? 'A' : value >= limits.B ? 'B' : value >= limits.C ? 'C' : 'D'

/** The band of an IKM in hundredths. */
export const bandOfIndex = (index: number): SatisfactionBand => bandBy(indexLimits, index)

/** The band of one unsur's NRR in ten-thousandths. */
export const bandOfMean = (mean: number): SatisfactionBand => bandBy(meanLimits, mean)

/**
 * The IKM by PermenPAN-RB 14/2017: each unsur's mean with four decimals, all weighing 1/9 (never 0.11, which makes 90.56 of
 * the 91.48 of the published example), times 25, rounded to two decimals; the band is that of the rounded figure.
 *
 * @returns null when nobody has answered: there is no index of nobody
 * @throws RangeError when one unsur was answered more often than another
 */
export function satisfactionResult(counts: SatisfactionCounts): SatisfactionResult | null {
  const answered = satisfactionElements.map((element) => sum(counts[element]))
  const [respondents = 0] = answered
  if (answered.some((one) => one !== respondents))
    throw new RangeError('every unsur is answered by every respondent')
  if (respondents === 0) return null
  const elements = satisfactionElements.map((element): ElementResult => {
    const scores = counts[element]
    const points = sum(scores.map((count, at) => count * (at + 1)))
    const mean = roundedQuotient(points * 10_000, respondents)
    return { element, scores, mean, band: bandOfMean(mean) }
  })
  // Nine means in ten-thousandths, a ninth of them, times 25, in hundredths: the sum over 36.
  const index = roundedQuotient(sum(elements.map(({ mean }) => mean)), 36)
  return { respondents, elements, index, band: bandOfIndex(index) }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Nobody has answered yet. */
export const noAnswers = (): SatisfactionCounts => ({
  requirements: [0, 0, 0, 0],
  procedure: [0, 0, 0, 0],
  time: [0, 0, 0, 0],
  fee: [0, 0, 0, 0],
  product: [0, 0, 0, 0],
  competence: [0, 0, 0, 0],
  conduct: [0, 0, 0, 0],
  complaints: [0, 0, 0, 0],
  facilities: [0, 0, 0, 0],
})

/**
 * How many must answer for a sample that speaks for all who were served (Krejcie and Morgan, annex of the regulation: 95 %
 * confidence, 5 % error, proportion one half).
 *
 * @param served  how many were served in the period, from 0
 */
export function sampleSize(served: number): number {
  const [chi, error, half] = [3.841, 0.05 * 0.05, 0.25]
  const size = (chi * served * half) / (error * (served - 1) + chi * half)
  return served <= 0 ? 0 : Math.round(size)
}

/** Why an answer is not taken. */
export type SurveyRefusal =
  /** Nobody was asked with this token, or it was taken back. */
  | { readonly code: 'survey-unknown' }
  /** It was answered or declined: one answer for one application. */
  | { readonly code: 'survey-ended' }

/** Why nobody is asked. */
export type SurveyInvitationRefusal =
  | { readonly code: 'survey-before-handover' }
  | { readonly code: 'survey-done' }
  | { readonly code: 'application-unknown' }
