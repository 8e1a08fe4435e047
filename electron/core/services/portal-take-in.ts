import { compareNames } from '#domain/name-comparison.ts'
import type { OnlineApplicant } from '#domain/online-entities.ts'
import { applicantFrom } from '#domain/portal-online.ts'
import type { IdSource } from '#ports/clock.ts'
import type { PortalFeed, PortalIntake } from '#ports/portal-intake.ts'
import type { Office } from './office.ts'
import { takePortalNews } from './portal-apply.ts'
import { pullFromPortal, type PortalInboxDeps } from './portal-inbox.ts'
import { applicantActor, letWait } from './portal-context.ts'
import { findPerson, joinPersons, joinTwin } from './portal-person.ts'

/** How answers to our own calls come into the office's records: by the same rules as the feed. */
export const portalIntake = (parts: { readonly office: Office; readonly ids: IdSource }): PortalIntake => ({
  takeIn: async (stores, change, at) => {
    await takePortalNews({ ...parts, stores, at }, change)
  },
  mergePersons: async (stores, { ourId, portalId }, at) => {
    const turn = { ...parts, stores, at }
    const ours = await findPerson(stores, ourId)
    if (!ours) return 'different'
    // The call was frozen before its person was joined to the one whom the portal names.
    if (ours.id === portalId) return ourId === portalId ? 'different' : 'merged'
    const here = await findPerson(stores, portalId)
    if (here?.id === ours.id) {
      // A portal restored from a backup knows only the line that was joined to ours: that one stays.
      await joinPersons(turn, ours, { ...ours, id: portalId }, applicantActor(ours.name))
      return 'merged'
    }
    const known = await stores.portal.findKnown('applicant', portalId)
    if (!here && !known) return 'unknown'
    const theirs = here ?? applicantFrom(known?.data as unknown as OnlineApplicant)
    if (compareNames(ours.name, theirs.name) === 'different') {
      // Offered to a clerk, who compares a card and makes them one.
      const { version = 1, data = null, deleted = false } = known ?? {}
      await letWait(
        turn,
        { entity: 'applicant', id: portalId, version, deleted, data },
        null,
        'nik-of-another',
      )
      return 'different'
    }
    if (here) await joinPersons(turn, ours, here, applicantActor(here.name))
    else await joinTwin(turn, ours, theirs)
    return 'merged'
  },
})

/** The change feed for the station that speaks with the portal. */
export const portalFeed = (deps: PortalInboxDeps): PortalFeed => {
  const pull = pullFromPortal(deps)
  return {
    readOnce: async (line, waitSeconds, cancel) => {
      const said = await pull(line, waitSeconds, cancel)
      return said.kind === 'done'
        ? { kind: 'done', value: { ...said.value, pulled: said.value.taken } }
        : said
    },
  }
}
