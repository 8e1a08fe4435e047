import type { OfficeProfile } from '#domain/profile.ts'
import { gapsBetween } from '#domain/spans.ts'
import { spanInWords } from '#domain/wording/officials.ts'

/** Warnings of a profile that is sound but leaves days open: a post that nobody holds, a letterhead that ends. */
export function gapWarnings({
  posts,
  officials,
  letterheads,
}: Pick<OfficeProfile, 'posts' | 'officials' | 'letterheads'>): readonly string[] {
  const vacant = posts.flatMap(({ code }) => {
    const held = officials.filter((one) => one.post === code)
    if (held.length === 0)
      return [`Jabatan ${code} tidak dipegang siapa pun: tambahkan pejabat pada officials.`]
    return gapsBetween(held).map(
      (gap) => `Jabatan ${code} kosong ${spanInWords(gap)}: tambahkan Plt. atau pejabat pada officials.`,
    )
  })
  const unnamed = gapsBetween(letterheads).map(
    (gap) => `Tidak ada kop surat ${spanInWords(gap)}: tambahkan masa pada letterheads.`,
  )
  return [...vacant, ...unnamed]
}
