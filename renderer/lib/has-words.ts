/** Every typed word must stand somewhere in the text, in whatever letters. */
export function hasWords(text: string, typed: string): boolean {
  const all = text.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
