import { existsSync, readFileSync } from 'node:fs'
import { inProject } from './paths.ts'

/** Path of Electron's program, or undefined where its runtime has not been downloaded. */
export const electronRuntime = (): string | undefined => {
  const folder = inProject('node_modules', 'electron')
  try {
    const program = inProject('node_modules', 'electron', 'dist', readFileSync(`${folder}/path.txt`, 'utf8'))
    return existsSync(program) ? program : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
