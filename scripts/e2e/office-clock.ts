import type { BrowserContext } from '@playwright/test'

/** When every run of the specs begins: on a Tuesday, with an hour of work behind the sample offices. */
const beginsAt = Date.parse('2026-11-24T09:00:00+07:00')

const place = 'SEPOK_SPECS_CLOCK'

/**
 * Sets the clock of a process or a page on; it goes on from there. Also run as text elsewhere: it uses nothing of this file.
 */
function setClockOn(ms: number): void {
  const Real = Date
  const now = Real.now
  Real.now = () => now() + ms
  globalThis.Date = new Proxy(Real, {
    construct: (target, given: unknown[], as) =>
      Reflect.construct(target, given.length === 0 ? [Real.now()] : given, as) as Date,
    apply: () => new Real(Real.now()).toString(),
  })
}

/** A Node option that sets the clock of a process on before anything else is loaded. */
export const clockOption = (ms: number): string =>
  `--import=data:text/javascript,${encodeURIComponent(`(${setClockOn.toString()})(${ms})`)}`

/**
 * Office time is the same in every run, whatever hour it is at the machine: what the sample offices hold, and what is late
 * in them, would else be another on a Sunday or at night. Holds for this process and all that it starts.
 */
export function keepOfficeTime(): void {
  if (process.env[place] !== undefined) return
  const ms = beginsAt - Date.now()
  process.env[place] = String(ms)
  process.env['NODE_OPTIONS'] = [process.env['NODE_OPTIONS'], clockOption(ms)].join(' ').trim()
  setClockOn(ms)
}

/** Pages have the office's time too. */
export const keepTimeOf = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(setClockOn, Number(process.env[place] ?? 0))
