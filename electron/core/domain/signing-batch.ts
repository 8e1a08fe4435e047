/** Letters that are signed with one passphrase: as many as somebody can have looked at. */
export const mostLettersInBatch = 100

/** So long the passphrase of a batch is held at most, in milliseconds. */
export const longestBatchMs = 15 * 60_000

/** How it stands with one letter of a batch; `left`: the batch ended before its turn, it is as it was. */
export const batchLetterStates = ['waiting', 'signing', 'signed', 'refused', 'fault', 'left'] as const
export type BatchLetterState = (typeof batchLetterStates)[number]

/**
 * Why a batch holds no passphrase any more. `done`: every letter had its turn; `refused`: an answer that all the others would
 * get too; `stopped`: by the signer; `signed-out`; `too-long`: the time was over; `fault`: of the batch itself.
 */
export const batchEnds = ['done', 'refused', 'stopped', 'signed-out', 'too-long', 'fault'] as const
export type BatchEnd = (typeof batchEnds)[number]

/** Another paper would be signed than the one that was read: it is read again first. */
const readAgain: ReadonlySet<string> = new Set([
  'paper-changed',
  'paper-not-seen',
  'paper-signer-changed',
  'paper-made-anew',
])

/** Whether a letter that was refused so is opened once more before it can be signed. */
export const mustReadAgain = (refusal: { readonly code: string }): boolean => readAgain.has(refusal.code)

/** What stands for one letter only, and leaves the others their turn. */
const ofOneLetter: ReadonlySet<string> = new Set([
  ...readAgain,
  'application-unknown',
  'application-closed',
  'stage-left',
  'stage-does-not-sign',
  'already-signed',
  'sign-needs-number',
  'paper-unsound',
  'signature-broken',
  'signing-refused',
])

/**
 * Whether a refusal ends the whole batch. A wrong passphrase, an account that is not accepted, a certificate that does not fit
 * or a service that is not there would meet every letter, and a wrong passphrase sent once more may block the key: whatever is
 * not known to be one letter's own ends it.
 */
export const endsBatch = (refusal: { readonly code: string }): boolean => !ofOneLetter.has(refusal.code)

/** Why a batch does not begin. */
export type SigningBatchRefusal =
  /** This signer's batch before it has not ended. */
  | { readonly code: 'batch-running' }
  /** These papers were not opened by the signer as they are now. */
  | { readonly code: 'letters-not-opened'; readonly names: readonly string[] }
