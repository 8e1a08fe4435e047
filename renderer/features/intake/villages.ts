import type { OfficeView } from '#contract/session.ts'

type Village = OfficeView['villages'][number]

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')

/** The one kelurahan of this name in either spelling, however spaced; undefined where none or several fit. */
export function villageOf(villages: readonly Village[], typed: string): Village | undefined {
  const wanted = bare(typed)
  if (wanted === '') return undefined
  const found = villages.filter((one) => [one.name, ...one.spellings].some((name) => bare(name) === wanted))
  return found.length === 1 ? found[0] : undefined
}
