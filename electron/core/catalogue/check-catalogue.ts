import type { PermitType } from '#domain/permit-type.ts'
import { kindSetsOf, regimesOf } from './assemble-type.ts'
import type { LawFile, PermitTypeFile, RegimeFile, RequirementSetFile } from './permit-type-file.ts'
import type { DataFileProblem } from './problems.ts'

type Sets = ReadonlyMap<string, RequirementSetFile>

const oneOf = (values: Iterable<string>): string => `salah satu dari: ${[...values].join(', ')}`

/** Codes that stand twice in one list. */
export function duplicates(
  file: string,
  field: string,
  items: readonly { readonly code: string }[],
): DataFileProblem[] {
  return items.flatMap((one, index) =>
    items.findIndex((other) => other.code === one.code) === index
      ? []
      : [{ file, field: `${field}[${index}].code`, expected: `kode ${one.code} hanya satu kali` }],
  )
}

/** A span that ends before it begins. */
export function checkSpan(
  file: string,
  field: string,
  span: { readonly from: string; readonly until: string | null },
): DataFileProblem[] {
  return span.until !== null && span.until < span.from
    ? [{ file, field: `${field}.until`, expected: `hari sesudah ${span.from}` }]
    : []
}

type Span = { readonly from: string; readonly until: string | null }

/** Whether two spans of days share a day. */
export const overlaps = (one: Span, other: Span): boolean =>
  (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until)

function checkSets(
  file: string,
  field: string,
  regime: Pick<RegimeFile, 'requirementSet' | 'kindSets'>,
  sets: Sets,
): DataFileProblem[] {
  const problems: DataFileProblem[] = []
  if (!sets.has(regime.requirementSet))
    problems.push({ file, field: `${field}.requirementSet`, expected: oneOf(sets.keys()) })
  for (const [kind, code] of Object.entries(kindSetsOf(regime)))
    if (!sets.has(code))
      problems.push({
        file,
        field: `${field}.kindSets.${kind}`,
        expected: `${oneOf(sets.keys())}; bukan ${code}`,
      })
  return problems
}

/** A shared law: its sets exist, its spans follow each other without overlap. */
export function checkLaw(file: string, law: LawFile, sets: Sets): DataFileProblem[] {
  return law.regimes.flatMap((regime, index) => {
    const field = `regimes[${index}]`
    const problems = [...checkSets(file, field, regime, sets), ...checkSpan(file, field, regime)]
    const overlap = law.regimes.findIndex((other, at) => at < index && overlaps(other, regime))
    if (overlap >= 0)
      problems.push({
        file,
        field: `${field}.from`,
        expected: `masa yang tidak tumpang tindih dengan regimes[${overlap}]`,
      })
    return problems
  })
}

/** What a schema cannot see of one type: sets and laws that exist, spans in order, requirements that somebody defines. */
export function checkType(
  file: string,
  type: PermitTypeFile,
  sets: Sets,
  laws: ReadonlyMap<string, LawFile>,
): DataFileProblem[] {
  const problems: DataFileProblem[] = []
  type.laws.forEach((use, index) => {
    const field = `laws[${index}]`
    const law = laws.get(use.code)
    if (!law) problems.push({ file, field: `${field}.code`, expected: oneOf(laws.keys()) })
    problems.push(...duplicates(file, `${field}.with`, use.with))
    if (law?.regimes.some((one) => one.placeLimit === 'profession') && use.placeLimit === null)
      problems.push({
        file,
        field: `${field}.placeLimit`,
        expected: `batas tempat praktik profesi ini: ${use.code} masih mengikutinya`,
      })
    const codes = new Set(
      law?.regimes.flatMap((one) => sets.get(one.requirementSet)?.requirements ?? []).map((one) => one.code),
    )
    for (const code of use.without)
      if (law && !codes.has(code))
        problems.push({
          file,
          field: `${field}.without`,
          expected: `persyaratan yang ada di ${use.code}, bukan ${code}`,
        })
  })
  type.regimes.forEach((regime, index) => {
    const field = `regimes[${index}]`
    problems.push(...checkSets(file, field, regime, sets))
    const set = sets.get(regime.requirementSet)
    for (const code of regime.without)
      if (set && !set.requirements.some((one) => one.code === code))
        problems.push({
          file,
          field: `${field}.without`,
          expected: `persyaratan yang ada di set ${set.code}, bukan ${code}`,
        })
    problems.push(...duplicates(file, `${field}.with`, regime.with), ...checkSpan(file, field, regime))
  })
  problems.push(...checkOverlaps(file, type, laws), ...checkFields(file, type))
  for (const kind of Object.keys(type.kindRules))
    if (!(type.kinds as readonly string[]).includes(kind))
      problems.push({ file, field: `kindRules.${kind}`, expected: oneOf(type.kinds) })
  return problems
}

