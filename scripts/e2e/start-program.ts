import { inProject } from '../lib/paths.ts'
import { startChild, type Child } from '../lib/start-child.ts'

/** `npm start` as a process of its own; its READY line names the address. */
export type StartedProgram = Child

/** Starts the browser host with these options, without a window; it ends with this process at the latest. */
export const startProgram = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): StartedProgram =>
  startChild([inProject('scripts', 'start.ts'), '--host', 'browser', '--no-open', ...args], environment)
