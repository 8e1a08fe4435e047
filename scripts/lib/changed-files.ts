import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { inProject, projectRoot } from './paths.ts'

/** Files that differ from the last commit, new ones included, deleted ones not; relative to the project. */
export const changedFiles = (): string[] => {
  const git = (...args: string[]): string[] =>
    execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8' }).split('\0').filter(Boolean)
  const names = [
    ...git('diff', '--name-only', '-z', '--relative', 'HEAD'),
    ...git('ls-files', '--others', '--exclude-standard', '-z'),
  ]
  return [...new Set(names)].filter((name) => existsSync(inProject(name)))
}
