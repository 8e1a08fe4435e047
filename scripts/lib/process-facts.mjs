import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** True while a process with this id runs (also when it belongs to somebody else). */
export const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  return statOf(pid)?.state !== 'Z'
}

/** The parent's process id, or undefined where that cannot be read. */
export const parentOf = (pid) => {
  const stat = statOf(pid)
  if (stat) return stat.parent
  if (process.platform === 'linux' || process.platform === 'win32') return undefined
  try {
    return Number(
      execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  } catch {
    return undefined
  }
}

/** Tells one process from a later one that was given the same id; '' where it cannot be read. */
export const birthOf = (pid) => statOf(pid)?.startedAt ?? ''

const statOf = (pid) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the command in brackets and may itself hold blanks and brackets.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0], parent: Number(fields[1]), startedAt: fields[19] }
  } catch {
    return undefined
  }
}
