import type { Applicant } from './application.ts'
import type { IntakeForm } from './intake-form.ts'
import { nameKey } from './name-comparison.ts'
import { placeKey } from './place-limit.ts'

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()

/**
 * By what somebody without a NIK is known again: the number of a passport or KITAS, a NIB, an NPWP, or a business's name
 * and address. One of them is enough; a person with a NIK is known by that alone, but keeps the keys of the time before.
 */
export function applicantKeys(
  applicant: Pick<Applicant, 'kind' | 'name' | 'identity' | 'citizenship' | 'company' | 'addressKtp'>,
): readonly string[] {
  const { company, identity, citizenship } = applicant
  if (applicant.kind === 'company')
    return [
      ...(company?.nib ? [`nib ${company.nib}`] : []),
      ...(company?.npwp ? [`npwp ${company.npwp}`] : []),
      `company ${nameKey(applicant.name)} / ${placeKey(applicant.addressKtp ?? '')}`,
    ]
  const isNumbered = identity.kind === 'passport' || identity.kind === 'kitas'
  return isNumbered && identity.number !== null
    ? [`${identity.kind} ${citizenship} ${bare(identity.number)}`]
    : []
}

export type TypedKeys = Pick<
  IntakeForm,
  'citizenship' | 'identityKind' | 'identityNumber' | 'companyNib' | 'companyNpwp'
>

/** The keys of whoever a form speaks of; a business by its numbers only, since its name is typed letter by letter. */
export function typedKeys(typed: TypedKeys, holder: Applicant['kind']): readonly string[] {
  const { citizenship, identityKind } = typed
  if (holder === 'company') {
    const [nib, npwp] = [typed.companyNib, typed.companyNpwp].map((text) => text.replace(/\D/g, ''))
    return [...(nib ? [`nib ${nib}`] : []), ...(npwp ? [`npwp ${npwp}`] : [])]
  }
  const identity = { kind: identityKind, number: bare(typed.identityNumber) || null, validUntil: null }
  return applicantKeys({ kind: 'person', name: '', addressKtp: null, company: null, citizenship, identity })
}
