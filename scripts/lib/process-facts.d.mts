/** True while a process with this id runs (also when it belongs to somebody else). */
export function isAlive(pid: number): boolean
/** The parent's process id, or undefined where that cannot be read. */
export function parentOf(pid: number): number | undefined
/** Tells one process from a later one that was given the same id; '' where it cannot be read. */
export function birthOf(pid: number): string
