import type { RequirementForm } from '#domain/permit-type.ts'

/** In which form a paper is asked for or was brought. */
export const paperFormNames: Readonly<Record<RequirementForm, string>> = {
  original: 'Asli',
  legalised: 'Legalisir',
  copy: 'Salinan',
  digital: 'Berkas',
}
