import { useSearchParams } from 'wouter'

/**
 * Words that stand in the address beside the days, so that the way back, a link and a reload show the same.
 *
 * @returns what each name says (null: nothing), and how to change some of them at once
 */
export function useAddressWords<Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams()
  const words = Object.fromEntries(names.map((name) => [name, search.get(name)])) as Readonly<
    Record<Name, string | null>
  >
  const set = (changes: Readonly<Partial<Record<Name, string | null>>>) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries<string | null | undefined>(changes))
          if (value === null || value === undefined) after.delete(name)
          else after.set(name, value)
        return after
      },
      { replace: true },
    )
  return [words, set] as const
}
