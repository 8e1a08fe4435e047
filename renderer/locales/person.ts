import type { IdentityKind } from '#domain/application.ts'
import type { RequirementForm } from '#domain/permit-type.ts'

/** The documents that say who somebody is. */
export const identityKindNames: Readonly<Record<IdentityKind, string>> = {
  ktp: 'KTP',
  ikd: 'KTP digital (IKD)',
  suket: 'Surat keterangan',
  kipem: 'KIPEM',
  kitas: 'KITAS',
  passport: 'Paspor',
  none: 'Tanpa identitas',
}

/** In which form a paper is asked for or was brought. */
export const paperFormNames: Readonly<Record<RequirementForm, string>> = {
  original: 'Asli',
  legalised: 'Legalisir',
  copy: 'Salinan',
  digital: 'Berkas',
}
