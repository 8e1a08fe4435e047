import type { ApplicationState } from '#domain/application-state.ts'
import type { Instant } from '#domain/instant.ts'
import {
  respondentAges,
  respondentEducations,
  respondentOccupations,
  respondentSexes,
  satisfactionElements,
  type SatisfactionAnswers,
  type SatisfactionElement,
  type SatisfactionScore,
} from '#domain/satisfaction.ts'
import type { Handover, SurveyAnswer } from '#ports/records.ts'
import { createRandom, type Random } from './random.ts'

/** How many of a hundred give 4, 3 and 2; the rest gives 1. A free service is praised for its price, waiting is not. */
const opinions: Readonly<Record<SatisfactionElement, readonly [number, number, number]>> = {
  requirements: [46, 48, 5],
  procedure: [38, 52, 8],
  time: [27, 49, 19],
  fee: [96, 4, 0],
  product: [52, 45, 3],
  competence: [55, 42, 3],
  conduct: [64, 34, 2],
  complaints: [34, 51, 13],
  facilities: [31, 50, 16],
}

const suggestions = [
  'Kursi ruang tunggu ditambah.',
  'Petugas ramah, pertahankan.',
  'Mohon nomor antrean ditampilkan di layar.',
  'Tempat parkir sempit pada hari Senin.',
  'Proses di dinas kesehatan dipercepat.',
  'Sudah baik, terima kasih.',
]

/** So many of the latest handovers; older opinions would say nothing of the office as it is. */
const latest = 240

function opinion(random: Random, element: SatisfactionElement): SatisfactionScore {
  const [four, three, two] = opinions[element]
  const drawn = random.between(1, 100)
  if (drawn <= four) return 4
  if (drawn <= four + three) return 3
  return drawn <= four + three + two ? 2 : 1
}

/** What people said after the handovers of the past weeks: four of ten answer, one of eight suggests something. */
export function sampleSurvey(
  handovers: readonly Handover[],
  stateOf: (applicationId: string) => ApplicationState | undefined,
): readonly SurveyAnswer[] {
  const random = createRandom(handovers.length + 14)
  const recent = handovers.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, latest)
  return recent.flatMap((handover): SurveyAnswer[] => {
    const state = stateOf(handover.applicationId)
    if (!state || handover.method !== 'counter' || !random.chance(0.4)) return []
    const paper = random.chance(0.25)
    const hour = `${handover.at.slice(0, 13)}:00:00.000Z` as Instant
    const said = <Value>(values: readonly Value[]): Value | null =>
      random.chance(0.85) ? random.pick(values) : null
    return [
      {
        id: Array.from({ length: 4 }, () => random.between(0, 0xffff).toString(16).padStart(8, '0')).join(''),
        hour,
        knownAt: hour,
        way: paper ? 'paper' : 'screen',
        permitTypeCode: state.data.permitTypeCode,
        kind: state.data.kind,
        scores: Object.fromEntries(
          satisfactionElements.map((element) => [element, opinion(random, element)]),
        ) as SatisfactionAnswers,
        sex: said(respondentSexes),
        age: said(respondentAges),
        education: said(respondentEducations),
        occupation: said(respondentOccupations),
        suggestion: random.chance(0.12) ? random.pick(suggestions) : null,
        enteredBy: paper ? handover.by : null,
      },
    ]
  })
}
