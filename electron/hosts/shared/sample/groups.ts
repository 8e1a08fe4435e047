/** Ids under a key, each once, in the order in which they came. */
export function createGroups() {
  const groups = new Map<string, Set<string>>()
  return {
    add: (key: string, id: string): void => {
      const group = groups.get(key)
      if (group) group.add(id)
      else groups.set(key, new Set([id]))
    },
    of: (key: string): readonly string[] => [...(groups.get(key) ?? [])],
  }
}
