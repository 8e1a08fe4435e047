import { randomUUID } from 'node:crypto'
import { openPortalLineWith } from '#adapters/portal/portal-client.ts'
import { createClock } from '#adapters/system/clock.ts'
import { createIdSource } from '#adapters/system/ids.ts'
import { schedule } from '#adapters/system/schedule.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { pullFromPortal, type PortalInboxDeps } from '#services/portal-inbox.ts'
import { onlineMoves, type OnlineMoves } from '../../../scripts/portal/testing/online-moves.ts'
import { trialPortal, type TrialPortal } from '../../../scripts/portal/testing/trial-portal.ts'
import { withKeptContent } from '../shared/kept-content.ts'
import { openCounterDesk, type CounterDesk } from './counter-desk.ts'

const never = new AbortController().signal

/** An office and its portal side by side, and the hand movements of both. */
export interface PortalDesk extends OnlineMoves {
  readonly desk: CounterDesk
  readonly portal: TrialPortal
  readonly deps: PortalInboxDeps
  /** Sets the office’s portal: from here on the station itself sends and reads. */
  join(): Promise<void>
  /** Waits until nothing is left to send. */
  sent(): Promise<void>
  /** Waits until the office’s record is as expected. */
  until(id: string, expected: (state: ApplicationState) => boolean): Promise<ApplicationState>
  /** Reads the feed until nothing is left; gives how many changes were new. */
  pull(): Promise<number>
  close(): Promise<void>
}

/** Opens an office of Pontianak with the reference portal of its city. */
export async function openPortalDesk(
  own: Parameters<typeof trialPortal>[0] = {},
  now = '2026-11-23T02:24:00.000Z',
): Promise<PortalDesk> {
  const desk = await openCounterDesk(now)
  const portal = await trialPortal({
    limits: {
      fileBytes: 2_000_000,
      mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
      pagesPerDocument: 5,
    },
    ...own,
  })
  const { office } = portal.words
  const ignore = (): void => {}
  const deps: PortalInboxDeps = {
    office,
    work: withKeptContent(desk.besides.work, { has: () => Promise.resolve(false) }),
    clock: createClock(() => desk.office.now()),
    ids: createIdSource(),
    log: { info: ignore, warn: ignore, error: ignore },
    queries: desk.besides.queries,
  }
  const line = openPortalLineWith({ schedule, now: () => Date.now() })({
    base: portal.apiBase,
    clientId: 'loket',
    secret: 'rahasia',
    officeCode: office.profile.officeCode,
  })
  const readOnce = pullFromPortal(deps)
  const pull: PortalDesk['pull'] = async () => {
    let taken = 0
    for (;;) {
      const said = await readOnce(line, 0, never)
      if (said.kind !== 'done') throw new Error(`the feed answers ${JSON.stringify(said)}`)
      taken += said.value.taken
      if (!said.value.more) return taken
    }
  }
  return {
    desk,
    portal,
    deps,
    join: async () => {
      const typed = { base: portal.apiBase, clientId: 'loket', secret: 'rahasia' }
      const saved = await desk.admin.portal.saveServer.mutate(typed)
      if (!saved.ok) throw new Error(saved.refusal.code)
    },
    sent: async () => {
      for (;;) {
        const { unplanned, waiting, filesWaiting } = await desk.besides.queries.portalFigures()
        if (unplanned + waiting + filesWaiting === 0) return
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    until: async (id, expected) => {
      for (;;) {
        const state = await desk.besides.queries.findApplication(id)
        if (state && expected(state)) return state
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    pull,
    ...onlineMoves(portal),
    close: async () => {
      await desk.close()
      // What waits at the feed behind a proxy is answered, so that nobody asks a portal that is closed.
      portal.portal.change(() =>
        portal.portal.store.put('message', randomUUID(), {}, portal.portal.instant()),
      )
      await new Promise((resolve) => setTimeout(resolve, 20))
      await portal.close()
    },
  }
}
