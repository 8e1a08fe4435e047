import { answersQuery, queryAlternatives, queryTokens, searchTokens } from './search-tokens.ts'

/** A kelurahan or desa. Both spellings are in use: the ministry's and the one on people's papers. */
export type Village = {
  /** Ministry's code, `61.71.04.1004`. */
  readonly code: string
  readonly name: string
  readonly usualName: string
  /** null: not known; the office's own list decides. */
  readonly postalCode: string | null
}

/** A kecamatan. */
export type District = { readonly code: string; readonly name: string; readonly villages: readonly Village[] }

/** A kota or kabupaten with all its places, read from `assets/regions`. */
export type Region = {
  readonly code: string
  readonly name: string
  readonly province: string
  readonly districts: readonly District[]
}

export type Place = { readonly village: Village; readonly district: District }

/** Every kelurahan with its kecamatan, in the order of the file. */
export const placesOf = (region: Region): Place[] =>
  region.districts.flatMap((district) => district.villages.map((village) => ({ village, district })))

/** Both spellings and the kecamatan, as text for the search index. */
export const placeSearchText = ({ village, district }: Place): string =>
  village.name === village.usualName
    ? `${village.name} ${district.name}`
    : `${village.name} ${village.usualName} ${district.name}`

/** Places found by part of either spelling, of the kecamatan or of the postal code; all of them for an empty text. */
export function findPlaces(region: Region, typed: string): Place[] {
  const readings = [queryTokens(typed), ...queryAlternatives(typed)].filter((tokens) => tokens.length > 0)
  if (readings.length === 0) return placesOf(region)
  return placesOf(region).filter((place) => {
    const tokens = searchTokens(`${placeSearchText(place)} ${place.village.postalCode ?? ''}`)
    return readings.some((reading) => answersQuery(tokens, reading))
  })
}

const joined = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')

/** The kelurahan of this name in either spelling, however spaced; a name that two kecamatan share needs the district. */
export function findVillage(region: Region, name: string, districtName?: string): Place | undefined {
  const found = placesOf(region).filter(
    ({ village, district }) =>
      (joined(village.name) === joined(name) || joined(village.usualName) === joined(name)) &&
      (districtName === undefined || joined(district.name) === joined(districtName)),
  )
  return found.length === 1 ? found[0] : undefined
}

/**
 * What stands before a village's name on paper. The ministry numbers kelurahan from 1001 and desa from 2001; of a place
 * that the list does not have (another city) nobody knows which it is.
 */
export function villageTitle(region: Region | null, name: string, district: string | null): string {
  const named = (region ? placesOf(region) : []).filter(({ village }) =>
    [village.name, village.usualName].some((one) => joined(one) === joined(name)),
  )
  const here = named.filter((one) => district === null || joined(one.district.name) === joined(district))
  const titles = new Set(here.map(({ village }) => (village.code.at(-4) === '1' ? 'Kelurahan' : 'Desa')))
  return titles.size === 1 ? [...titles].join('') : 'Kelurahan/Desa'
}

/** The kecamatan that the first six digits of a NIK name; undefined when it is of another city. */
export const districtOfNikRegion = (region: Region, regionCode: string): District | undefined =>
  region.districts.find(({ code }) => code.replaceAll('.', '') === regionCode)
