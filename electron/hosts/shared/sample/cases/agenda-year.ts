import { callOff, hasBegun, hold, planAppointment, postpone } from './appointment-steps.ts'
import { kindsOf } from '#domain/appointment-rules.ts'
import type { CaseDesk, SampleCase } from './sample-case.ts'

const results = [
  'Sarana dan peralatan sesuai dengan permohonan.',
  'Sesuai; papan nama praktik belum terpasang, dipasang sebelum izin diambil.',
  'Sesuai; tempat sampah medis perlu dipisah dari sampah umum.',
  'Ruang periksa dan alat sesuai; wastafel baru berfungsi baik.',
] as const

const delays = [
  'ketua tim dinas luar',
  'hujan lebat dan jalan tergenang',
  'pemohon minta waktu lain',
] as const

/** Whenever nobody waits for a visit, the case looks again on the next day. */
const officeDay = 420

/** One visit or meeting to its end: most are held, some put off before, a few called off. */
async function* oneAppointment(desk: CaseDesk, turn: number): AsyncGenerator<number, void, void> {
  const kinds = kindsOf(desk.office.profile.stageTable)
  const kind = desk.random.pick(kinds)
  const planned = await planAppointment(
    desk,
    kind,
    desk.random.between(1, 2),
    desk.random.between(1, 3),
    desk.random.chance(0.6) ? 9 : 13,
  )
  if (planned === undefined) return
  yield 200
  if (turn % 9 === 4) return callOff(desk, planned, 'pemohon pindah tempat praktik')
  let { made } = planned
  if (turn % 4 === 1)
    made = (await postpone(desk, made, desk.random.between(2, 4), desk.random.pick(delays))) ?? made
  while (!hasBegun(desk, made)) yield 90
  yield 150
  await hold(desk, { ...planned, made }, desk.random.pick(results))
}

/** Visits and meetings all through the year, about two a week: held, put off, called off. */
export const agendaOfTheYear: SampleCase = {
  name: 'agenda-year',
  daysAgo: 230,
  share: 0.3,
  async *play(desk) {
    if (kindsOf(desk.office.profile.stageTable).length === 0) return
    // Until the present moment, at which every case ends where it is.
    for (let turn = 0; ; turn += 1) {
      yield* oneAppointment(desk, turn)
      yield officeDay
    }
  },
}
