import { createHash } from 'node:crypto'
import type { SigningThreads } from '#adapters/signing/signing-tools.ts'
import {
  expectedOfMarkedPrint,
  expectedOfStoredFile,
  expectedPaper,
  expectedTestSheet,
} from '#domain/documents/expected-paper.ts'
import { keyFacts } from '#domain/documents/key-facts.ts'
import type { ExpectedPaper, PaperMismatch, PaperUnsound } from '#domain/documents/paper-check.ts'
import type { PrintContent, SignedFile } from '#domain/documents/print-content.ts'
import type { PrintDocument } from '#domain/documents/sheet.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { PaperCheck } from '#ports/paper-check.ts'

/** Papers that bind the office; what the counter gives out by the minute is not read back. */
const official: ReadonlySet<PrintContent['kind']> = new Set([
  'permit',
  'refusal-letter',
  'revocation-decree',
  'recommendation-request',
  'assignment-letter',
  'expiry-letter',
  'legalisation',
])

export const isOfficial = ({ kind }: PrintContent): boolean => official.has(kind)

/** Reads official papers back before they are signed, printed or shown. */
export interface SoundPapers {
  made(
    pdf: Uint8Array,
    content: PrintContent,
    document: PrintDocument,
  ): Promise<Result<Uint8Array, PaperUnsound>>
  /** A sample, of whatever kind: every page says so, and it is read back like any official paper. */
  sample(pdf: Uint8Array, document: PrintDocument): Promise<Result<Uint8Array, PaperUnsound>>
  /** A sheet by which printers are measured. */
  testSheet(pdf: Uint8Array, document: PrintDocument): Promise<Result<Uint8Array, PaperUnsound>>
  /** Bytes whose hash has been looked at already. */
  stored(pdf: Uint8Array, file: SignedFile): Promise<Result<Uint8Array, PaperUnsound>>
  /** A print of a stored file that was found sound, with the bands that it bears. */
  marked(print: Uint8Array, file: SignedFile): Promise<Result<Uint8Array, PaperUnsound>>
}

function expectedOf({ paper, facts = [], checkAddress }: SignedFile): ExpectedPaper {
  const codes = checkAddress === undefined ? null : checkAddress === null ? [] : [checkAddress]
  return expectedOfStoredFile(paper, facts, codes)
}

/** As many papers as a day's batch holds. */
const mostKept = 1000

const sha256Of = (...parts: readonly (Uint8Array | string)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

export const unsound = (...mismatches: PaperUnsound['mismatches']): Result<never, PaperUnsound> =>
  refuse({ code: 'paper-unsound', mismatches })

const judged = (pdf: Uint8Array, mismatches: readonly PaperMismatch[]): Result<Uint8Array, PaperUnsound> => {
  const [first, ...more] = mismatches
  return first ? unsound(first, ...more) : ok(pdf)
}

/**
 * The check of a station. What was found of unchanged bytes and an unchanged record is kept, so that a preview, the signature
 * and the print of one paper cost one reading.
 */
export function createSoundPapers(check: PaperCheck & Pick<SigningThreads, 'verifyPdf'>): SoundPapers {
  const known = new Map<string, Promise<readonly PaperMismatch[]>>()

  const keep = (
    key: string,
    look: () => Promise<readonly PaperMismatch[]>,
  ): Promise<readonly PaperMismatch[]> => {
    const kept = known.get(key)
    if (kept) return kept
    const looked = look()
    known.set(key, looked)
    looked.catch(() => known.delete(key))
    const [oldest] = known.keys()
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest)
    return looked
  }

  const storedMismatches = async (
    pdf: Uint8Array,
    expected: ExpectedPaper,
  ): Promise<readonly PaperMismatch[]> => {
    const signature = await check.verifyPdf({ signed: pdf, original: null })
    return signature.ok ? check.examine({ pdf, expected }) : [{ code: 'paper-signature-broken' }]
  }

  return {
    made: async (pdf, content, document) => {
      // Pictures are named by their hashes in the content.
      const key = sha256Of(pdf, JSON.stringify(content))
      const expected = expectedPaper(document, keyFacts(content))
      return judged(pdf, await keep(key, () => check.examine({ pdf, expected })))
    },
    sample: async (pdf, document) =>
      judged(pdf, await check.examine({ pdf, expected: expectedPaper(document, []) })),
    testSheet: async (pdf, document) =>
      judged(pdf, await check.examine({ pdf, expected: expectedTestSheet(document) })),
    marked: async (pdf, file) => {
      const expected = expectedOfMarkedPrint(expectedOf(file), file.marks ?? [])
      const key = sha256Of(pdf, JSON.stringify(expected))
      return judged(pdf, await keep(key, () => check.examine({ pdf, expected })))
    },
    stored: async (pdf, file) => {
      const expected = expectedOf(file)
      const key = sha256Of(pdf, JSON.stringify(expected))
      return judged(pdf, await keep(key, () => storedMismatches(pdf, expected)))
    },
  }
}
