import { typedKeys, type TypedKeys } from '#domain/applicant-keys.ts'
import type { Applicant } from '#domain/application.ts'
import { parseNik } from '#domain/nik.ts'
import type { PermitType } from '#domain/permit-type.ts'
import type { Queries } from '#ports/queries.ts'

type Asked = TypedKeys & { readonly nik: string }

/**
 * Who a form speaks of, so far as its numbers tell. A person by NIK, else by passport or KITAS; a business by NIB or NPWP.
 * undefined: the register knows nobody by them.
 */
export async function findHolder(
  queries: Pick<Queries, 'findApplicantByNik' | 'findApplicantByKeys'>,
  asked: Asked,
  holder: PermitType['holder'],
): Promise<Applicant | undefined> {
  const nik = parseNik(asked.nik)
  if (holder === 'person' && nik.ok) return queries.findApplicantByNik(nik.value)
  return queries.findApplicantByKeys(typedKeys(asked, holder))
}
