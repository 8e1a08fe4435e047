import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changelogProblems } from './lib/changelog.ts'
import type { Changelog } from './lib/changelog.ts'
import { inProject } from './lib/paths.ts'

const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(inProject(...path), 'utf8'))

const aChange = (text: string, tag: 'added' | 'fixed' = 'added') => ({ tag, text })
const anEntry = (version: string, ...texts: string[]): Changelog['versions'][number] => ({
  version,
  changes: texts.map((text) => aChange(text)),
})
const log = (...versions: object[]) => ({ versions })

describe('the changelog', () => {
  it('of this version can be shown to clerks', () => {
    const { version } = readJson('package.json') as { version: string }
    expect(changelogProblems(readJson('assets', 'changelog.json'), version)).toEqual([])
  })

  it('has an entry for the version that is handed out', () => {
    expect(changelogProblems(log(anEntry('1.2.0', 'Tanda terima memuat nama loket.')), '1.3.0')).toEqual([
      'versions.0: describes 1.2.0, the program is 1.3.0',
    ])
  })

  it('begins with the newest version, by number and not by letter', () => {
    const entries = [anEntry('1.10.0', 'Satu.'), anEntry('1.9.0', 'Dua.'), anEntry('1.9.1', 'Tiga.')]
    expect(changelogProblems(log(...entries), '1.10.0')).toEqual([
      'versions.2: 1.9.1 stands below 1.9.0, newest comes first',
    ])
  })

  it('says a thing once', () => {
    const entries = [anEntry('1.1.0', 'Pencarian lebih cepat.'), anEntry('1.0.0', 'Pencarian lebih cepat.')]
    expect(changelogProblems(log(...entries), '1.1.0')).toEqual(['twice: Pencarian lebih cepat.'])
  })

  it.each([
    ['no sentence', aChange('pencarian lebih cepat'), 'versions.0.changes.0.text'],
    ['an unknown tag', { tag: 'changed', text: 'Pencarian lebih cepat.' }, 'versions.0.changes.0.tag'],
    ['how it is made', aChange('Migrasi database dipercepat.'), 'versions.0.changes.0.text'],
    ['a whole paragraph', aChange(`Kalimat ${'panjang '.repeat(20)}ini.`), 'versions.0.changes.0.text'],
    ['a field nobody reads', { ...aChange('Baru.'), author: 'x' }, 'versions.0.changes.0'],
  ])('refuses %s and says where', (_what, change, where) => {
    const problems = changelogProblems(log({ version: '1.0.0', changes: [change] }), '1.0.0')
    expect(problems[0]).toMatch(new RegExp(`^${where}:`))
  })
})
