import type { ApplicationState } from '#domain/application-state.ts'
import {
  isAppointable,
  kindsOf,
  makingRoles,
  holdingRoles,
  plannedOf,
  warningKey,
} from '#domain/appointment-rules.ts'
import { dayStatus } from '#domain/calendar.ts'
import { numericDate } from '#domain/indonesian.ts'
import { addDays, type OfficeDate } from '#domain/office-date.ts'
import type { AppointmentKind } from '#domain/stage-table.ts'
import type { CaseDesk, SampleCase } from './sample-case.ts'

const team = [
  { name: 'Retno Wulandari, S.K.M.', nip: '', post: 'Penata Perizinan Ahli Muda' },
  { name: 'Agung Prasetya, A.Md.Kes.', nip: '', post: 'Pengelola Kesehatan Lingkungan' },
] as const

/** The next day on which the office works, so many working days ahead. */
function workingDayAfter(desk: CaseDesk, ahead: number): OfficeDate {
  let day = desk.today()
  for (let left = ahead; left > 0;) {
    day = addDays(day, 1)
    if (dayStatus(desk.office.profile.calendar, day).working) left -= 1
  }
  return day
}

const fits = (desk: CaseDesk, kind: AppointmentKind) => (state: ApplicationState) =>
  isAppointable(desk.office.profile.stageTable, state, kind) && plannedOf(state, kind) === undefined

/** Plans for as many dossiers as wished; undefined: none waits for it. */
async function plan(desk: CaseDesk, kind: AppointmentKind, wanted: number, ahead: number, hour: number) {
  const taken: ApplicationState[] = []
  while (taken.length < wanted) {
    const state = desk.take(fits(desk, kind))
    if (!state) break
    taken.push(state)
  }
  if (taken.length === 0) return undefined
  const place = taken[0]?.data.facility?.name ?? 'Ruang Rapat Lantai 2'
  const role = desk.as(makingRoles(desk.office.profile.stageTable, kind)[0] ?? '')
  const order = {
    id: desk.ids.uuid(),
    kind,
    form: {
      date: numericDate(workingDayAfter(desk, ahead)),
      from: `${String(hour).padStart(2, '0')}.00`,
      until: `${String(hour + 2).padStart(2, '0')}.00`,
      place: kind === 'site-inspection' ? place : 'Ruang Rapat Lantai 2',
      purpose: 'pemeriksaan kesesuaian sarana, prasarana, dan peralatan',
      team: team.map((one, index) => ({ ...one, userId: null, leads: index === 0 })),
    },
    applicationIds: taken.map((one) => one.id),
    printerId: null,
  }
  const first = await desk.services.makeAppointment({ ...order, seen: [] }, role)
  const warned = !first.ok && first.refusal.code === 'appointment-warned' ? first.refusal.warnings : []
  const made =
    warned.length === 0
      ? first
      : await desk.services.makeAppointment({ ...order, seen: warned.map(warningKey) }, role)
  return made.ok ? { made: made.value, taken } : undefined
}

const letGo = (desk: CaseDesk, taken: readonly ApplicationState[]): void => {
  for (const { id } of taken) desk.letGo(id)
}

/** Visits and meetings of the last days and the next: one held, one put off, some still to come, one for several dossiers. */
export const agenda: SampleCase = {
  name: 'agenda',
  daysAgo: 4,
  share: 0.2,
  async *play(desk) {
    const table = desk.office.profile.stageTable
    const [kind] = kindsOf(table).toReversed()
    if (kind === undefined) return
    const first = await plan(desk, kind, 1, 1, 9)
    yield 60
    const second = await plan(desk, kind, 2, 2, 13)
    yield 500
    if (second) {
      const { id, time } = second.made
      await desk.services.postponeAppointment(
        {
          id,
          from: time,
          form: {
            date: numericDate(workingDayAfter(desk, 5)),
            from: '09.00',
            until: '11.00',
            place: time.place,
          },
          reason: 'ketua tim dinas luar',
          seen: [],
          printerId: null,
        },
        desk.as(makingRoles(table, kind)[0] ?? ''),
      )
    }
    yield 300
    if (first) {
      await desk.services.holdAppointment(
        {
          id: first.made.id,
          present: first.made.team.map((one) => one.name),
          result: 'Sarana dan peralatan sesuai; alat pemadam api perlu ditambah satu.',
        },
        desk.as(holdingRoles(table, kind)[0] ?? ''),
      )
      letGo(desk, first.taken)
    }
    yield 200
    await plan(desk, kind, 3, 3, 13)
    yield 200
    await plan(desk, kind, 1, 4, 9)
    await plan(desk, kind, 1, 8, 9)
  },
}
