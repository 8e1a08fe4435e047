import { describe, expect, it } from 'vitest'
import { usualKindRules } from '#domain/kind-rule.ts'
import { officeDate } from '#domain/office-date.ts'
import {
  isTakenInHere,
  regimeOn,
  requestedType,
  requirementsFor,
  type PermitType,
  type Regime,
  type RequirementFacts,
} from '#domain/permit-type.ts'
import { uploadRuleFor } from '#domain/profile.ts'
import { assembleCatalogue, type DataFile } from './assemble-catalogue.ts'
import { mendingSentence } from './problems.ts'
import { productCatalogue, productOffice, readDataFile, readDataFolder } from './testing/data-files.ts'

const catalogue = productCatalogue()
const typeOf = (code: string, types: readonly PermitType[] = catalogue.types): PermitType => {
  const found = types.find((one) => one.code === code)
  if (!found) throw new Error(`no permit type ${code}`)
  return found
}
const regime = (code: string, day: string, types?: readonly PermitType[]): Regime => {
  const found = regimeOn(typeOf(code, types), officeDate(day))
  if (!found.ok) throw new Error(`${code} has no regime on ${day}`)
  return found.value
}
const facts: RequirementFacts = {
  kind: 'new',
  practiceOrdinal: 1,
  facilityKind: 'facility',
  strLifetime: true,
  practisedMoreThanFiveYearsAgo: false,
  foreigner: false,
  filedByRepresentative: false,
}
const asked = (
  code: string,
  day: string,
  change: Partial<RequirementFacts> = {},
  types?: readonly PermitType[],
): readonly string[] =>
  requirementsFor(regime(code, day, types), { ...facts, ...change }).map((one) => one.code)

const today = '2026-11-21'

describe('the catalogue', () => {
  it('holds the 37 types of Pontianak in the order of their list, and SIPOP', () => {
    expect(catalogue.types.map((one) => one.order)).toEqual(Array.from({ length: 38 }, (_, i) => i + 1))
    expect(catalogue.types.at(-1)?.code).toBe('SIPOP')
  })

  it.each(catalogue.types.map((one) => one.code))(
    '%s says something on every day of the law, and asks for papers in every kind that it offers',
    (code) => {
      for (const day of ['2022-03-01', '2023-08-07', '2023-08-08', '2024-03-01', '2025-11-03', today])
        for (const kind of typeOf(code).kinds) expect(asked(code, day, { kind }).length).toBeGreaterThan(0)
    },
  )

  it.each(catalogue.types.map((one) => one.code))('%s asks for no paper twice', (code) => {
    for (const kind of typeOf(code).kinds)
      for (const facilityKind of ['facility', 'independent'] as const) {
        const codes = asked(code, today, { kind, facilityKind })
        expect(new Set(codes).size).toBe(codes.length)
      }
  })

  it('counts places by the profession rule until Permenkes 13/2025, and three for all since', () => {
    expect([regime('SIPP', '2024-03-01'), regime('SIPP', today)].map((one) => one.placeLimit)).toEqual([2, 3])
    expect(regime('SIPA-D', '2022-03-01').placeLimit).toBe(1)
    expect(regime('SLHS-HTL', today).placeLimit).toBeNull()
  })

  it('gives the same application the law, the length and the papers of its day', () => {
    const texts = ['2022-03-01', '2024-03-01', today].map((day) => regime('SIPP', day))
    expect(texts.map((one) => one.legalBasis.length)).toEqual([1, 1, 3])
    expect(texts.map((one) => one.validity.rule)).toEqual(['str-end', 'years', 'years'])
    expect(texts[1]?.legalBasis.join()).not.toContain('Nomor 28 Tahun 2024')
    expect(asked('SIPP', '2022-03-01')).toContain('ORG_RECOMMENDATION')
    expect(asked('SIPP', '2024-03-01')).not.toContain('ORG_RECOMMENDATION')
  })

  it('asks the twelve papers of Pasuruan in 2022, no more and no fewer', () => {
    const twelve = asked('SIKOT', '2022-03-01', { kind: 'renewal', domicileDiffers: true })
    expect([...twelve].sort()).toEqual(
      [
        'COMPLIANCE_STATEMENT',
        'DIPLOMA',
        'DOMICILE_LETTER',
        'FACILITY_LICENCE',
        'HEALTH_LETTER',
        'ID_PHOTO',
        'KTP',
        'OLD_PERMIT',
        'ORG_RECOMMENDATION',
        'PLACE_STATEMENT',
        'STR',
        'SUPERVISOR_CONSENT',
      ].sort(),
    )
  })

  it('asks for a revocation what its starter can bring, whatever the type', () => {
    for (const code of ['SIPD', 'STPT', 'SLHS-SPA', 'REV-SIPD']) {
      expect(asked(code, today, { kind: 'revocation' })).toEqual([
        'REVOCATION_LETTER',
        'ORIGINAL_PERMIT',
        'KTP',
      ])
      expect(asked(code, today, { kind: 'revocation', startedBy: 'office' })).toEqual(['REVOCATION_GROUND'])
    }
  })

  it('asks a paper that hangs on an answer only when it was given', () => {
    expect(asked('SIPD', today)).not.toContain('INTERNSHIP_LETTER')
    expect(asked('SIPD', today, { answers: { internship: true } })).toContain('INTERNSHIP_LETTER')
  })

  it('takes types 29 to 32 for the revocation of another type', () => {
    const names = catalogue.types.filter((one) => one.revokes !== null)
    expect(names.map((one) => [one.order, one.revokes])).toEqual([
      [29, 'SIPD'],
      [30, 'SIPA'],
      [31, 'SIPA-D'],
      [32, 'SIPTTK'],
    ])
    for (const name of names)
      expect(requestedType(catalogue.types, name, 'new')).toEqual({
        type: typeOf(name.revokes ?? ''),
        kind: 'revocation',
      })
    expect(requestedType(catalogue.types, typeOf('SIPD'), 'renewal').kind).toBe('renewal')
  })

  it('sends food premises and pest control to OSS since 2021, and takes hotels in here', () => {
    const day = officeDate(today)
    const elsewhere = catalogue.types.filter((one) => one.kinds.includes('new') && !isTakenInHere(one, day))
    expect(elsewhere.map((one) => one.code)).toEqual(['IOPC', 'SLHS-RM', 'SLHS-JB', 'SLHS-DAM'])
    expect(regime('SLHS-RM', '2020-03-01').route.to).toBe('own-office')
    expect(regime('SLHS-RM', today).route).toMatchObject({ to: 'oss', steps: expect.any(Array) as unknown })
  })

  it('says what each kind does to the earlier permit', () => {
    const effects = Object.entries(typeOf('SIPD').kindRules).map(([kind, rule]) => [kind, rule.effect])
    expect(Object.fromEntries(effects)).toEqual({
      new: 'none',
      renewal: 'renewed',
      amendment: 'replaced',
      replacement: 'replaced',
      revocation: 'revoked',
    })
    expect(typeOf('SIPD').kindRules).toEqual(usualKindRules)
  })
})

