import type { ExpectedPaper, PaperMismatch, PaperReading } from './paper-check.ts'

/**
 * The pictures of a paper against those of its record: each there, to be seen, and the very one. A PNG is written anew when it
 * is put in, so that only its presence can be asked.
 */
export function comparePictures(
  { pictures }: ExpectedPaper,
  reading: PaperReading,
  sha256Of: (bytes: Uint8Array) => string,
): PaperMismatch[] {
  if (pictures === null) return []
  const left = [...reading.pictures]
  const mismatches: PaperMismatch[] = []
  for (const { name, source } of pictures) {
    const wanted = source.format === 'jpeg' ? sha256Of(source.bytes) : null
    const at = left.findIndex((one) => one.sha256 === wanted)
    const [found] = at < 0 ? left.splice(0, 1) : left.splice(at, 1)
    if (!found || found.isBlank) mismatches.push({ code: 'paper-picture-missing', picture: name })
    else if (found.sha256 !== wanted) mismatches.push({ code: 'paper-picture-differs', picture: name })
  }
  return left.length === 0 ? mismatches : [...mismatches, { code: 'paper-picture-stray' }]
}
