import { broughtBy } from '#domain/collective-filing.ts'
import { typesTakenIn } from '../plan.ts'
import { personFields } from '../people.ts'
import { facilities, schedules } from '../words.ts'
import type { SampleCase } from './sample-case.ts'

const dossiers = 6

/** Somebody of a hospital brings six dossiers of its staff and one that lacks a paper; each then goes the usual way. */
export const collectiveFiling: SampleCase = {
  name: 'collective-filing',
  daysAgo: 9,
  share: 0.25,
  async *play(desk) {
    const { office, services } = desk
    const [facility] = facilities
    const types = typesTakenIn(office, desk.today()).filter((one) => one.kinds.includes('new'))
    const [first] = types
    if (!facility || !first) return
    const who = desk.as('applicant')
    const opened = await services.openCollectiveFiling(
      {
        id: desk.ids.uuid(),
        bringer: {
          kind: 'facility',
          name: 'Wahyu Landakoro',
          nik: '',
          phone: '0812-5500-0412',
          facilityName: facility.name,
          letterSeen: true,
        },
      },
      who,
    )
    if (!opened.ok) throw new Error(`the filing is refused: ${opened.refusal.code}`)
    const filing = opened.value
    for (let row = 0; row < dossiers; row += 1) {
      yield 4
      const type = types[row % types.length] ?? first
      const person = personFields(desk.person(type.profession))
      const { id } = await desk.register(
        await desk.form({
          ...person,
          ...broughtBy(filing.bringer, person),
          collectiveFilingId: filing.id,
          permitTypeCode: type.code,
          facilityKind: facility.kind,
          facilityName: facility.name,
          facilityAddress: facility.address,
          schedule: desk.random.pick(schedules),
        }),
      )
      desk.letGo(id)
    }
    yield 3
    const lacking = desk.person(first.profession)
    const closed = await services.closeCollectiveFiling(
      {
        id: filing.id,
        left: [
          {
            id: desk.ids.uuid(),
            name: lacking.nameOnPermit,
            permitTypeCode: first.code,
            reason: 'STR tidak dibawa',
          },
        ],
        printerId: null,
      },
      who,
    )
    if (!closed.ok) throw new Error(`the filing is not closed: ${closed.refusal.code}`)
  },
}
