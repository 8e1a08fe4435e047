import type { Instant } from '#domain/instant.ts'
import type { Product } from '#domain/permit.ts'
import type { Stores } from '#ports/stores.ts'

/** Series that give no number, because the portal knows one of theirs under another permit: `StoppedSeries[]`. */
export const stoppedSeriesSetting = 'portal.stopped-series'

/** Why a series stands: a number of it that somebody else has at the portal. */
export interface StoppedSeries {
  readonly series: string
  readonly number: string
  /** The permit of ours that has it; once the portal takes this one the series goes on. */
  readonly permitId: string
  readonly at: Instant
}

export const keptStoppedSeries = (setting: unknown): readonly StoppedSeries[] =>
  Array.isArray(setting) ? (setting as readonly StoppedSeries[]) : []

type Settings = Pick<Stores, 'settings'>

/**
 * Stops the series of a permit whose number is taken at the portal (portal contract, *Errors*). Not for a permit that a Ralat gave
 * up: its number went on to the next one, which a portal may have before it. Repeatable.
 */
export async function stopSeriesOf(
  { settings }: Settings,
  { product }: { readonly product: Pick<Product, 'id' | 'number'> | null },
  permitId: string,
  at: Instant,
): Promise<void> {
  const number = product?.id === permitId ? product.number : null
  if (!number) return
  const stopped = keptStoppedSeries(await settings.get(stoppedSeriesSetting))
  if (stopped.some((one) => one.permitId === permitId)) return
  const one: StoppedSeries = { series: number.series, number: number.text, permitId, at }
  await settings.set(stoppedSeriesSetting, [...stopped, one])
}

/** Lets a series go on, because the portal has taken the permit that stopped it. Repeatable. */
export async function releaseSeriesOf({ settings }: Settings, permitId: string): Promise<void> {
  const stopped = keptStoppedSeries(await settings.get(stoppedSeriesSetting))
  if (!stopped.some((one) => one.permitId === permitId)) return
  await settings.set(
    stoppedSeriesSetting,
    stopped.filter((one) => one.permitId !== permitId),
  )
}

/** The number because of which a series gives none; null: it gives numbers. */
export async function whyStopped({ settings }: Settings, series: string): Promise<string | null> {
  const stopped = keptStoppedSeries(await settings.get(stoppedSeriesSetting))
  return stopped.find((one) => one.series === series)?.number ?? null
}
