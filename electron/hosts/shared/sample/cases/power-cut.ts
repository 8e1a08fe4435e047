import { clockTime, numericDate } from '#domain/indonesian.ts'
import { addMs } from '#domain/instant.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { rolesGranted } from '#services/office.ts'
import type { SampleCase } from './sample-case.ts'

/** The light went out for an hour: what was taken in on paper is entered when it is back. */
export const powerCut: SampleCase = {
  name: 'power-cut',
  daysAgo: 3,
  share: 0.5,
  async *play(desk) {
    const { office, services, ids } = desk
    const [overseer] = rolesGranted(office.profile, 'reports')
    const offer = office.profile.offers[0]
    if (overseer === undefined || offer === undefined) return
    const { timeZone } = office.profile
    // The counter had printed forms for such a day; this one is written on plain paper.
    await services.reserveForms(
      { batchId: ids.uuid(), count: 3, counter: desk.as('applicant').station, printerId: null },
      desk.as('applicant'),
    )
    const takenAt = addMs(desk.now(), -55 * 60_000)
    yield 5
    const form = await desk.form({
      permitTypeCode: offer.code,
      lateEntry: true,
      lateDay: numericDate(officeDateOf(takenAt, timeZone)),
      lateTime: clockTime(officeTimeOf(takenAt, timeZone)),
      lateReason: 'Listrik padam selama satu jam',
      lateComplete: true,
    })
    const { id, name } = desk.as(overseer).user
    const order = { applicationId: ids.uuid(), draftId: null, form, printerId: null }
    const registered = await services.registerApplication(
      { ...order, consent: { userId: id, name } },
      desk.as('applicant'),
    )
    if (registered.ok) desk.letGo(order.applicationId)
    // A type that is filed elsewhere has no such case.
    else if (registered.refusal.code !== 'filed-elsewhere')
      throw new Error(JSON.stringify(registered.refusal))
  },
}
