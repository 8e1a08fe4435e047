import { globSync } from 'node:fs'
import { runCommand } from './run-command.ts'

const rooms = ['electron', 'renderer', 'db', 'scripts'] as const

interface Violation {
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string; readonly severity: string }
  readonly cycle?: readonly { readonly name: string }[]
}

export interface Cruise {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: { readonly violations: readonly Violation[] }
}

/** What dependency-cruiser finds in the rooms under a folder that has the project's layout and settings. */
export async function cruise(root: string): Promise<Cruise> {
  const { output } = await runCommand(
    'depcruise',
    ['--config', 'scripts/config/dependency-cruiser.mjs', '--no-cache', '--output-type', 'json', ...rooms],
    { cwd: root },
  )
  try {
    return JSON.parse(output) as Cruise
  } catch {
    throw new Error(output)
  }
}

/** What is wrong with the walls, a line each: an import through one, a dead module, or a file that was not looked at. */
export function faultsOfWalls(root: string, { modules, summary }: Cruise): readonly string[] {
  const looked = new Set(modules.map(({ source }) => source))
  const unseen = globSync(`{${rooms.join(',')}}/**/*.{ts,tsx,mjs,mts}`, {
    cwd: root,
    // Programs of their own with packages of their own; the cruise leaves them out, too.
    exclude: ['scripts/bench/peers/**'],
  })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !looked.has(file))
  return [
    ...summary.violations
      .filter(({ rule }) => rule.severity === 'error')
      .map(({ from, to, rule, cycle }) =>
        cycle
          ? `${rule.name}: ${[from, ...cycle.map(({ name }) => name)].join(' → ')}`
          : `${rule.name}: ${from === to ? from : `${from} → ${to}`}`,
      ),
    ...unseen.map((file) => `not looked at: ${file}`),
  ]
}
