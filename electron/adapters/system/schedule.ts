import type { Schedule } from '#ports/schedule.ts'

/** Real time. A waiting deadline does not keep a closing station alive. */
export const schedule: Schedule = (afterMs, run) => {
  const timer = setTimeout(run, afterMs)
  timer.unref()
  return () => {
    clearTimeout(timer)
  }
}
