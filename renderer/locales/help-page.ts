/** What F1 tells of a screen. */
export interface HelpPage {
  /** What the screen is for, in one or two sentences. */
  purpose: string
  /** The work in its order. */
  steps: readonly string[]
  /** What to do when something is not as usual. */
  cases: readonly { when: string; then: string }[]
}
