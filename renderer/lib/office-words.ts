import type { OfficeWords } from '#domain/wording/dossier-refusals.ts'
import { useOffice } from './session.ts'

/** Names of this office that sentences of refusals need. Requirements are named by whoever knows the dossier. */
export function useOfficeWords(requirement: (code: string) => string = (code) => code): OfficeWords {
  const { roles, stages, timeZone } = useOffice()
  const labelIn = (list: readonly { code: string; label: string }[]) => (code: string) =>
    list.find((one) => one.code === code)?.label ?? code
  return { requirement, role: labelIn(roles), stage: labelIn(stages), zone: timeZone }
}
