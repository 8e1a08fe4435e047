export interface Country {
  /** Two letters of ISO 3166. */
  readonly value: string
  readonly label: string
}

/** Codes of ISO 3166 in use; their Indonesian names come from the browser's own table. */
const codes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN ' +
  'CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR ' +
  'HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ' +
  'ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA ' +
  'RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG ' +
  'US UY UZ VA VC VE VN VU WS YE ZA ZM ZW'

let made: readonly Country[] | undefined

/** Every country by its Indonesian name, Indonesia first. */
export function countries(): readonly Country[] {
  made ??= list()
  return made
}

function list(): readonly Country[] {
  const names = new Intl.DisplayNames(['id'], { type: 'region' })
  const all = codes.split(' ').map((value) => ({ value, label: names.of(value) ?? value }))
  const rank = (one: Country): number => (one.value === 'ID' ? 0 : 1)
  return all.toSorted((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label, 'id'))
}

/** The country's name; the code where it is none. */
export const countryName = (code: string): string =>
  countries().find(({ value }) => value === code)?.label ?? code