function checkOverlaps(
  file: string,
  type: PermitTypeFile,
  laws: ReadonlyMap<string, LawFile>,
): DataFileProblem[] {
  const all = regimesOf(type, laws)
  if (all.length === 0)
    return type.laws.length > 0
      ? []
      : [{ file, field: 'regimes', expected: 'sedikitnya satu masa berlaku, di sini atau pada laws' }]
  // Told where the type's own words are: a law's spans were checked with the law.
  const told = type.regimes.map((regime, index) => ({ field: `regimes[${index}]`, regime }))
  const rest = all.filter((one) => !one.field.startsWith('regimes'))
  return [...told, ...rest].flatMap((one, index, list) => {
    const other = list.find((earlier, at) => at < index && overlaps(earlier.regime, one.regime))
    const sameLaw = other && other.field === one.field && one.field.startsWith('laws')
    return other && !sameLaw
      ? [
          {
            file,
            field: one.field.startsWith('laws') ? one.field : `${one.field}.from`,
            expected: `masa yang tidak tumpang tindih dengan ${other.field}`,
          },
        ]
      : []
  })
}

function checkFields(file: string, type: PermitTypeFile): DataFileProblem[] {
  const problems = duplicates(file, 'fields', type.fields)
  type.fields.forEach((field, index) => {
    const at = (name: string, expected: string): void => {
      problems.push({ file, field: `fields[${index}].${name}`, expected })
    }
    if (field.kind === 'choice' && field.choices.length < 2) at('choices', 'sedikitnya dua pilihan')
    if (field.kind !== 'choice' && field.choices.length > 0) at('choices', 'daftar kosong: bukan pilihan')
    problems.push(...duplicates(file, `fields[${index}].choices`, field.choices))
    const fits = { range: 'number', past: 'date', length: 'text', pattern: 'text' } as const
    if (field.check && fits[field.check.rule] !== field.kind)
      at('check', `pemeriksaan untuk ${field.kind}, bukan ${field.check.rule}`)
    if (field.check?.rule === 'range' && (field.check.min ?? -Infinity) > (field.check.max ?? Infinity))
      at('check.max', `angka sejak ${String(field.check.min)}`)
    if (field.check?.rule === 'pattern' && !isFittingPattern(field.check.pattern, field.check.example))
      at('check.pattern', `pola yang dapat dibaca dan cocok dengan contoh ${field.check.example}`)
  })
  return problems
}

function isFittingPattern(pattern: string, example: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(example)
  } catch {
    return false
  }
}

/** A type that revokes names another one that exists, and does nothing but revoke. */
export function checkRevocations(
  types: readonly { readonly file: string; readonly type: PermitType }[],
): DataFileProblem[] {
  return types.flatMap(({ file, type }) => {
    if (type.revokes === null) return []
    const target = types.find((one) => one.type.code === type.revokes)?.type
    const problems: DataFileProblem[] = []
    if (!target || target.revokes !== null)
      problems.push({ file, field: 'revokes', expected: `kode jenis izin yang ada, bukan ${type.revokes}` })
    if (type.kinds.some((kind) => kind !== 'revocation'))
      problems.push({ file, field: 'kinds', expected: 'hanya revocation: jenis ini nama pencabutan' })
    return problems
  })
}

/** Own questions on which a paper or another question hangs: asked by the type, with an answer that can be given. */
export function checkAnswers(file: string, type: PermitType): DataFileProblem[] {
  const hanging = [
    ...type.fields.map(({ code, when }) => ({ what: `pertanyaan ${code}`, when })),
    ...type.regimes
      .flatMap((one) => one.requirements)
      .map(({ code, when }) => ({ what: `persyaratan ${code}`, when })),
  ]
  const problems = hanging.flatMap(({ what, when }) =>
    Object.entries(when.answers ?? {}).flatMap(([code, answers]): DataFileProblem[] => {
      const index = type.fields.findIndex((one) => one.code === code)
      const field = type.fields[index]
      if (!field)
        return [{ file, field: 'fields', expected: `pertanyaan ${code}: ${what} bergantung padanya` }]
      const choices: readonly (string | boolean)[] =
        field.kind === 'choice' ? field.choices.map((one) => one.code) : [true, false]
      const strange = answers.find((one) => !choices.includes(one))
      return strange === undefined || (field.kind !== 'choice' && field.kind !== 'yes-no')
        ? []
        : [
            {
              file,
              field: `fields[${index}]`,
              expected: `jawaban ${String(strange)}: ${what} bergantung padanya`,
            },
          ]
    }),
  )
  // One paper of a shared set stands in several regimes.
  return [...new Map(problems.map((one) => [`${one.field} ${one.expected}`, one])).values()]
}
