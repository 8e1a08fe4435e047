import type { CancelSignal } from '#ports/printing.ts'
import type { Schedule } from '#ports/schedule.ts'

/** How a wait ended: with its event, by its deadline, or because the station is closing. */
export type Waited<T> =
  { readonly by: 'event'; readonly value: T } | { readonly by: 'deadline' } | { readonly by: 'cancel' }

/** Waits for an event under a deadline. A promise that rejects rejects the wait. */
export function waitFor<T>(
  event: Promise<T>,
  schedule: Schedule,
  afterMs: number,
  cancel: CancelSignal,
): Promise<Waited<T>> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      stop()
      cancel.removeEventListener('abort', onCancel)
    }
    const finish = (waited: Waited<T>): void => {
      leave()
      resolve(waited)
    }
    const onCancel = (): void => {
      finish({ by: 'cancel' })
    }
    const stop = schedule(afterMs, () => {
      finish({ by: 'deadline' })
    })
    if (cancel.aborted) {
      finish({ by: 'cancel' })
      return
    }
    cancel.addEventListener('abort', onCancel)
    event.then(
      (value) => {
        finish({ by: 'event', value })
      },
      (error: unknown) => {
        leave()
        reject(error instanceof Error ? error : new Error(String(error)))
      },
    )
  })
}

/** Waits for time only; false when the station is closing. */
export async function pause(schedule: Schedule, afterMs: number, cancel: CancelSignal): Promise<boolean> {
  const waited = await waitFor(new Promise<never>(() => undefined), schedule, afterMs, cancel)
  return waited.by === 'deadline'
}

/** Never cancelled; for work that must be finished. */
export const noCancel: CancelSignal = {
  aborted: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}
