import { papersInForce, type PapersChange } from '#domain/office-papers.ts'
import type { Instant } from '#domain/instant.ts'
import type { Printer } from '#domain/print-job.ts'
import type { OfficeProfile } from '#domain/profile.ts'

/** The strip printer was tried when the office began: its profile is what was seen on the slip. */
export const triedPrinters = (printers: readonly Printer[], by: string, at: Instant): readonly Printer[] =>
  printers.map((one) =>
    one.thermal === null
      ? one
      : { ...one, thermal: { ...one.thermal, learned: { at, by, status: 'silent' } } },
  )

/** Where the sheets lie in the laser: the permits' paper in the first tray, the letters' in the second. */
export function sampleLoads(
  profile: OfficeProfile,
  printers: readonly Printer[],
  by: string,
  at: Instant,
): readonly PapersChange[] {
  const { paperOf } = papersInForce(profile, [])
  const trays = [...new Set([paperOf.permit, paperOf['refusal-letter']])].map((paperId, index) => ({
    paperId,
    tray: `Tray ${index + 1}`,
  }))
  return printers
    .filter(({ kind }) => kind === 'sheet')
    .map(({ id, name }) => ({
      kind: 'loaded',
      load: { printerId: id, trays, copies: [] },
      printer: name,
      at,
      by,
    }))
}
