import type { ExpectedPaper, PaperMismatch } from '#domain/documents/paper-check.ts'

/**
 * Reads a finished PDF back, as somebody else would: its text, its codes from a picture of the page, faces, paper, margins,
 * structure; and compares all of it with what it is to show.
 */
export interface PaperCheck {
  /**
   * How the file differs from what it is to show; empty: it is sound. A file that cannot be opened is a mismatch too.
   * Repeatable and pure: the same file and expectation give the same answer.
   */
  examine(task: {
    readonly pdf: Uint8Array
    readonly expected: ExpectedPaper
  }): Promise<readonly PaperMismatch[]>
}
