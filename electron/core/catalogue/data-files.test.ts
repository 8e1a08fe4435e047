import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { regimeOn, requirementsFor, type RequirementFacts } from '#domain/permit-type.ts'
import { officeDate } from '#domain/office-date.ts'
import { assembleCatalogue, type DataFile } from './assemble-catalogue.ts'
import { assembleProfile } from './assemble-profile.ts'
import { checkStageTable } from './check-stage-table.ts'
import { aStage, aTable, anAction } from '#domain/testing/stage-tables.ts'

const assets = join(import.meta.dirname, '..', '..', '..', 'assets')
const read = (file: string): DataFile => ({
  file,
  json: JSON.parse(readFileSync(join(assets, file), 'utf8')) as unknown,
})
const readAll = (folder: string): DataFile[] =>
  readdirSync(join(assets, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => read(`${folder}/${name}`))

const sets = readAll('catalogue/requirement-sets')
const types = readAll('catalogue/permit-types')
const laws = readAll('catalogue/laws')
const holidays = read('calendar/indonesia.json')
const pontianak = read('profiles/pontianak.json')

const catalogue = (() => {
  const assembled = assembleCatalogue(sets, types, 'test', laws)
  if (!assembled.ok) throw new Error(JSON.stringify(assembled.refusal))
  return assembled.value
})()

type Tree = Record<string, unknown>
/** The profile with one thing changed, as an administrator might break it. */
const broken = (change: (profile: Tree) => void): DataFile => {
  const json = structuredClone(pontianak.json) as Tree
  change(json)
  return { file: 'profiles/pontianak.json', json }
}
const problemsOf = (file: DataFile) => {
  const assembled = assembleProfile(file, holidays, catalogue)
  return assembled.ok ? [] : assembled.refusal
}
const stagesOf = (profile: Tree): Tree[] => (profile.stageTable as Tree).stages as Tree[]

describe('the data files of the product', () => {
  it('are all accepted as they are', () => {
    for (const profile of readAll('profiles')) expect(problemsOf(profile)).toEqual([])
  })

  it('name the file, the field and what was expected', () => {
    const problems = problemsOf(broken((profile) => ((stagesOf(profile)[1] as Tree).clock = 'berjalan')))
    expect(problems).toEqual([
      {
        file: 'profiles/pontianak.json',
        field: 'stageTable.stages[1].clock',
        expected: 'seharusnya salah satu dari: off, running, paused',
      },
    ])
  })

  it.each<[string, (profile: Tree) => void, string]>([
    [
      'an action to a stage that does not exist',
      (p) => ((stagesOf(p)[0]?.actions as Tree[])[0]!.to = ['nowhere']),
      'stageTable.stages[0].actions[0].to',
    ],
    ['a role nobody has', (p) => (stagesOf(p)[1]!.role = 'juru-kunci'), 'stageTable.stages[1].role'],
    [
      'a series that does not exist',
      (p) => (((p.documents as Tree[])[2] as Tree).series = 'lain'),
      'documents[2].series',
    ],
    [
      'a signer without a post',
      (p) => (((p.documents as Tree[])[2] as Tree).signer = 'lurah'),
      'documents[2].signer',
    ],
    [
      'a number pattern that cannot be read',
      (p) => (((p.series as Tree[])[1] as Tree).pattern = '{serial}/{bulan}'),
      'series[1].pattern',
    ],
    [
      'a permit type nobody defines',
      (p) => (((p.offers as Tree[])[0] as Tree).code = 'SIPX'),
      'offers[0].code',
    ],
    [
      'two series that can give one number',
      (p) => (((p.series as Tree[])[2] as Tree).pattern = '{class}/{serial:04}/{typeCode}/{unit}/{year}'),
      'series[2].pattern',
    ],
    [
      'a series that begins again each year without showing the year',
      (p) => (((p.series as Tree[])[1] as Tree).pattern = '{class}/{serial:04}/{typeCode}/{unit}'),
      'series[1].pattern',
    ],
    [
      'a series without the value of its pattern',
      (p) => delete ((p.series as Tree[])[1] as Tree).tokens,
      'series[1].tokens',
    ],
    ['a type offered twice', (p) => (p.offers as Tree[]).push({ code: 'SIPD' }), 'offers[37].code'],
    [
      'a requirement nobody defines',
      (p) => (p.requirements = { without: ['SIDIK_JARI'] }),
      'requirements.without',
    ],
    [
      'an upload rule for a requirement nobody defines',
      (p) => ((p.uploads as Tree).byRequirement = { SIDIK_JARI: {} }),
      'uploads.byRequirement.SIDIK_JARI',
    ],
    [
      'an official whose time ends before it begins',
      (p) => (((p.officials as Tree[])[0] as Tree).until = '2019-01-01'),
      'officials[0].until',
    ],
    [
      'two officials of one post on one day',
      (p) => (p.officials as Tree[]).push({ ...(p.officials as Tree[])[0] }),
      'officials[1].from',
    ],
    [
      'two letterheads of one day',
      (p) => (p.letterheads as Tree[]).push({ ...(p.letterheads as Tree[])[0] }),
      'letterheads[1].from',
    ],
    [
      'nobody who may take in',
      (p) => (p.roles as Tree[]).forEach((role) => (role.permissions = [])),
      'roles',
    ],
    [
      'a numbered letter without a series',
      (p) => (((p.documents as Tree[])[2] as Tree).series = null),
      'documents[2].series',
    ],
    ['a name that the schema does not know', (p) => (p.jamBuka = '08.00'), ''],
    [
      'hours that end before they begin',
      (p) => (((p.calendar as Tree).week as Tree).mon = { opens: '15:00', closes: '08:00' }),
      'calendar',
    ],
  ])('refuse %s', (_, change, field) => {
    expect(problemsOf(broken(change)).map((one) => one.field)).toContain(field)
  })

  it('refuse a regime that overlaps another of the same type, and a requirement set that nobody wrote', () => {
    const type = structuredClone(types[0]?.json) as { regimes: Tree[] }
    type.regimes.push({ ...type.regimes[0], requirementSet: 'Z' })
    const assembled = assembleCatalogue(sets, [{ file: 'x.json', json: type }], 'test', laws)
    const fields = assembled.ok ? [] : assembled.refusal.map((one) => one.field)
    const last = type.regimes.length - 1
    expect(fields).toEqual([`regimes[${last}].requirementSet`, `regimes[${last}].from`])
  })
})

describe('a stage table', () => {
  const check = (table: Parameters<typeof checkStageTable>[1]) =>
    checkStageTable('f', table, new Set(['clerk', 'agency', 'printer']), new Set(['head'])).map(
      (one) => one.field,
    )

  it('of the small office passes', () => {
    expect(check(aTable())).toEqual([])
  })

  it('is refused when a stage can never be reached', () => {
    expect(check(aTable({ stages: [...aTable().stages, aStage('island', [anAction('x', [])])] }))).toEqual([
      'stageTable.stages[7].code',
    ])
  })

  it('is refused when a loop never ends', () => {
    const loop = aTable({
      start: 'a',
      stages: [aStage('a', [anAction('x', ['b'])]), aStage('b', [anAction('y', ['a'])])],
    })
    expect(check(loop)).toEqual(['stageTable.stages[0].actions', 'stageTable.stages[1].actions'])
  })

  it('is refused when automatic stages run in a circle, though a person could leave it', () => {
    const system = { where: 'automatic', role: 'system' } as const
    const circle = aTable({
      start: 'a',
      stages: [
        aStage('a', [anAction('x', ['b']), anAction('end', [])], system),
        aStage('b', [anAction('y', ['a'])], system),
      ],
    })
    expect(check(circle)).toContain('stageTable.stages[0].actions')
  })

  it('is refused when more optional stages are wanted than there are', () => {
    const wanting = aTable({
      start: 'a',
      stages: [aStage('a', [anAction('x', ['b'], { asksAtLeast: 2 })]), aStage('b', [anAction('y', [])])],
    })
    expect(check(wanting)).toEqual(['stageTable.stages[0].actions[0].asksAtLeast'])
  })

  it('is refused when conditional stages skip in a circle', () => {
    const circle = aTable({
      start: 'a',
      stages: [
        aStage('a', [anAction('x', ['b']), anAction('end', [])]),
        aStage('b', [anAction('y', ['b'])], { condition: { when: 'officer' } }),
      ],
    })
    expect(check(circle)).toContain('stageTable.stages[1].condition')
  })
})

describe('the requirements of an application', () => {
  const facts: RequirementFacts = {
    kind: 'new',
    practiceOrdinal: 1,
    facilityKind: 'facility',
    strLifetime: true,
    practisedMoreThanFiveYearsAgo: false,
    foreigner: false,
    filedByRepresentative: false,
  }
  const codes = (type: string, day: string, change: Partial<RequirementFacts> = {}): string[] => {
    const found = catalogue.types.find((one) => one.code === type)
    const regime = found && regimeOn(found, officeDate(day))
    if (!regime?.ok) throw new Error(`${type} has no regime on ${day}`)
    return requirementsFor(regime.value, { ...facts, ...change }).map((one) => one.code)
  }

  it('of a first SIPD today are those of UU 17/2023', () => {
    expect(codes('SIPD', '2026-11-19')).toEqual([
      'STR',
      'FIRST_SIP_STATEMENT',
      'PLACE_LETTER',
      'KTP',
      'ID_PHOTO',
    ])
  })

  it('ask for SKP on renewal and for the other SIP on the second place', () => {
    expect(codes('SIPD', '2026-11-19', { kind: 'renewal' })).toEqual(
      expect.arrayContaining(['CREDITS_PROOF', 'CREDITS_STATEMENT']),
    )
    expect(codes('SIPD', '2026-11-19', { practiceOrdinal: 2 })).toContain('OTHER_SIP')
  })

  it('on 1 March 2022 were those of the old law, with the recommendation of the organisation', () => {
    expect(codes('SIPD', '2022-03-01')).toContain('ORG_RECOMMENDATION')
    expect(codes('SIPD', '2024-03-01')).not.toContain('ORG_RECOMMENDATION')
  })

  it('ask a representative for the letter of authority', () => {
    expect(codes('SIPP', '2026-11-19', { filedByRepresentative: true })).toContain('POWER_OF_ATTORNEY')
  })
})