describe('an office’s own names and papers', () => {
  const officeOf = (code: string) => productOffice(readDataFile(`profiles/${code}.json`), catalogue)

  it('calls type 18 SIPOT in Pasuruan and makes two products of type 23 in Seruyan', () => {
    expect(officeOf('pasuruan').types[0]).toMatchObject({ code: 'SIPOT', catalogueCode: 'SIKOT' })
    const [sipro, sipo] = officeOf('seruyan').types
    expect([sipro?.code, sipo?.code]).toEqual(['SIPRO', 'SIPO'])
    expect([sipro?.profession, sipo?.profession]).toEqual(['refraksionis optisien', 'optometris'])
    expect(sipro?.fields).toEqual([])
  })

  it('asks in Seruyan the papers of its standard and no other', () => {
    const { types } = officeOf('seruyan')
    expect(asked('SIPRO', today, {}, types)).toEqual(['STR', 'PLACE_LETTER'])
    expect(asked('SIPRO', today, { kind: 'renewal' }, types)).toEqual([
      'STR',
      'CREDITS_PROOF',
      'CREDITS_STATEMENT',
      'PLACE_LETTER',
    ])
    expect(asked('SIPRO', today, { practiceOrdinal: 2 }, types)).toContain('OTHER_SIP')
  })

  it('takes the words of Pontianak’s portal for the KTP, on the day’s own condition', () => {
    const { types } = officeOf('pontianak')
    const ktp = requirementsFor(regime('SIPD', today, types), facts).find((one) => one.code === 'KTP')
    expect(ktp?.label).toContain('KIPEM')
    expect(asked('SIPD', today, { kind: 'revocation' }, types).filter((one) => one === 'KTP')).toHaveLength(1)
  })

  it('keeps the rest of the catalogue for dossiers that lie here', () => {
    expect(officeOf('tanjungpinang').types).toHaveLength(38)
  })

  it('narrows the upload rule of the office by that of the paper', () => {
    const { profile, types } = officeOf('pontianak')
    const rule = (code: string) => {
      const requirement = regime('SIPD', today, types).requirements.find((one) => one.code === code)
      if (!requirement) throw new Error(code)
      return uploadRuleFor(profile, requirement)
    }
    expect(rule('STR')).toMatchObject({ maxBytes: 2_097_152, minSize: null })
    expect(rule('ID_PHOTO')).toMatchObject({
      mediaTypes: ['image/jpeg', 'image/png'],
      minSize: { widthPx: 315, heightPx: 472 },
    })
  })
})

type Tree = Record<string, unknown>

