import type { ApplicationState } from '#domain/application-state.ts'
import { decideExpiryNotice, hasAddress } from '#domain/expiry-rules.ts'
import { addMonths } from '#domain/office-date.ts'
import { rolesGranted } from '#services/office.ts'
import { writesExpiryLetters } from '#services/expiry-notices.ts'
import type { CaseDesk, SampleCase } from './sample-case.ts'

/** Permits that end within half a year and of which nobody was told, the first to end first; the very first still waits. */
const ending = ({ dossiers, today }: CaseDesk): readonly ApplicationState[] =>
  dossiers()
    .filter(
      (state) =>
        decideExpiryNotice(state, today(), null).ok &&
        (state.product?.validUntil ?? '9999') <= addMonths(today(), 6),
    )
    .toSorted((a, b) => ((a.product?.validUntil ?? '') < (b.product?.validUntil ?? '') ? -1 : 1))
    .slice(1)

/** The supervisor has told some holders that their permits end: two by a letter, two by a message; the others wait. */
export const expiringPermits: SampleCase = {
  name: 'expiring-permits',
  daysAgo: 6,
  share: 0.4,
  async *play(desk) {
    const { services, ids, office } = desk
    const role = rolesGranted(office.profile, 'reports')[0]
    if (role === undefined) return
    const tell = async (way: 'letter' | 'message', states: readonly ApplicationState[]): Promise<void> => {
      const items = states.map(({ id }) => ({ applicationId: id, orderId: ids.uuid() }))
      if (items.length > 0) await services.tellExpiry({ way, items, reason: null }, desk.as(role))
    }
    if (writesExpiryLetters(office)) await tell('letter', ending(desk).filter(hasAddress).slice(0, 2))
    yield 30
    await tell('message', ending(desk).slice(0, 2))
  },
}
