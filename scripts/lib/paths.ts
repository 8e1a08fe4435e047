import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json, wherever a command was started from. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

export const inProject = (...parts: string[]): string => join(projectRoot, ...parts)

/** Environment in which the project's own tools are found before those of the machine, and answer in plain text. */
export const toolEnvironment = (extra: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  NO_COLOR: '1',
  PATH: `${inProject('node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
  ...extra,
})
