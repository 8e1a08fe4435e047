import type { FormGroup, FormRow } from '../documents/application-forms-sheet.ts'
import type { WrittenBlank } from '../documents/statement-text.ts'
import type { KindRule } from '../kind-rule.ts'
import type { OwnField } from '../own-field.ts'
import { kindTellsOrdinal, type ApplicationKind, type PermitType } from '../permit-type.ts'

const line = (label: string, lines = 1, blank?: WrittenBlank): FormRow => ({
  label,
  choices: [],
  lines,
  unit: null,
  ...(blank && { blank }),
})
const ticks = (label: string, ...choices: readonly string[]): FormRow => ({
  label,
  choices,
  lines: 1,
  unit: null,
})

const person: readonly FormRow[] = [
  line('NIK atau nomor paspor'),
  line('Nama lengkap dan gelar', 1, 'name'),
  line('Tempat, tanggal lahir', 1, 'birth'),
  ticks('Jenis kelamin', 'Laki-laki', 'Perempuan'),
  line('Alamat menurut KTP', 2, 'address'),
  line('Alamat domisili, bila berbeda'),
  line('Nomor HP (WhatsApp)', 1, 'phone'),
  line('E-mail'),
]

const company: readonly FormRow[] = [
  line('Nama usaha', 1, 'name'),
  line('NIB'),
  line('NPWP'),
  line('Alamat usaha', 2, 'address'),
  line('Nama penanggung jawab'),
  line('NIK penanggung jawab'),
  line('Nomor HP (WhatsApp)', 1, 'phone'),
  line('E-mail'),
]

const place = (kind: ApplicationKind): readonly FormRow[] => [
  ticks('Tempat', 'Fasilitas kesehatan', 'Praktik mandiri'),
  line('Nama tempat', 1, 'place'),
  line('Alamat tempat', 2, 'placeAddress'),
  line('Hari dan jam'),
  ...(kindTellsOrdinal(kind) ? [ticks('Izin yang diminta', 'ke-1', 'ke-2', 'ke-3')] : []),
]

const question = ({ label, kind, choices, unit }: OwnField): FormRow =>
  kind === 'choice'
    ? ticks(label, ...choices.map((one) => one.label))
    : kind === 'yes-no'
      ? ticks(label, 'Ya', 'Tidak')
      : { ...line(label), unit }

const group = (title: string, rows: readonly FormRow[]): FormGroup[] =>
  rows.length === 0 ? [] : [{ title, rows }]

/** What the applicant is asked, group by group: as the counter asks it, with the type's own questions. */
export function formGroups(
  type: Pick<PermitType, 'holder' | 'fields'>,
  kind: ApplicationKind,
  rule: Pick<KindRule, 'needsEarlierPermit'>,
  needsStr: boolean,
): readonly FormGroup[] {
  const staysAtItsPlace = kind === 'revocation' || kind === 'replacement'
  const isPerson = type.holder === 'person'
  const fields = type.fields.filter(({ when }) => when.kind === undefined || when.kind.includes(kind))
  return [
    ...group('Pemohon', isPerson ? person : company),
    ...group('Penerima kuasa, bila dikuasakan', [line('Nama'), line('NIK'), line('Nomor HP')]),
    ...group(
      'Izin terdahulu',
      rule.needsEarlierPermit
        ? [line('Nomor izin'), line('Tanggal terbit'), line('Alasan permohonan', 2)]
        : [],
    ),
    ...group(
      'STR',
      needsStr && !staysAtItsPlace ? [line('Nomor STR', 1, 'str'), line('Berlaku sampai')] : [],
    ),
    ...group('Tempat praktik atau kerja', isPerson && !staysAtItsPlace ? place(kind) : []),
    ...group('Keterangan lain', staysAtItsPlace ? [] : fields.map(question)),
  ]
}
