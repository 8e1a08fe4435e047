/** Windows of this station: whoever sits at one waits for an answer, and nothing else of the station is in such a hurry. */
export interface Windows {
  /** Whether one waits for an answer now. */
  areAsking(): boolean
  /** For how many milliseconds none has waited. */
  quietMs(): number
  /** Hears from now on whenever the last one that waited has its answer. */
  onQuiet(hear: () => void): void
}
