import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { lineOfField, lineOfSyntaxError } from './data-file-lines.ts'
import { hasProfile, listProfiles, readOfficeFiles, sayProblems } from './office-files.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sepok-assets-'))
  for (const folder of ['catalogue', 'profiles', 'calendar', 'templates', 'regions'])
    cpSync(join(assetsDir, folder), join(root, folder), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const profile = 'profiles/pontianak.json'
/** Changes a file as a hand with an editor does, and tells the line of the change. */
const edit = (file: string, from: string, to: string): number => {
  const text = readFileSync(join(root, file), 'utf8')
  const at = text.indexOf(from)
  if (at < 0) throw new Error(`${file} has no ${from}`)
  writeFileSync(join(root, file), text.slice(0, at) + to + text.slice(at + from.length))
  return text.slice(0, at).split('\n').length
}
const lineOf = (file: string, field: string): number => {
  const line = lineOfField(readFileSync(join(root, file), 'utf8'), field)
  if (line === null || line === 1) throw new Error(`${file} has no line of its own for ${field}`)
  return line
}
const problems = () => {
  const read = readOfficeFiles(root, 'pontianak')
  return read.ok ? [] : read.refusal
}

describe('a broken data file', () => {
  it('is told with its file, line, field and what was expected', () => {
    const line = edit(profile, '"clock": "running"', '"clock": "berjalan"')
    const [problem] = problems()
    expect(problem).toMatchObject({ file: `assets/${profile}`, line, field: 'stageTable.stages[1].clock' })
    expect(sayProblems(problems())).toBe(
      `assets/${profile}, baris ${line}, stageTable.stages[1].clock: seharusnya salah satu dari: off, running, paused.`,
    )
  })

  it('is told of a statement that asks for a blank nobody knows, and of two with one code', () => {
    const file = 'templates/statements.json'
    edit(file, '"value": "{birth}"', '"value": "{umur}"')
    expect(problems()).toEqual([
      expect.objectContaining({ file: `assets/${file}`, expected: expect.stringContaining('bukan umur') }),
    ])
    edit(file, '"value": "{umur}"', '"value": "{birth}"')
    edit(file, '"code": "place-letter"', '"code": "place-statement"')
    expect(problems()).toEqual([
      expect.objectContaining({ file: `assets/${file}`, field: 'versions[0].statements' }),
    ])
  })

  it('is told with the line of what should hold a field that is missing', () => {
    const line = edit(profile, '"systemName"', '"namaSistem"')
    expect(problems()).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: 'systemName', line: 1 })]),
    )
    expect(line).toBeGreaterThan(1)
  })

  it('is told with the line of the first sign that is no JSON', () => {
    const line = edit(profile, '"systemName":', '"systemName"')
    expect(problems()).toEqual([
      { file: `assets/${profile}`, line, field: '', expected: 'JSON yang dapat dibaca' },
    ])
  })

  it('is told when it is not there at all', () => {
    rmSync(join(root, 'calendar/indonesia.json'))
    expect(problems()).toEqual([
      { file: 'assets/calendar/indonesia.json', line: null, field: '', expected: 'berkas yang ada' },
    ])
  })

  it('is found in letters too: a fact that a refusal letter does not have', () => {
    const line = edit('templates/refusal-letter.json', '{placeAddress}', '{alamatTempat}')
    expect(problems()).toMatchObject([
      { file: 'assets/templates/refusal-letter.json', field: 'versions[0].rows[1].value', line },
    ])
  })

  it('is no reason to hide the others, and choosing it tells what is wrong', () => {
    writeFileSync(join(root, 'profiles/rusak.json'), '{ "code": ')
    expect(listProfiles(root)).toEqual(
      expect.arrayContaining([
        { code: 'rusak', name: 'rusak' },
        expect.objectContaining({ code: 'pontianak' }),
      ]),
    )
    expect(readOfficeFiles(root, 'rusak')).toMatchObject({
      refusal: [{ file: 'assets/profiles/rusak.json' }],
    })
  })
})

describe('what an administrator may get wrong', () => {
  const sikot = 'catalogue/permit-types/sikot.json'

  it.each<[string, string, string, string, string, string]>([
    [
      'a stage that is missing',
      profile,
      '"to": ["pemrosesan"]',
      '"to": ["pemrosesan-lama"]',
      'stageTable.stages[3].actions[0].to',
      'tahap yang ada, bukan pemrosesan-lama.',
    ],
    [
      'a loop without an end',
      profile,
      '"label": "Serahkan Izin",\n            "to": []',
      '"label": "Serahkan Izin",\n            "to": ["front-office"]',
      'stageTable.stages[7].actions',
      'jalan dari penyerahan sampai selesai.',
    ],
    [
      'a role that nobody has',
      profile,
      '"role": "print-desk"',
      '"role": "juru-cetak"',
      'stageTable.stages[5].role',
      'salah satu peran: front-office, technical-agency, processing, print-desk, supervisor, applicant, system.',
    ],
    [
      'two series with one pattern',
      profile,
      '/TOLAK/',
      '/CABUT/',
      'series[3].pattern',
      'pola yang tidak dapat membuat nomor yang sama dengan deret penolakan: tambahkan kata pembeda.',
    ],
    [
      'a time that ends before it begins',
      sikot,
      '"until": "2023-08-07"',
      '"until": "2009-08-07"',
      'regimes[0].until',
      'hari sesudah 2010-01-01.',
    ],
    [
      'a requirement that nobody defines',
      sikot,
      '"APPLICATION_LETTER"',
      '"SIDIK_JARI"',
      'regimes[0].without',
      'persyaratan yang ada di set L, bukan SIDIK_JARI.',
    ],
    [
      'times that overlap',
      sikot,
      '"until": "2023-08-07"',
      '"until": "2023-08-08"',
      'laws[0]',
      'masa yang tidak tumpang tindih dengan regimes[0].',
    ],
  ])(
    '%s is refused with file, line, field and the sentence that mends it',
    (_, file, from, to, field, cure) => {
      edit(file, from, to)
      const said = sayProblems(problems()).split('\n')
      const found = said.find((one) => one.includes(`, ${field}: `)) ?? said.join('\n')
      expect(found).toBe(`assets/${file}, baris ${lineOf(file, field)}, ${field}: ${cure}`)
    },
  )
})

describe('a profile', () => {
  it('is known by the name of its file and nothing else', () => {
    expect(hasProfile(root, 'pontianak')).toBe(true)
    for (const code of ['', 'atlantis', '../profiles/pontianak', 'pontianak.json'])
      expect(hasProfile(root, code)).toBe(false)
  })
})

describe('the line of a field', () => {
  const text = '{\n  "a": 1,\n  "b": [\n    { "c": 2 },\n    {\n      "d":\n        3\n    }\n  ]\n}'

  it.each([
    ['', 1],
    ['a', 2],
    ['b', 3],
    ['b[0].c', 4],
    ['b[1]', 5],
    ['b[1].d', 6],
    ['b[1].x', 5],
    ['x.y', 1],
  ])('%s stands on line %i', (field, line) => {
    expect(lineOfField(text, field)).toBe(line)
  })

  it('is not known of a text that is no JSON', () => {
    expect(lineOfField('', 'a')).toBeNull()
    expect(lineOfSyntaxError('{\n  "a": 1,\n}')).toBe(3)
    expect(lineOfSyntaxError(text)).toBeNull()
  })
})
