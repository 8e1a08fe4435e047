import { kindsOf } from '#domain/appointment-rules.ts'
import { hold, planAppointment, postpone } from './appointment-steps.ts'
import type { SampleCase } from './sample-case.ts'

/** Visits and meetings of the last days and the next: one held, one put off, some still to come, one for several dossiers. */
export const agenda: SampleCase = {
  name: 'agenda',
  daysAgo: 4,
  share: 0.2,
  async *play(desk) {
    const [kind] = kindsOf(desk.office.profile.stageTable).toReversed()
    if (kind === undefined) return
    const first = await planAppointment(desk, kind, 1, 1, 9)
    yield 60
    const second = await planAppointment(desk, kind, 2, 2, 13)
    yield 500
    if (second) await postpone(desk, second.made, 5, 'ketua tim dinas luar')
    yield 300
    if (first) await hold(desk, first, 'Sarana dan peralatan sesuai; alat pemadam api perlu ditambah satu.')
    yield 200
    await planAppointment(desk, kind, 3, 3, 13)
    yield 200
    await planAppointment(desk, kind, 1, 4, 9)
    await planAppointment(desk, kind, 1, 8, 9)
  },
}
