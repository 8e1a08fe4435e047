import { factsOfForm } from '#domain/intake.ts'
import { requirementsFor } from '#domain/permit-type.ts'
import { numericDate } from '#domain/indonesian.ts'
import { officeDate, type OfficeDate } from '#domain/office-date.ts'
import { jpegBytes, pdfBytes } from '#domain/testing/files.ts'
import { aFilledForm } from '#domain/testing/intake-forms.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { offerOf } from '#services/offers.ts'
import { words } from './city.ts'
import type { World } from './world.ts'

/** So few that the same ones come to the counter and to the portal. */
const people = ['Kinanti Sebangki', 'Sari Wulandari', 'Dewi Kapuas', 'Ratna Mempawah'].map((name, i) => ({
  nik: `61710145069071${String(10 + i)}`,
  name,
}))

export const personOf = (pick: number): { readonly nik: string; readonly name: string } =>
  people[pick % people.length] ?? { nik: '6171014506907110', name: 'Kinanti Sebangki' }

const places = ['RSUD Kota Pontianak', 'Klinik Kapuas Medika', 'Puskesmas Alianyang', 'Klinik Ampera']
export const placeOf = (pick: number): string => places[pick % places.length] ?? 'RSUD Kota Pontianak'

export const hoursOf = (value: number) => [
  {
    days: [(['mon', 'tue', 'wed', 'thu', 'fri'] as const)[value % 5] ?? 'mon'],
    from: '08:00',
    until: '10:00',
  },
]

const today: OfficeDate = officeDate('2026-11-23')

/** What a walk-in brings for a SIPD at a facility. */
const askedOf = (form: Partial<IntakeForm>) => {
  const offer = offerOf(words.office, 'SIPD', today)
  if (!offer) throw new Error('the office does not offer SIPD')
  return requirementsFor(offer.regime, factsOfForm(aFilledForm(form), offer.lawOf.fields))
}

const asked = askedOf({ strLifetime: true })

export const requirementCodes: readonly string[] = asked.map((one) => one.code)

export const isPhoto = (code: string): boolean => code === 'ID_PHOTO'

/** A scan whose bytes nobody else’s has; `large`: larger than the portal takes. */
export const scanOf = (words: string, large = false): Uint8Array =>
  pdfBytes(`<< /Size 1 >> %${words}${large ? '.'.repeat(5_000) : ''}`)

export const pictureOf = (value: number): Uint8Array => jpegBytes(472, 709 + (value % 7))

/** The form of a walk-in with everything that it is asked for. */
export async function walkInForm(world: World, pick: number, value: number): Promise<IntakeForm> {
  const { nik, name } = personOf(pick)
  return withPapers(world, value, {
    nik,
    name,
    nameOnPermit: `dr. ${name}`,
    birthDate: '05-06-1990',
    facilityName: placeOf(value),
    strLifetime: true,
  })
}

/** A form with whatever its kind of application is asked for. */
export async function withPapers(
  world: World,
  value: number,
  form: Partial<IntakeForm>,
): Promise<IntakeForm> {
  const wanted = askedOf(form)
  const documents = []
  for (const { code, photo } of wanted) {
    const bytes = photo
      ? pictureOf(value)
      : scanOf(`${code} ${value % 3}`, value % 11 === 0 && code === 'STR')
    documents.push({
      requirementCode: code,
      sha256: await world.cabinet.put(bytes),
      fileName: photo ? 'foto.jpg' : 'pindai.pdf',
      mediaType: photo ? 'image/jpeg' : 'application/pdf',
      sizeBytes: bytes.length,
    })
  }
  return aFilledForm({
    ...form,
    documents,
    papers: wanted
      .filter((one) => one.maxAgeDays !== null || one.asks.length > 0)
      .map((one) => ({
        requirementCode: one.code,
        number: one.asks.includes('number') ? '440/7' : '',
        date: numericDate(officeDate('2026-11-18')),
        issuer: one.asks.includes('issuer') ? 'Penerbit' : '',
        validUntil: '',
        form: '' as const,
        count: '',
      })),
  })
}
