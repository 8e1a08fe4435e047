export interface SelectOption {
  value: string
  label: string
  /** Bold part before the label, e.g. the code of a permit type; searched too. */
  code?: string
  /** Second line in small type; searched too. */
  note?: string
  /** Head under which it stands in the list; the heads come in the order of their first option. */
  group?: string
  /** Further words by which it is found; not drawn. */
  keywords?: string
  /** Options of one kin, e.g. the permits of a profession, are found together, in the order of the list. */
  kin?: string
  disabled?: boolean
}

const words = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** So many letters may stand inside a word; fewer must begin one. */
const innerFrom = 3

const ownWords = (option: SelectOption): string[] =>
  words(`${option.code ?? ''} ${option.label} ${option.note ?? ''} ${option.keywords ?? ''}`)

const beginsWord = (own: readonly string[], typed: string): boolean =>
  words(typed).every((word) => own.some((candidate) => candidate.startsWith(word)))

/** Every typed word is part of some word of the option, in any order. */
export function matchesTyped(option: SelectOption, typed: string): boolean {
  const own = ownWords(option)
  return words(typed).every((word) =>
    own.some(
      (candidate) => candidate.startsWith(word) || (word.length >= innerFrom && candidate.includes(word)),
    ),
  )
}

/**
 * What of a list is found, best first: the code that was typed, then what begins as typed; of the others the plainest
 * name (`dokter` is the doctor before the specialist), and of one kin what comes first in the list.
 */
export function rankOptions(options: readonly SelectOption[], typed: string): readonly SelectOption[] {
  if (typed.trim() === '') return options
  const isCode = ({ code }: SelectOption): number =>
    code?.toLowerCase() === typed.trim().toLowerCase() ? 0 : 1
  const begins = (option: SelectOption): number => (beginsWord(ownWords(option), typed) ? 0 : 1)
  const kinOf = ({ kin, value }: SelectOption): string => kin ?? value
  const shortest = new Map<string, number>()
  for (const option of options)
    shortest.set(
      kinOf(option),
      Math.min(shortest.get(kinOf(option)) ?? option.label.length, option.label.length),
    )
  const length = (option: SelectOption): number => shortest.get(kinOf(option)) ?? 0
  return options.toSorted((a, b) => isCode(a) - isCode(b) || begins(a) - begins(b) || length(a) - length(b))
}
