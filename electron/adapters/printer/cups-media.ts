import type { Paper } from '#domain/documents/paper.ts'

type Size = Pick<Paper, 'widthMm' | 'heightMm'>

/** Sizes differ by rounding between inches, points and millimetres; no two papers are closer than this. */
const sameWithinMm = 0.6

const sizeOf = (media: string): Size | null => {
  const [, width, height, unit] = /_([\d.]+)x([\d.]+)(mm|in)$/.exec(media) ?? []
  if (width === undefined || height === undefined) return null
  const factor = unit === 'in' ? 25.4 : 1
  return { widthMm: Number(width) * factor, heightMm: Number(height) * factor }
}

const distance = (a: Size, b: Size): number =>
  Math.max(Math.abs(a.widthMm - b.widthMm), Math.abs(a.heightMm - b.heightMm))

const turned = ({ widthMm, heightMm }: Size): Size => ({ widthMm: heightMm, heightMm: widthMm })

const isLimit = (media: string): boolean => /^custom_(min|max)_/.test(media)

const millimetres = (mm: number): string => String(Math.round(mm * 100) / 100)

/**
 * The name under which a queue takes exactly this paper; null: it has no such paper. A queue that is asked for
 * a size it lacks prints on Letter without a word, so it must not be asked.
 *
 * @param supported  `media-supported` of the queue; empty for one that hands bytes on untouched
 */
export function mediaFor(paper: Size, supported: readonly string[]): string | null {
  const custom = `Custom.${millimetres(paper.widthMm)}x${millimetres(paper.heightMm)}mm`
  if (supported.length === 0) return custom

  const nearest = supported
    .filter((media) => !isLimit(media))
    .map((media) => ({ media, size: sizeOf(media) }))
    .flatMap(({ media, size }) =>
      size === null ? [] : [{ media, off: Math.min(distance(size, paper), distance(size, turned(paper))) }],
    )
    .sort((a, b) => a.off - b.off)[0]
  if (nearest !== undefined && nearest.off <= sameWithinMm) return nearest.media

  const limits = (['min', 'max'] as const).map((limit) =>
    supported.find((media) => media.startsWith(`custom_${limit}_`)),
  )
  const [least, most] = limits.map((media) => (media === undefined ? null : sizeOf(media)))
  if (!least || !most) return null
  const fits =
    paper.widthMm >= least.widthMm &&
    paper.heightMm >= least.heightMm &&
    paper.widthMm <= most.widthMm &&
    paper.heightMm <= most.heightMm
  return fits ? custom : null
}
