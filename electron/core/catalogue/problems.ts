import type { z } from 'zod'

/** What is wrong with a data file: which file, which field, and what was expected there. */
export interface DataFileProblem {
  readonly file: string
  /** Path inside the file, `stages[3].actions[0].to`; empty for the whole file. */
  readonly field: string
  /** What was expected, in Indonesian. */
  readonly expected: string
}

/** The path of a field as people write it. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  )
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'teks',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar [...]',
  object: 'kelompok {...}',
}

function expectedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `seharusnya ${typeNames[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `seharusnya salah satu dari: ${issue.values.map(String).join(', ')}`
    case 'unrecognized_keys':
      return `nama tidak dikenal: ${issue.keys.join(', ')}`
    case 'too_small':
      return `paling sedikit ${String(issue.minimum)}`
    case 'too_big':
      return `paling banyak ${String(issue.maximum)}`
    default:
      return `seharusnya ${issue.message}`
  }
}

/** Turns what zod found into problems that a person can mend. */
export function problemsOf(file: string, error: z.ZodError): DataFileProblem[] {
  return error.issues.map((issue) => ({ file, field: fieldPath(issue.path), expected: expectedOf(issue) }))
}

/** The sentence that mends a problem: where to go and what to write there. */
export function mendingSentence({ file, field, expected }: DataFileProblem): string {
  const where = field === '' ? file : `${field} di ${file}`
  return `Ubah ${where}: ${expected.replace(/^seharusnya /, '')}.`
}
