import type { Schedule } from '#ports/schedule.ts'

/** Real time. A wait keeps the process alive: a command must not end while a printer is being waited for. */
export const schedule: Schedule = (afterMs, run) => {
  const timer = setTimeout(run, afterMs)
  return () => {
    clearTimeout(timer)
  }
}
