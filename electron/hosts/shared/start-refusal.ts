/** Why a start was refused; each has its own exit code, so that scripts can tell them apart. */
export const exitCodes = {
  'bad-option': 2,
  'port-taken': 3,
  'data-folder-unusable': 4,
  'already-running': 5,
  'database-unusable': 6,
  'profile-invalid': 7,
  'no-browser': 8,
  'no-electron': 9,
  'page-not-built': 10,
} as const

export type StartRefusalCode = keyof typeof exitCodes

/**
 * A start that cannot go on, with a sentence for the person in front of it (what happened, what to do).
 * Thrown rather than returned because it ends the process from any depth of the start.
 */
export class StartRefusal extends Error {
  readonly code: StartRefusalCode
  constructor(code: StartRefusalCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'StartRefusal'
    this.code = code
  }
}
