import type { ApplicationState } from './application-state.ts'
import type { Facility, OtherPermit } from './application.ts'
import { isUnderWay, permitStatusOn } from './earlier-permit.ts'
import type { OfficeDate } from './office-date.ts'
import { nameWithoutTitles } from './person-name.ts'

/** A place that counts against the limit of a profession. */
export interface CountedPlace {
  readonly key: string
  readonly name: string
  /** null: in this office's own region. */
  readonly city: string | null
  /** Number of the permit, or of the application that is still under way. */
  readonly number: string | null
  readonly source: 'permit' | 'application' | 'declared'
}

/** Written in full on one paper and short on the next. */
const inFull: Readonly<Record<string, string>> = {
  rsud: 'rumah sakit umum daerah',
  rsu: 'rumah sakit umum',
  rsia: 'rumah sakit ibu anak',
  rsab: 'rumah sakit anak bunda',
  rs: 'rumah sakit',
  pkm: 'puskesmas',
  apotik: 'apotek',
  klinik: 'klinik',
  lab: 'laboratorium',
  kab: 'kabupaten',
  jl: 'jalan',
  jln: 'jalan',
  no: 'nomor',
  dr: 'dokter',
}

/**
 * The words by which places are compared: no case, no marks, common abbreviations written in full. `RSUD Kota Pontianak` and
 * `R.S.U.D. KOTA PONTIANAK` are one; so are *Ibu dan Anak* and *Ibu & Anak*.
 */
export function placeKey(name: string): string {
  const bare = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // "R.S.U.D." and "RS." are abbreviations with their points.
    .replace(/\b((?:\p{L}\.){2,})/gu, (letters) => `${letters.replaceAll('.', '')} `)
    .replace(/pusat kesehatan masyarakat/g, 'puskesmas')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return bare
    .split(' ')
    .filter((word) => word !== 'dan' && word !== '')
    .map((word) => inFull[word] ?? word)
    .join(' ')
}

/**
 * Key of a place where somebody practises. An independent practice is known by its address, for its name is often only
 * that of the holder.
 */
export function keyOfFacility(facility: Pick<Facility, 'kind' | 'name' | 'address'>): string {
  if (facility.kind !== 'independent') return placeKey(facility.name)
  return `${placeKey(nameWithoutTitles(facility.name))} / ${placeKey(facility.address)}`
}

// Whoever tells of a city may leave out what kind of region it is.
const cityKey = (city: string): string => placeKey(city).replace(/^(?:kota|kabupaten) /, '')

/** What is known of a holder when places are counted. */
export interface PlacesAsked {
  /** All of the holder's applications in this office. */
  readonly applications: readonly ApplicationState[]
  /** Codes of the types of one profession: the limit is the profession's, not the product's. */
  readonly typeCodes: readonly string[]
  /** Permits of other offices, as told now. */
  readonly declared: readonly OtherPermit[]
  readonly day: OfficeDate
  /** This office's own region: places of one name in two cities are two places (a chain of pharmacies). */
  readonly city: string
  /** A permit that the new application takes the place of; it does not count beside it. null: none. */
  readonly exceptPermitId: string | null
  /** An application that is not counted, because it is the one that asks. null: none. */
  readonly exceptApplicationId?: string | null | undefined
}

/**
 * The places that a person holds or has asked for: active permits, applications under way, and permits told of elsewhere.
 * Each place counts once, however it is spelt and whoever tells of it; a permit that is being renewed or changed is the
 * same place as its application. What has expired, was revoked, refused or withdrawn is no place.
 */
export function countedPlaces(asked: PlacesAsked): readonly CountedPlace[] {
  const { applications, typeCodes, declared, day, exceptPermitId } = asked
  const here = cityKey(asked.city)
  const own = applications.flatMap((state): CountedPlace[] => {
    const { data, product } = state
    if (!typeCodes.includes(data.permitTypeCode) || data.kind === 'revocation' || !data.facility) return []
    if (state.id === asked.exceptApplicationId) return []
    const underWay = isUnderWay(state)
    if (!underWay && (permitStatusOn(state, day) !== 'active' || product?.id === exceptPermitId)) return []
    // The application that renews or changes this permit stands for it.
    const isTaken =
      product !== null &&
      applications.some(
        (one) => isUnderWay(one) && one.data.kind !== 'revocation' && one.data.targetPermitId === product.id,
      )
    if (!underWay && isTaken) return []
    return [
      {
        key: keyOfFacility(data.facility),
        name: data.facility.name,
        city: null,
        number: underWay ? state.registrationNumber.text : (product?.number?.text ?? null),
        source: underWay ? 'application' : 'permit',
      },
    ]
  })
  const told = [...declared, ...earlierTold(applications, typeCodes)]
    .filter((one) => one.validUntil === null || one.validUntil >= day)
    .map((one): CountedPlace => ({
      key: cityKey(one.city) === here ? placeKey(one.place) : `${placeKey(one.place)} @ ${cityKey(one.city)}`,
      name: one.place,
      city: one.city,
      number: one.number || null,
      source: 'declared',
    }))
  return onePerPlace([...own, ...told])
}

// What was told with an application that is still under way or in force holds until its day, told again or not.
function earlierTold(
  applications: readonly ApplicationState[],
  typeCodes: readonly string[],
): readonly OtherPermit[] {
  return applications
    .filter(
      (one) =>
        typeCodes.includes(one.data.permitTypeCode) && one.refusedAt === null && one.withdrawnAt === null,
    )
    .flatMap((one) => one.data.otherPermits)
    .filter((one) => one.validUntil !== null)
}

const onePerPlace = (places: readonly CountedPlace[]): readonly CountedPlace[] =>
  [...new Map(places.toReversed().map((one) => [one.key, one])).values()].toReversed()

export type PlaceRefusal =
  | {
      readonly code: 'place-limit-reached'
      readonly limit: number
      readonly held: number
      readonly places: readonly string[]
    }
  /** One permit is one place: a further permit for the same place is not given. */
  | { readonly code: 'place-held-already'; readonly place: string; readonly number: string | null }

/**
 * Whether one more place may be asked for.
 *
 * @param limit  of the law of the filing day; null: none
 * @returns null: it may
 */
export function refusePlace(
  places: readonly CountedPlace[],
  key: string,
  limit: number | null,
): PlaceRefusal | null {
  const same = places.find((one) => one.key === key)
  if (same) return { code: 'place-held-already', place: same.name, number: same.number }
  return limit !== null && places.length >= limit
    ? {
        code: 'place-limit-reached',
        limit,
        held: places.length,
        places: places.map((one) => (one.city === null ? one.name : `${one.name} (${one.city})`)),
      }
    : null
}
