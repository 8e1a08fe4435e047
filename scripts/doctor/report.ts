import { clockTime, fullDate } from '#domain/indonesian.ts'
import type { PartExamination } from '#domain/examination.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { partNames, partUnits, sayDamage, sayNotice } from '#domain/wording/examination.ts'
import { doctorWords } from './words.ts'

const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')

// A terminal is no register: the whole list is in the JSON.
const mostShown = 20

export const countDamages = (parts: readonly PartExamination[]): number =>
  parts.reduce((sum, one) => sum + one.damages.length, 0)

/** The examination for somebody at a terminal. */
export function doctorText(place: string, startedAt: Instant, parts: readonly PartExamination[]): string {
  const zone = 'Asia/Jakarta'
  const when = `${fullDate(officeDateOf(startedAt, zone))}, ${clockTime(officeTimeOf(startedAt, zone))} WIB`
  const lines = parts.flatMap(({ part, examined, damages, notices }) => [
    `${damages.length === 0 ? '✓' : '✗'} ${partNames[part]}: ${thousands(examined)} ${partUnits[part]}, ${damages.length === 0 ? doctorWords.sound : `${thousands(damages.length)} rusak`}`,
    ...damages.slice(0, mostShown).map((one) => `    ✗ ${sayDamage(one)}`),
    ...(damages.length > mostShown ? [`    ✗ ${doctorWords.more(damages.length - mostShown)}`] : []),
    ...notices.map((one) => `    • ${sayNotice(one)}`),
  ])
  const count = countDamages(parts)
  const end = count === 0 ? doctorWords.allSound : doctorWords.damaged(count)
  return [`Pemeriksaan ${place}, ${when}`, ...lines, end, ''].join('\n')
}

/** The same for a program: each finding with its code, facts and sentence. */
export function doctorJson(place: string, startedAt: Instant, parts: readonly PartExamination[]): string {
  const checks = parts.map(({ part, examined, damages, notices }) => ({
    check: part,
    ok: damages.length === 0,
    examined,
    problems: damages.map((one) => ({ ...one, sentence: sayDamage(one) })),
    notices: notices.map((one) => ({ ...one, sentence: sayNotice(one) })),
  }))
  const count = countDamages(parts)
  return `${JSON.stringify({ ok: count === 0, place, examinedAt: startedAt, problems: count, checks }, null, 2)}\n`
}
