/** Columns of a table of old permits, and the fields of the form for one of them. */
export const oldPermitColumns = [
  'number',
  'type',
  'issuedOn',
  'validUntil',
  'nik',
  'passport',
  'citizenship',
  'name',
  'birthPlace',
  'birthDate',
  'address',
  'phone',
  'companyName',
  'companyNib',
  'placeName',
  'placeAddress',
  'ordinal',
  'strNumber',
  'strValidUntil',
  'registrationNumber',
  'revokedOn',
  'revokedBy',
] as const
export type OldPermitColumn = (typeof oldPermitColumns)[number]

/** One permit as the old book has it: text as typed, nothing parsed; empty: nothing. */
export type OldPermitRow = Readonly<Record<OldPermitColumn, string>>

export const emptyOldPermitRow = Object.fromEntries(
  oldPermitColumns.map((column) => [column, '']),
) as unknown as OldPermitRow

interface ColumnWords {
  readonly label: string
  /** Other heads under which offices keep it. */
  readonly also: readonly string[]
  readonly needed: boolean
  /** Of invented people and permits, as the template shows it. */
  readonly examples: readonly [string, string]
}

/** How each column is called, and what stands in it. */
export const oldPermitWords: Readonly<Record<OldPermitColumn, ColumnWords>> = {
  number: {
    label: 'Nomor izin',
    also: ['no izin', 'nomor sip', 'no sip', 'nomor sk', 'no sk', 'nomor surat izin'],
    needed: true,
    examples: ['446/112/SIPD/2023', '446/087/SIPP/2022'],
  },
  type: {
    label: 'Jenis izin',
    also: ['jenis', 'kode izin', 'jenis sip', 'kode jenis izin', 'nama izin'],
    needed: true,
    examples: ['SIPD', 'SIPP'],
  },
  issuedOn: {
    label: 'Tanggal terbit',
    also: ['tgl terbit', 'tanggal izin', 'tanggal sk', 'tgl izin', 'tanggal penetapan', 'tgl sk'],
    needed: true,
    examples: ['14-03-2023', '02-11-2022'],
  },
  validUntil: {
    label: 'Berlaku sampai',
    also: [
      'berlaku s d',
      'masa berlaku',
      'tanggal berakhir',
      'tgl berakhir',
      'berlaku hingga',
      'habis berlaku',
    ],
    needed: true,
    examples: ['14-03-2028', 'Seumur hidup'],
  },
  nik: {
    label: 'NIK',
    also: ['no ktp', 'nomor ktp', 'nik pemegang', 'nik pemohon', 'no nik'],
    needed: false,
    examples: ['6171041504850003', '6171045608900002'],
  },
  passport: { label: 'Nomor paspor', also: ['paspor', 'no paspor'], needed: false, examples: ['', ''] },
  citizenship: {
    label: 'Kewarganegaraan',
    also: ['warga negara', 'wn'],
    needed: false,
    examples: ['', ''],
  },
  name: {
    label: 'Nama',
    also: [
      'nama lengkap',
      'nama pemegang',
      'nama pemohon',
      'nama pemegang izin',
      'nama dan gelar',
      'nama penanggung jawab',
    ],
    needed: true,
    examples: ['dr. Bagas Tirtamulya', 'Sekar Ayuningtyas, S.Kep., Ners'],
  },
  birthPlace: {
    label: 'Tempat lahir',
    also: ['tmp lahir'],
    needed: false,
    examples: ['Pontianak', 'Singkawang'],
  },
  birthDate: {
    label: 'Tanggal lahir',
    also: ['tgl lahir'],
    needed: false,
    examples: ['15-04-1985', '16-08-1990'],
  },
  address: {
    label: 'Alamat',
    also: ['alamat ktp', 'alamat rumah', 'alamat pemegang'],
    needed: false,
    examples: ['Jalan Melati Nomor 4', 'Jalan Kenanga Nomor 12'],
  },
  phone: {
    label: 'Nomor HP',
    also: ['no hp', 'hp', 'telepon', 'no telepon', 'nomor telepon', 'no wa', 'whatsapp'],
    needed: false,
    examples: ['081250001122', ''],
  },
  companyName: {
    label: 'Nama badan usaha',
    also: ['badan usaha', 'nama perusahaan', 'nama sarana'],
    needed: false,
    examples: ['', ''],
  },
  companyNib: { label: 'NIB', also: ['nomor induk berusaha'], needed: false, examples: ['', ''] },
  placeName: {
    label: 'Tempat praktik',
    also: [
      'nama tempat praktik',
      'tempat praktek',
      'nama tempat praktek',
      'fasilitas',
      'tempat kerja',
      'nama fasyankes',
    ],
    needed: true,
    examples: ['RSUD Kota Pontianak', 'Puskesmas Alianyang'],
  },
  placeAddress: {
    label: 'Alamat tempat praktik',
    also: ['alamat praktik', 'alamat praktek', 'alamat tempat praktek', 'alamat fasilitas', 'alamat sarana'],
    needed: false,
    examples: ['Jalan Kom Yos Sudarso', 'Jalan Pangeran Natakusuma'],
  },
  ordinal: {
    label: 'SIP ke',
    also: ['praktik ke', 'tempat ke', 'sip ke 1 2 3'],
    needed: false,
    examples: ['1', '1'],
  },
  strNumber: {
    label: 'Nomor STR',
    also: ['no str', 'str'],
    needed: false,
    examples: ['3121100220158123', 'QX00001234567890'],
  },
  strValidUntil: {
    label: 'STR berlaku sampai',
    also: ['masa berlaku str', 'str berlaku', 'tanggal berakhir str'],
    needed: false,
    examples: ['15-04-2028', 'Seumur hidup'],
  },
  registrationNumber: {
    label: 'Nomor pendaftaran',
    also: ['no pendaftaran', 'nomor registrasi', 'no registrasi', 'nomor agenda'],
    needed: false,
    examples: ['', ''],
  },
  revokedOn: {
    label: 'Dicabut tanggal',
    also: ['tanggal dicabut', 'tgl pencabutan', 'tanggal pencabutan'],
    needed: false,
    examples: ['', ''],
  },
  revokedBy: {
    label: 'Nomor SK pencabutan',
    also: ['sk pencabutan', 'no sk pencabutan'],
    needed: false,
    examples: ['', ''],
  },
}

