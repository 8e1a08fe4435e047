import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { inProject, projectRoot } from './lib/paths.ts'

const eslint = new ESLint({
  cwd: projectRoot,
  overrideConfigFile: inProject('scripts', 'config', 'eslint.config.mjs'),
})

// The text replaces that of a real file, because type-aware rules need a file that belongs to a room.
const core = 'electron/core/domain/result.ts'
const command = 'scripts/build.ts'
const host = 'electron/hosts/shared/render-pool.ts'
const test = 'scripts/run.test.ts'

const complaints = async (file: string, text: string): Promise<(string | null)[]> => {
  const [result] = await eslint.lintText(text, { filePath: inProject(file) })
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message)
}

const syntax = 'no-restricted-syntax'
const bad: [string, string, string, string][] = [
  ['the present time in a rule', core, 'export const a = Date.now()', syntax],
  ['a date without argument in a rule', core, 'export const a = new Date()', syntax],
  ['a date as text in a rule', core, 'export const a = Date()', syntax],
  ['chance in a rule', core, 'export const a = Math.random()', syntax],
  ['a place of its own in a program that is bundled', host, 'export const a = import.meta.url', syntax],
  ['a default export', command, 'export default 1', syntax],
  ['a query outside db', command, 'export const a = `select id\n from permits`', syntax],
  [
    'a query with a value in it outside db',
    command,
    'export const a = (b: string) => `SELECT ${b} FROM c`',
    syntax,
  ],
  ['a write outside db', command, "export const a = 'INSERT INTO permits VALUES (1)'", syntax],
  ['a pragma outside db', core, "export const a = 'PRAGMA journal_mode = WAL'", syntax],
  [
    'a promise nobody waits for',
    command,
    'const a = async () => 1\na()',
    '@typescript-eslint/no-floating-promises',
  ],
  ['any', command, 'export const a = (b: any) => b', '@typescript-eslint/no-explicit-any'],
  [
    'an ignored compiler error',
    command,
    '// @ts-ignore\nexport const a = 1',
    '@typescript-eslint/ban-ts-comment',
  ],
  ['an empty catch', command, 'try { process.exit() } catch {}', 'no-empty'],
  [
    'a switch that misses a case',
    core,
    "export const a = (b: 'x' | 'y') => {\n switch (b) {\n case 'x': return 1\n }\n return 0 }",
    '@typescript-eslint/switch-exhaustiveness-check',
  ],
  [
    'a type imported as a value',
    command,
    "import { URL } from 'node:url'\nexport const a = (b: URL) => b.href",
    '@typescript-eslint/consistent-type-imports',
  ],
  [
    'a value imported beside its types, which a wall would not see',
    'db/connection.ts',
    "import knex, { type Knex } from 'knex'\nexport const a: Knex = knex({})",
    syntax,
  ],
  ['a test left out', test, "import { it } from 'vitest'\nit.skip('a', () => {})", syntax],
]

describe('habits', () => {
  it.each(bad)('are kept: no %s', async (_, file, text, rule) => {
    expect(await complaints(file, text)).toContain(rule)
  })

  it('leave plain code alone', async () => {
    const text =
      "export const firstDay = (text: string): Date => new Date(text)\nexport const note = 'please select one from the list'\n"
    expect(await complaints(core, text)).toEqual([])
  })

  it('let db speak SQL', async () => {
    expect(await complaints('scripts/lib/paths.ts', "export const a = 'select id from b'")).toContain(syntax)
    const config = (await eslint.calculateConfigForFile(inProject('db/connection.ts'))) as {
      rules: Record<string, unknown[]>
    }
    expect(JSON.stringify(config.rules[syntax])).not.toContain('SQL')
  })
})
