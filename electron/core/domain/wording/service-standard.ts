import { extensionOf } from '../file-kind.ts'
import { countInWords, fileSize, thousands } from '../indonesian-numbers.ts'
import { joinWords } from '../indonesian.ts'
import type { KindRule } from '../kind-rule.ts'
import type { OwnField } from '../own-field.ts'
import type { ValidityRule } from '../permit-type.ts'
import type { OfficeProfile } from '../profile.ts'
import type { FacilityKind, RequirementCondition, Starter } from '../requirement.ts'
import type { UploadRule } from '../upload-rule.ts'
import type { ConsultationChannel } from '../service-standard.ts'

const facilities: Readonly<Record<FacilityKind, string>> = {
  facility: 'di fasilitas kesehatan',
  independent: 'mandiri',
  distribution: 'di sarana produksi atau distribusi',
  business: 'di tempat usaha',
}

const starters: Readonly<Record<Starter, string>> = {
  holder: 'pemegang izin',
  facility: 'fasilitas',
  office: 'kantor ini',
}

const either = (words: readonly string[]): string => joinWords(words).replace(/ dan (?=[^,]*$)/, ' atau ')
const orNot = (value: boolean, yes: string, no: string): string => (value ? yes : no)

/**
 * When a requirement is asked for, in words: *bila dikuasakan*. Its kind is left out: whoever reads has chosen one.
 *
 * @param fields  the type's own questions, whose answers may decide
 * @returns null: always
 */
export function conditionWords(when: RequirementCondition, fields: readonly OwnField[]): string | null {
  const parts = [
    when.practiceOrdinal && `untuk SIP ${either(when.practiceOrdinal.map((one) => `ke-${one}`))}`,
    when.facilityKind && `bila praktik ${either(when.facilityKind.map((one) => facilities[one]))}`,
    when.strLifetime !== undefined && orNot(when.strLifetime, 'bila STR seumur hidup', 'bila STR berjangka'),
    when.practisedMoreThanFiveYearsAgo !== undefined &&
      orNot(
        when.practisedMoreThanFiveYearsAgo,
        'bila lebih dari 5 tahun tidak praktik',
        'bila praktik dalam 5 tahun terakhir',
      ),
    when.foreigner !== undefined &&
      orNot(when.foreigner, 'bila warga negara asing', 'bila warga negara Indonesia'),
    when.filedByRepresentative !== undefined &&
      orNot(when.filedByRepresentative, 'bila dikuasakan', 'bila diajukan sendiri'),
    when.startedBy && `bila diajukan ${either(when.startedBy.map((one) => starters[one]))}`,
    when.domicileDiffers !== undefined &&
      orNot(when.domicileDiffers, 'bila domisili berbeda dari KTP', 'bila domisili sesuai KTP'),
    ...Object.entries(when.answers ?? {}).map(([code, allowed]) => answerCondition(code, allowed, fields)),
  ].filter((one): one is string => typeof one === 'string')
  return parts.length === 0
    ? null
    : joinWords(parts.map((one, i) => (i === 0 ? one : one.replace(/^bila /, ''))))
}

function answerCondition(
  code: string,
  allowed: readonly (string | boolean)[],
  fields: readonly OwnField[],
): string {
  const field = fields.find((one) => one.code === code)
  const label = field?.label ?? code
  const choices = allowed.map((one) => field?.choices.find((choice) => choice.code === one)?.label ?? one)
  if (choices.length === 1 && choices[0] === true) return `bila ${lower(label)}`
  if (choices.length === 1 && choices[0] === false) return `bila bukan ${lower(label)}`
  return `bila ${lower(label)}: ${either(choices.map((one) => (one === true ? 'ya' : one === false ? 'tidak' : one)))}`
}

// A word that begins with two capitals is a name or a short form.
const lower = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

export const maxAgeWords = (days: number | null): string | null =>
  days === null ? null : `paling lama ${thousands(days)} hari`

/** *JPG, PNG, atau PDF, paling besar 2 MB*. */
export function uploadWords({ mediaTypes, maxBytes, minSize }: UploadRule): string {
  const kinds = either(mediaTypes.map((one) => extensionOf(one).toUpperCase()))
  const least =
    minSize === null
      ? ''
      : `, paling sedikit ${thousands(minSize.widthPx)} × ${thousands(minSize.heightPx)} titik`
  return `${kinds}, paling besar ${fileSize(maxBytes)}${least}`
}

/** How long the paper holds. `foreigner` of the rule is told where the law sets it apart. */
export function validityWords(rule: ValidityRule, kind: Pick<KindRule, 'effect' | 'validity'>): string {
  if (kind.effect === 'revoked') return 'Izin berakhir pada tanggal keputusan pencabutan.'
  if (kind.validity === 'earlier') return 'Sampai tanggal berakhir izin terdahulu.'
  switch (rule.rule) {
    case 'lifetime':
      return 'Tidak berbatas waktu.'
    case 'str-end':
      return 'Sampai STR berakhir.'
    case 'years': {
      const apart = rule.foreigner
      const foreign = apart
        ? ` Warga negara asing: ${apart.years} tahun, dapat diperpanjang ${countInWords(apart.renewals)} kali.`
        : ''
      return `${rule.years} tahun sejak terbit.${foreign}`
    }
  }
}

export const placeLimitWords = (limit: number): string =>
  `Paling banyak ${countInWords(limit)} tempat praktik untuk satu profesi.`

const deliveries: Readonly<Record<OfficeProfile['delivery'], string>> = {
  counter: 'Diambil di loket dengan tanda terima dan KTP asli.',
  email: 'Dikirim ke alamat e-mail pemohon.',
  download: 'Diunduh pemohon, atau diminta di loket.',
}
export const deliveryWords = (delivery: OfficeProfile['delivery']): string => deliveries[delivery]

const channels: Readonly<Record<ConsultationChannel, string>> = { counter: 'Di loket', phone: 'Telepon' }
export const channelLabel = (channel: ConsultationChannel): string => channels[channel]
