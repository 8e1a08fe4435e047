import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { inProject } from './lib/paths.ts'
import { runCommand } from './lib/run-command.ts'

let dir = ''
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** What the compiler says about a text when it stands in that room. */
const compile = async (room: string, text: string): Promise<string> => {
  mkdirSync(inProject('.cache'), { recursive: true })
  dir = mkdtempSync(inProject('.cache', 'room-'))
  writeFileSync(join(dir, 'planted.ts'), text)
  const tsconfig = {
    extends: inProject('scripts', 'config', `tsconfig.${room}.json`),
    include: ['planted.ts'],
    exclude: [],
  }
  writeFileSync(
    join(dir, 'tsconfig.json'),
    JSON.stringify({ ...tsconfig, compilerOptions: { incremental: false, tsBuildInfoFile: null } }),
  )
  return (await runCommand('tsc', ['-p', dir, '--pretty', 'false'])).output
}

const foreign: [string, string][] = [
  ['core', 'window'],
  ['core', 'document'],
  ['core', 'process'],
  ['core', 'Buffer'],
  ['core', 'setTimeout'],
  ['core', 'crypto'],
  ['core', 'fetch'],
  ['api', 'process'],
  ['api', 'window'],
  ['node', 'window'],
  ['node', 'document'],
  ['renderer', 'process'],
  ['renderer', 'Buffer'],
]

describe('rooms', () => {
  it.each(foreign)('%s does not know %s', async (room, word) => {
    expect(await compile(room, `export const planted: unknown = ${word}\n`)).toContain(
      `Cannot find name '${word}'`,
    )
  })

  it.each(['core', 'api', 'node', 'renderer', 'tests'])('%s compiles what belongs to it', async (room) => {
    expect(
      await compile(room, `export const planted = (names: readonly string[]): string => names.at(0) ?? ''\n`),
    ).toBe('')
  })
})
