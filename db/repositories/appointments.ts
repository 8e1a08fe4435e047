import { appointmentStates, type Appointment, type TeamMember } from '#domain/appointment.ts'
import { appointmentKinds } from '#domain/stage-table.ts'
import type { Queries } from '#ports/queries.ts'
import type { AppointmentStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { AppointedRow, AppointmentRow } from '../rows/office-rows.ts'
import { inPortions, isPostgres, jsonOf, objectOf, oneOf } from './reading.ts'

const toRow = (one: Appointment): AppointmentRow => ({
  id: one.id,
  kind: one.kind,
  held_on: one.time.date,
  from_time: one.time.from,
  until_time: one.time.until,
  place: one.time.place,
  purpose: one.purpose,
  team: jsonOf({ team: one.team }, 'team'),
  letter: jsonOf(one.letter, 'assignment letter'),
  state: one.state,
  made_at: one.madeAt,
  made_by: one.madeBy,
  postponements: jsonOf({ list: one.postponements }, 'postponements'),
  ended: one.end === null ? null : jsonOf(one.end, 'end of an appointment'),
})

const fromRow = (row: AppointmentRow, dossiers: readonly AppointedRow[]): Appointment => ({
  id: row.id,
  kind: oneOf(appointmentKinds, row.kind, 'kind of appointment'),
  time: {
    date: row.held_on as Appointment['time']['date'],
    from: row.from_time as Appointment['time']['from'],
    until: row.until_time as Appointment['time']['until'],
    place: row.place,
  },
  purpose: row.purpose,
  team: objectOf<{ team: readonly TeamMember[] }>(row.team, ['team'], 'team').team,
  dossiers: dossiers.map((one) => ({
    applicationId: one.application_id,
    leftAt: one.left_at as Appointment['madeAt'] | null,
  })),
  letter: objectOf<Appointment['letter']>(row.letter, ['id', 'number', 'issuedOn'], 'assignment letter'),
  state: oneOf(appointmentStates, row.state, 'state of an appointment'),
  madeAt: row.made_at as Appointment['madeAt'],
  madeBy: row.made_by,
  postponements: objectOf<{ list: Appointment['postponements'] }>(
    row.postponements,
    ['list'],
    'list of postponements',
  ).list,
  end:
    row.ended === null
      ? null
      : objectOf<NonNullable<Appointment['end']>>(
          row.ended,
          ['text', 'present', 'by'],
          'end of an appointment',
        ),
})

async function withDossiers(handle: Knex, rows: readonly AppointmentRow[]): Promise<readonly Appointment[]> {
  const dossiers: AppointedRow[] = []
  await inPortions(
    rows.map((one) => one.id),
    async (ids) =>
      dossiers.push(
        ...(await handle<AppointedRow>('appointment_dossiers')
          .whereIn('appointment_id', [...ids])
          .orderBy(['appointment_id', 'place'])),
      ),
  )
  const of = Map.groupBy(dossiers, (one) => one.appointment_id)
  return rows.map((row) => fromRow(row, of.get(row.id) ?? []))
}

async function findOne(handle: Knex, id: string): Promise<Appointment | undefined> {
  const row = await handle<AppointmentRow>('appointments').where({ id }).first()
  return row && (await withDossiers(handle, [row]))[0]
}

export function makeAppointmentStore(trx: Knex): AppointmentStore {
  return {
    find: (id) => findOne(trx, id),
    async listPlannedOn(day) {
      // A day on which nothing is planned yet has no row to lock; so its text is.
      if (isPostgres(trx))
        await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`appointments ${day}`])
      const rows = await trx<AppointmentRow>('appointments')
        .where({ held_on: day, state: 'planned' })
        .orderBy(['from_time', 'id'])
      return withDossiers(trx, rows)
    },
    async add(appointment) {
      await trx<AppointmentRow>('appointments').insert(toRow(appointment))
      const rows = appointment.dossiers.map((one, index) => ({
        appointment_id: appointment.id,
        application_id: one.applicationId,
        place: index + 1,
        left_at: one.leftAt,
      }))
      await inPortions(rows, (portion) => trx<AppointedRow>('appointment_dossiers').insert([...portion]))
    },
    async save(appointment) {
      await trx<AppointmentRow>('appointments').where({ id: appointment.id }).update(toRow(appointment))
    },
    async leave(applicationId, ids, at) {
      await trx<AppointedRow>('appointment_dossiers')
        .where({ application_id: applicationId, left_at: null })
        .whereIn('appointment_id', [...ids])
        .update({ left_at: at })
    },
  }
}

type Names = 'findAppointment' | 'listAppointments' | 'listLatestAppointments'

export function makeAppointmentQueries(reader: Knex): Pick<Queries, Names> {
  return {
    findAppointment: (id) => findOne(reader, id),
    async listAppointments(from, through) {
      const rows = await reader<AppointmentRow>('appointments')
        .whereBetween('held_on', [from, through])
        .orderBy(['held_on', 'from_time', 'id'])
      return withDossiers(reader, rows)
    },
    async listLatestAppointments(limit) {
      const rows = await reader<AppointmentRow>('appointments')
        .orderBy([
          { column: 'made_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit)
      return withDossiers(reader, rows)
    },
  }
}
