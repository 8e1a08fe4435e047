import { reminderChannels } from '#domain/handover.ts'
import { isReadyForHandover } from '#domain/issuance.ts'
import { rolesGranted } from '#services/office.ts'
import type { SampleCase } from './sample-case.ts'

const perShelf = 12
const dayMs = 86_400_000

/** Finished papers lie on the rack, shelf by shelf; those who have not come for long were reminded, some twice. */
export const onTheRack: SampleCase = {
  name: 'on-the-rack',
  daysAgo: 0,
  share: 0.2,
  async *play(desk) {
    const [role] = rolesGranted(desk.office.profile, 'handover')
    if (role === undefined) return
    const who = desk.as(role)
    const lying = desk.dossiers().filter(isReadyForHandover)
    for (const [index, { id, issuedAt, refusedAt }] of lying.entries()) {
      const shelf = String.fromCharCode(65 + (Math.floor(index / perShelf) % 26))
      const place = `${shelf}-${String((index % perShelf) + 1).padStart(2, '0')}`
      // The last that came from the printer still lie on the desk.
      if (index < lying.length - 2) await desk.services.placeOnRack({ applicationId: id, place }, who)
      const days = (Date.parse(desk.now()) - Date.parse(issuedAt ?? refusedAt ?? desk.now())) / dayMs
      const times = days > 30 ? 2 : days > 12 ? 1 : 0
      for (let seen = 0; seen < times; seen += 1) {
        const channel = reminderChannels[seen] ?? 'phone'
        await desk.services.noteReminder({ applicationId: id, channel, seen }, who)
      }
    }
    yield 1
  },
}
