import type { StageLimit } from './stage-table.ts'

/** Who looks at requests for an account of the portal, and how soon. */
export interface AccountRule {
  /** Role code of the profile. */
  readonly role: string
  /** null: the office publishes none. */
  readonly limit: StageLimit | null
}

/** The office's own rule, or that whoever takes in walk-ins looks at requests, whenever they can. */
export const accountRuleOf = ({
  accountRequests,
  roles,
}: {
  readonly accountRequests: AccountRule | null
  readonly roles: readonly { readonly code: string; readonly permissions: readonly string[] }[]
}): AccountRule =>
  accountRequests ?? {
    role: roles.find((one) => one.permissions.includes('intake'))?.code ?? '',
    limit: null,
  }