/** The words of a head by which columns are found: no case, no marks. */
const headKey = (head: string): string =>
  head
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const columnOfHead: ReadonlyMap<string, OldPermitColumn> = new Map(
  oldPermitColumns.flatMap((column) =>
    [oldPermitWords[column].label, ...oldPermitWords[column].also].map(
      (head) => [headKey(head), column] as const,
    ),
  ),
)

/** Which place of a table holds which column; absent: none does. */
export type ColumnPlaces = Readonly<Partial<Record<OldPermitColumn, number>>>

/** A table with its heads found; `firstRow` is the number of the first line of data as a spreadsheet counts, from 1. */
export interface HeadedTable {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly firstRow: number
  readonly places: ColumnPlaces
}

export type TableRefusal =
  | { readonly code: 'table-empty' }
  /** No line names at least the number and the name. */
  | { readonly code: 'table-heads-unknown' }
  | { readonly code: 'table-too-long'; readonly rows: number; readonly most: number }
  | { readonly code: 'table-unreadable'; readonly fileName: string }
  | { readonly code: 'table-too-large'; readonly most: number }

/** More is no office's book: five thousand permits are ten years of a city. */
export const mostTableRows = 20_000

const placesOf = (heads: readonly string[]): ColumnPlaces => {
  const places: Partial<Record<OldPermitColumn, number>> = {}
  heads.forEach((head, place) => {
    const column = columnOfHead.get(headKey(head))
    if (column !== undefined && places[column] === undefined) places[column] = place
  })
  return places
}

/**
 * Finds the line of heads in a table: the first one that names the number of the permit and its holder. Lines above it
 * (a title, a date) are passed over, and so are empty lines below. undefined: there is none.
 */
export function findHeads(table: readonly (readonly string[])[]): HeadedTable | undefined {
  const at = table.findIndex((row) => {
    const places = placesOf(row)
    return places.number !== undefined && places.name !== undefined
  })
  const heads = table[at]
  if (heads === undefined) return undefined
  return { heads, rows: table.slice(at + 1), firstRow: at + 2, places: placesOf(heads) }
}

/** A line of data with its number in the table. */
export interface NumberedRow {
  readonly line: number
  readonly row: OldPermitRow
}

/** The lines of a table as permits, by the places of their columns; empty lines are left out. */
export const rowsByPlaces = (
  { rows, firstRow }: Pick<HeadedTable, 'rows' | 'firstRow'>,
  places: ColumnPlaces,
): readonly NumberedRow[] =>
  rows.flatMap((cells, index): NumberedRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const row = Object.fromEntries(
      oldPermitColumns.map((column) => {
        const place = places[column]
        return [column, place === undefined ? '' : (cells[place] ?? '').trim()]
      }),
    ) as unknown as OldPermitRow
    return [{ line: firstRow + index, row }]
  })