describe('a 39th type and a sixth office', () => {
  const further: DataFile = {
    file: 'catalogue/permit-types/siptm.json',
    json: {
      code: 'SIPTM',
      name: 'Surat Izin Praktik Terapis Musik',
      title: 'SURAT IZIN PRAKTIK TERAPIS MUSIK',
      category: 'SIP',
      profession: 'terapis musik',
      organization: null,
      kinds: ['new', 'renewal', 'revocation'],
      laws: [{ code: 'UU-17-2023', placeLimit: 2 }],
    },
  }

  it('are one more file each', () => {
    const wider = productCatalogue([further])
    const json = structuredClone(readDataFile('profiles/pasuruan.json').json) as Tree
    const sixth = productOffice(
      { file: 'profiles/keenam.json', json: { ...json, code: 'keenam', offers: [{ code: 'SIPTM' }] } },
      wider,
    )
    expect(sixth.profile.code).toBe('keenam')
    expect(asked('SIPTM', today, {}, sixth.types)).toContain('FIRST_SIP_STATEMENT')
    expect(regime('SIPTM', '2024-03-01', sixth.types).placeLimit).toBe(2)
  })
})

describe('a catalogue with a fault', () => {
  const sets = readDataFolder('catalogue/requirement-sets')
  const laws = readDataFolder('catalogue/laws')
  const sipp = readDataFile('catalogue/permit-types/sipp.json')
  const problems = (change: (type: Tree) => void, lawChange: (law: Tree) => void = () => undefined) => {
    const json = structuredClone(sipp.json) as Tree
    change(json)
    const changedLaws = structuredClone(laws) as { file: string; json: Tree }[]
    changedLaws.filter((one) => one.json.code === 'UU-17-2023').forEach((one) => lawChange(one.json))
    const assembled = assembleCatalogue(sets, [{ file: 'sipp.json', json }], 'test', changedLaws)
    return assembled.ok ? [] : assembled.refusal
  }
  const regimes = (tree: Tree): Tree[] => tree.regimes as Tree[]
  const field = (change: Tree): Tree => ({ code: 'x', label: 'X', kind: 'text', ...change })

  it.each<[string, (type: Tree) => void, string]>([
    [
      'a requirement that nobody defines',
      (t) => (regimes(t)[0]!.without = ['SIDIK_JARI']),
      'regimes[0].without',
    ],
    ['a law that nobody wrote', (t) => ((t.laws as Tree[])[0]!.code = 'UU-1'), 'laws[0].code'],
    [
      'a requirement left out of a law that never asked it',
      (t) => ((t.laws as Tree[])[0]!.without = ['SIDIK_JARI']),
      'laws[0].without',
    ],
    [
      'a law without the limit that it leaves to the type',
      (t) => delete (t.laws as Tree[])[0]!.placeLimit,
      'laws[0].placeLimit',
    ],
    ['a span that ends before it begins', (t) => (regimes(t)[0]!.until = '2009-01-01'), 'regimes[0].until'],
    ['a span that overlaps a law', (t) => (regimes(t)[0]!.until = null), 'laws[0]'],
    [
      'a set for a kind that nobody wrote',
      (t) => (regimes(t)[0]!.kindSets = { revocation: 'X' }),
      'regimes[0].kindSets.revocation',
    ],
    ['a type that revokes a stranger', (t) => (t.revokes = 'SIPX'), 'revokes'],
    [
      'a question that hangs on one that nobody asks',
      (t) => (t.fields = [field({ when: { answers: { visit: [true] } } })]),
      'fields',
    ],
    [
      'a question that hangs on an answer that nobody can give',
      (t) =>
        (t.fields = [
          field({ kind: 'yes-no' }),
          field({ code: 'y', when: { answers: { x: ['sometimes'] } } }),
        ]),
      'fields[0]',
    ],
    ['a choice of one', (t) => (t.fields = [field({ kind: 'choice', choices: [] })]), 'fields[0].choices'],
    ['a check of another kind', (t) => (t.fields = [field({ check: { rule: 'past' } })]), 'fields[0].check'],
    [
      'a pattern that its own example does not meet',
      (t) => (t.fields = [field({ check: { rule: 'pattern', pattern: '[0-9]+', example: 'abc' } })]),
      'fields[0].check.pattern',
    ],
    [
      'a rule for a kind that is not offered',
      (t) => ((t.kinds = ['new']), (t.kindRules = { renewal: {} })),
      'kindRules.renewal',
    ],
    ['no law at all', (t) => ((t.laws = []), (t.regimes = [])), 'regimes'],
  ])('is refused: %s', (_, change, where) => {
    expect(problems(change).map((one) => one.field)).toContain(where)
  })

  it('is refused: a law whose spans overlap', () => {
    const found = problems(
      () => undefined,
      (law) => (regimes(law)[0]!.until = '2024-12-31'),
    )
    expect(found.map((one) => `${one.file} ${one.field}`)).toContain(
      'catalogue/laws/uu-17-2023.json regimes[1].from',
    )
  })

  it('says the sentence that mends it', () => {
    const [problem] = problems((t) => ((t.laws as Tree[])[0]!.code = 'UU-1'))
    expect(problem && mendingSentence(problem)).toBe(
      'Ubah laws[0].code di sipp.json: salah satu dari: OSS-IOPC, OSS-SLHS, UU-17-2023.',
    )
  })
})
