import { officeDateOf } from '#domain/office-zone.ts'
import { statusOf, type ApplicationState } from '#domain/application-state.ts'
import { rolesGranted } from '#services/office.ts'
import type { CaseDesk, SampleCase } from './sample-case.ts'

const said = [
  'Pemeriksaan tempat ditunda 2 hari karena pemohon berhalangan.',
  'Dokumen teknis menunggu keterangan dari fasilitas.',
  'Tim teknis bertugas di luar daerah selama 3 hari.',
]

/** Open dossiers past the day that was promised, the earliest promised first. */
const late = ({ dossiers, today }: CaseDesk): readonly ApplicationState[] =>
  dossiers()
    .filter((state) => statusOf(state) === 'in-process' && state.dueOn !== null && state.dueOn < today())
    .toSorted((one, other) => ((one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1))

/** Where nothing is promised: what lies longest. */
const lying = ({ dossiers, now, office }: CaseDesk): readonly ApplicationState[] => {
  const today = officeDateOf(now(), office.profile.timeZone)
  return dossiers().filter(
    (state) => statusOf(state) === 'in-process' && state.acceptedAt !== null && state.filedOn < today,
  )
}

/** The supervisor's desk has written down why some dossiers take longer than was promised; of others nobody knows yet. */
export const lateReasons: SampleCase = {
  name: 'late-reasons',
  daysAgo: 0,
  share: 0.5,
  async *play(desk) {
    const { services, ids, office } = desk
    const role = rolesGranted(office.profile, 'work-dossiers')[0]
    if (role === undefined) return
    const found = late(desk)
    for (const [at, state] of (found.length > 0 ? found : lying(desk)).slice(0, said.length).entries()) {
      const order = { applicationId: state.id, reasonId: ids.uuid(), reason: said[at] ?? '' }
      const explained = await services.explainDelay(order, desk.as(role))
      if (!explained.ok) throw new Error(`the reason is refused: ${explained.refusal.code}`)
      yield 4
    }
  },
}
