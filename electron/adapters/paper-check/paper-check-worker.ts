import { createHash } from 'node:crypto'
import { comparePaper } from '#domain/documents/compare-paper.ts'
import type { PaperCheck } from '#ports/paper-check.ts'
import { readPaper } from './read-paper.ts'

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** One entry for a pool of workers: a file and what it is to show in, mismatches out. */
export const examinePaper: PaperCheck['examine'] = async ({ pdf, expected }) => {
  const reading = await readPaper(pdf, expected.codes?.length ?? 0)
  if (!reading) return [{ code: 'paper-unreadable' }]
  return comparePaper(expected, reading, sha256Of)
}

/** Examines in the calling thread: for tests and commands without a window. */
export const directPaperCheck: PaperCheck = { examine: examinePaper }
