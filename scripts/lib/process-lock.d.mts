export interface ProcessLock {
  /** Process of a dead owner that still runs. */
  readonly leftBehind: number | undefined
  noteChild(pid: number): void
  release(): void
}
/** Waits for the lock kept in `dir`; a dead owner's lock is taken over. */
export function takeLock(
  dir: string,
  options?: { onWait?: (ownerPid: number) => void; pollMs?: number },
): Promise<ProcessLock>
