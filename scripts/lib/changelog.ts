import { z } from 'zod'

const tags = ['added', 'fixed', 'improved', 'removed'] as const

/** What a clerk notices, in the clerk's words: one sentence that says what the program does now. */
const Change = z.strictObject({
  tag: z.enum(tags),
  text: z
    .string()
    .max(120)
    .regex(/^[A-Z]/, 'begins with a capital letter')
    .regex(/[^.]\.$/, 'ends with one full stop')
    .refine((text) => !/\b(API|bug|commit|database|refactor\w*|schema|SQL|server|TypeScript)\b/i.test(text), {
      message: 'says what a clerk notices, not how it is made',
    }),
})

/** assets/changelog.json, newest version first. */
export const Changelog = z.strictObject({
  versions: z
    .array(
      z.strictObject({
        version: z.string().regex(/^\d+\.\d+\.\d+$/),
        changes: z.array(Change).min(1),
      }),
    )
    .min(1),
})
export type Changelog = z.infer<typeof Changelog>

const numbersOf = (version: string): number[] => version.split('.').map(Number)

const isNewer = (one: string, other: string): boolean => {
  const [a, b] = [numbersOf(one), numbersOf(other)]
  const at = a.findIndex((number, index) => number !== b[index])
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}

/**
 * Everything that is wrong with a changelog, each with its place; empty when it can be shown.
 * @param version  of the program that the newest entry must describe
 */
export const changelogProblems = (json: unknown, version: string): string[] => {
  const parsed = Changelog.safeParse(json)
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`)
  const { versions } = parsed.data
  const newest = versions[0]?.version
  const texts = versions.flatMap(({ changes }) => changes.map(({ text }) => text))
  return [
    ...(newest === version ? [] : [`versions.0: describes ${newest}, the program is ${version}`]),
    ...versions.flatMap((one, index) => {
      const older = versions[index + 1]
      return older && !isNewer(one.version, older.version)
        ? [`versions.${index + 1}: ${older.version} stands below ${one.version}, newest comes first`]
        : []
    }),
    ...texts.filter((text, index) => texts.indexOf(text) !== index).map((text) => `twice: ${text}`),
  ]
}
