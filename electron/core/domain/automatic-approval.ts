/**
 * When a request counts as granted because nobody answered (UU 30/2014 art. 53, domain 6.3; the national MPP Digital does it
 * on day 5, domain 0.3 row 3). Data of the office's profile: it holds where no rule sets another limit.
 */
export interface AutomaticApproval {
  readonly workingDays: number
  /** The rule, as it is named beside the warning. */
  readonly basis: string
}
