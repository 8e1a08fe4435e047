import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aStage, aTable, anAction } from '#domain/testing/stage-tables.ts'
import { explainProfile } from '#catalogue/explain-profile.ts'
import { explanationText, markdownTable } from '#catalogue/explanation-text.ts'
import { productOffice, readDataFile } from '../electron/core/catalogue/testing/data-files.ts'
import { readmeText } from './explain.ts'
import { inProject } from './lib/paths.ts'
import { runCommand } from './lib/run-command.ts'

const { profile, types } = productOffice(readDataFile('profiles/pontianak.json'))

describe('npm run explain', () => {
  it('has drawn the five pictures of the README from the profiles as they are', () => {
    const current = readFileSync(inProject('assets/profiles/README.md'), 'utf8')
    expect(readmeText(current)).toBe(current)
    expect(current.match(/```mermaid/g)).toHaveLength(5)
  })

  it('names stages that are never reached and stages that never end', () => {
    const stageTable = aTable({
      start: 'a',
      stages: [
        aStage('a', [anAction('x', ['b'])]),
        aStage('b', [anAction('y', ['a'])]),
        aStage('island', [anAction('z', [])]),
      ],
    })
    expect(explainProfile({ ...profile, stageTable }, types).findings).toEqual(
      expect.arrayContaining([
        'Tahap island tidak pernah tercapai dari a.',
        'Dari tahap a permohonan tidak pernah berakhir.',
        'Dari tahap b permohonan tidak pernah berakhir.',
      ]),
    )
  })

  it('names a way on which the permit is never numbered, signed, activated or handed over', () => {
    const stageTable = aTable({ start: 'a', stages: [aStage('a', [anAction('x', [])])] })
    expect(explainProfile({ ...profile, stageTable }, types).findings).toContain(
      'Jalur izin (a) tanpa penomoran, tanda tangan, pengaktifan, pernyataan lengkap dan benar, penyerahan.',
    )
  })

  it('writes every stage, limit and way into text', () => {
    const text = explanationText(explainProfile(profile, types))
    for (const stage of profile.stageTable.stages) expect(text).toContain(`| ${stage.code}`)
    expect(text).toContain('Batas seluruhnya: tidak ditetapkan.')
    expect(text).toContain('penolakan dari front-office')
  })

  it('keeps a bar inside a cell from ending it', () => {
    expect(markdownTable([['a'], ['x | y']])).toBe('| a      |\n| ------ |\n| x \\| y |')
  })

  it('prints one office, and tells the names of the offices to whoever asks for another', async () => {
    const run = (code: string) => runCommand('node', [inProject('scripts', 'explain.ts'), '--profile', code])
    const known = await run('pasuruan')
    expect([known.code, known.output]).toEqual([0, expect.stringContaining('8 hari 90 menit')])
    const unknown = await run('bandung')
    expect([unknown.code, unknown.output]).toEqual([2, expect.stringContaining('pasuruan, pontianak')])
  })
})
