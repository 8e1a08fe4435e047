import { linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { birthOf, isAlive } from './process-facts.mjs'

/**
 * A lock that a killed owner cannot keep, on built-ins alone.
 *
 * Each holding is a file `lock.N`; the highest N counts. Taking the lock is the atomic creation of N+1, allowed only when
 * the holder of N has given it up or is dead. A file is deleted only after a higher one exists, so whoever creates a
 * number that had been deleted finds the higher one right afterwards and steps back: two owners are impossible.
 */
export const takeLock = async (dir, { onWait = () => {}, pollMs = 200 } = {}) => {
  mkdirSync(dir, { recursive: true })
  for (;;) {
    const top = highest(dir)
    const holder = top === 0 ? undefined : read(dir, top)
    if (holder && holder.pid !== 0 && isSame(holder.pid, holder.born)) {
      onWait(holder.pid)
      await sleep(pollMs)
      continue
    }
    if (!create(dir, top + 1)) continue
    if (highest(dir) !== top + 1) {
      rmSync(join(dir, `lock.${top + 1}`), { force: true })
      continue
    }
    for (const number of numbers(dir)) if (number <= top) rmSync(join(dir, `lock.${number}`), { force: true })
    return {
      /** The dead owner's own child, when it left one running. */
      leftBehind: holder?.child && isSame(holder.child.pid, holder.child.born) ? holder.child.pid : undefined,
      /** Notes the process that works under this lock, so that the next owner can end it if we are killed. */
      noteChild: (pid) => replace(dir, top + 1, { ...self(), child: { pid, born: birthOf(pid) } }),
      release: () => replace(dir, top + 1, { pid: 0, born: '' }),
    }
  }
}

const self = () => ({ pid: process.pid, born: birthOf(process.pid) })
const isSame = (pid, born) => isAlive(pid) && (born === '' || birthOf(pid) === born)
const numbers = (dir) =>
  readdirSync(dir)
    .map((name) => Number(/^lock\.(\d+)$/.exec(name)?.[1] ?? 0))
    .filter((number) => number > 0)
const highest = (dir) => Math.max(0, ...numbers(dir))

const read = (dir, number) => {
  try {
    return JSON.parse(readFileSync(join(dir, `lock.${number}`), 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

const create = (dir, number) => {
  const draft = writeDraft(dir, self())
  try {
    // A link appears with its whole content or not at all; an open-then-write could be read half done.
    linkSync(draft, join(dir, `lock.${number}`))
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

const replace = (dir, number, content) => renameSync(writeDraft(dir, content), join(dir, `lock.${number}`))

const writeDraft = (dir, content) => {
  const draft = join(dir, `draft.${process.pid}`)
  writeFileSync(draft, JSON.stringify(content))
  return draft
}
