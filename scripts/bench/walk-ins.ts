import { emptyIntakeForm, type IntakeDocument, type IntakeForm } from '#domain/intake-form.ts'
import { createSampleFiles } from '#hosts/shared/sample/files.ts'
import { createRandom } from '#hosts/shared/sample/random.ts'
import type { FileCabinet } from '#ports/files.ts'

/** One walk-in of many, each with a NIK of their own. */
export const walkInForm = (n: number, documents: readonly IntakeDocument[]): IntakeForm => ({
  ...emptyIntakeForm,
  nik: `617104${String(41 + (n % 28)).padStart(2, '0')}0894${String(1 + (n % 9998)).padStart(4, '0')}`,
  name: 'Kinanti Sebangki',
  birthPlace: 'Pontianak',
  addressKtp: 'Jalan Khatulistiwa 5',
  phone: '081255000173',
  permitTypeCode: 'SIPD',
  strNumber: '6122100126004173',
  facilityName: 'RSUD Kota Pontianak',
  facilityAddress: 'Jalan Kom Yos Sudarso',
  schedule: [{ days: ['mon', 'tue', 'wed'], from: '17.00', until: '20.00' }],
  documents,
})

/** Files as a walk-in brings them: the service looks for each in the cabinet. */
export async function bringFiles(cabinet: FileCabinet): Promise<readonly IntakeDocument[]> {
  const samples = await createSampleFiles(cabinet)
  const photo = { requirementCode: 'ID_PHOTO', ...samples.photo(createRandom(1)) }
  const codes = ['STR', 'FIRST_SIP_STATEMENT', 'PLACE_LETTER', 'KTP']
  const pages = codes.map(async (code) => ({
    requirementCode: code,
    ...(await samples.page(code, code)),
  }))
  return [...(await Promise.all(pages)), photo]
}
