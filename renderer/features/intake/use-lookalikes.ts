import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { IntakeForm } from '#domain/intake-form.ts'
import type { LookalikeView } from '#contract/lookalike.ts'
import { useTRPC } from '../../lib/api-client.ts'

const none: readonly LookalikeView[] = []

/**
 * Dossiers of the register that may be the one being typed.
 *
 * @param applicationId  the application that is corrected; null: a new one
 */
export function useLookalikes(form: IntakeForm, applicationId: string | null): readonly LookalikeView[] {
  const trpc = useTRPC()
  const [settled] = useDebouncedValue(form, 300)
  const answer = useQuery({
    ...trpc.intake.lookalikes.queryOptions({
      nik: settled.nik,
      name: settled.name,
      birthDate: settled.birthDate,
      phone: settled.phone,
      citizenship: settled.citizenship,
      identityKind: settled.identityKind,
      identityNumber: settled.identityNumber,
      companyName: settled.companyName,
      companyNib: settled.companyNib,
      companyNpwp: settled.companyNpwp,
      permitTypeCode: settled.permitTypeCode,
      kind: settled.kind,
      strNumber: settled.strNumber,
      facilityKind: settled.facilityKind,
      facilityName: settled.facilityName,
      facilityAddress: settled.facilityAddress,
      applicationId,
    }),
    enabled: settled.permitTypeCode !== '',
    placeholderData: keepPreviousData,
    gcTime: 5000,
  })
  return settled.permitTypeCode === '' ? none : (answer.data ?? none)
}
