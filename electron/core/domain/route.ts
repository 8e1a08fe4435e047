export const routeTargets = ['own-office', 'mpp-digital', 'oss'] as const
/** Where an application is filed: this office, the national MPP Digital, or OSS. */
export type RouteTarget = (typeof routeTargets)[number]

/**
 * The way of an application. For another target than this office the clerk is told, prints a referral slip with these
 * words, takes no number, and the contact is counted.
 */
export type Route =
  | { readonly to: 'own-office' }
  | {
      readonly to: Exclude<RouteTarget, 'own-office'>
      /** Name of the system as the applicant knows it. */
      readonly destination: string
      readonly address: string
      /** Why, in one sentence for the clerk and the slip. */
      readonly reason: string
      /** What the applicant does there, in order. */
      readonly steps: readonly string[]
      /** What to have at hand. */
      readonly bring: readonly string[]
    }

export const ownOffice: Route = { to: 'own-office' }
