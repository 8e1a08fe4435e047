import { z } from 'zod'
import type { Appointment } from '#domain/appointment.ts'
import { kindsOf, makingRoles, plannedOf, stagesWith } from '#domain/appointment-rules.ts'
import { daysBetween } from '#domain/office-date.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { appointmentKinds } from '#domain/stage-table.ts'
import {
  AgendaInput,
  AgendaView,
  AppointableView,
  AppointmentView,
  CancelAppointmentInput,
  HoldInput,
  MakeAppointmentInput,
  PostponeInput,
  PrintAssignmentInput,
  TeamChoiceView,
} from '#contract/appointments.ts'
import { IdField, resultOf } from '#contract/common.ts'
import { officeNow } from '#services/appointment-work.ts'
import type {
  EndAppointmentRefusal,
  PostponeRefusal,
  PrintAssignmentRefusal,
} from '#services/change-appointment.ts'
import type { PrintInspectionRefusal } from '#services/inspection-report.ts'
import type { MakeAppointmentRefusal } from '#services/make-appointment.ts'
import { rolesOf, type SignedIn } from '#services/office.ts'
import type { ApiContext, OpenOfficeParts } from './context.ts'
import { permittedProcedure, router } from './trpc.ts'
import {
  agendaDays,
  appointableView,
  appointmentLineView,
  appointmentView,
  teamChoices,
} from './views/appointment-view.ts'

const procedure = permittedProcedure('agenda')

/** A month with the weeks at its edges. */
const mostDays = 62
/** As many as a list of dossiers to pick from bears. */
const listed = 200

interface Reader {
  readonly queries: ApiContext['queries']
  readonly clock: ApiContext['clock']
  readonly open: OpenOfficeParts
  readonly who: SignedIn
}

async function viewOf(
  { queries, clock, open, who }: Reader,
  appointment: Appointment,
): Promise<AppointmentView> {
  const ids = appointment.dossiers.map((one) => one.applicationId)
  const [jobs, ...states] = await Promise.all([
    queries.listPrintJobs({ applicationIds: ids.slice(0, 1), limit: 200 }),
    ...ids.map((id) => queries.findApplication(id)),
  ])
  const newest = jobs.toSorted((one, other) => (one.requestedAt < other.requestedAt ? 1 : -1))
  const known = states.flatMap((one) => one ?? [])
  return appointmentView(open.office, appointment, known, newest, who, officeNow(open.office, clock.now()))
}

/** The appointment as it is after an act. */
async function after<R>(
  reader: Reader,
  outcome: Result<Appointment, R>,
): Promise<Result<AppointmentView, R>> {
  if (!outcome.ok) return refuse(outcome.refusal)
  reader.open.services.spool.wake()
  return ok(await viewOf(reader, outcome.value))
}

/** *Agenda*: review meetings and visits, who is sent, and what came of them. */
export const appointmentsRouter = router({
  agenda: procedure
    .input(AgendaInput.refine(({ from, through }) => daysBetween(from, through) < mostDays))
    .output(AgendaView)
    .query(async ({ ctx, input }) => {
      const { office } = ctx.open
      const now = officeNow(office, ctx.clock.now())
      const table = office.profile.stageTable
      const found = await ctx.queries.listAppointments(input.from, input.through)
      return {
        today: now.date,
        days: agendaDays(office, input.from, input.through),
        appointments: found.map((one) => appointmentLineView(one, now)),
        mayMake: kindsOf(table).filter((kind) =>
          makingRoles(table, kind).some((role) => rolesOf(ctx.who).includes(role)),
        ),
      }
    }),

  get: procedure
    .input(z.object({ id: IdField }))
    .output(AppointmentView.nullable())
    .query(async ({ ctx, input }) => {
      const appointment = await ctx.queries.findAppointment(input.id)
      return appointment ? viewOf(ctx, appointment) : null
    }),

  /** Dossiers that may be in a new appointment of a kind, the most urgent first. */
  dossiers: procedure
    .input(z.object({ kind: z.enum(appointmentKinds) }))
    .output(z.array(AppointableView))
    .query(async ({ ctx, input }) => {
      const { office } = ctx.open
      const lines = await ctx.queries.listAtStages(stagesWith(office.profile.stageTable, input.kind), listed)
      const states = await Promise.all(lines.map((one) => ctx.queries.findApplication(one.id)))
      return states.flatMap((state) =>
        state && !plannedOf(state, input.kind) ? [appointableView(office, state)] : [],
      )
    }),

  team: procedure.output(z.array(TeamChoiceView)).query(async ({ ctx }) => {
    const [users, latest] = await Promise.all([
      ctx.queries.listUsers(),
      ctx.queries.listLatestAppointments(100),
    ])
    return teamChoices(ctx.open.office, users, latest)
  }),

  make: procedure
    .input(MakeAppointmentInput)
    .output(resultOf<MakeAppointmentRefusal>()(AppointmentView))
    .mutation(async ({ ctx, input }) => after(ctx, await ctx.open.services.makeAppointment(input, ctx.who))),

  postpone: procedure
    .input(PostponeInput)
    .output(resultOf<PostponeRefusal>()(AppointmentView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, await ctx.open.services.postponeAppointment(input, ctx.who)),
    ),

  hold: procedure
    .input(HoldInput)
    .output(resultOf<EndAppointmentRefusal>()(AppointmentView))
    .mutation(async ({ ctx, input }) => after(ctx, await ctx.open.services.holdAppointment(input, ctx.who))),

  cancel: procedure
    .input(CancelAppointmentInput)
    .output(resultOf<EndAppointmentRefusal>()(AppointmentView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, await ctx.open.services.cancelAppointment(input, ctx.who)),
    ),

  print: procedure
    .input(PrintAssignmentInput)
    .output(resultOf<PrintAssignmentRefusal>()(z.object({ jobId: z.string() })))
    .mutation(async ({ ctx, input }) => {
      const printed = await ctx.open.services.printAssignment(input, ctx.who)
      if (!printed.ok) return refuse(printed.refusal)
      ctx.open.services.spool.wake()
      return ok({ jobId: printed.value.id })
    }),

  /** The *Berita Acara* of a visit, one sheet for each of its dossiers. */
  printReports: procedure
    .input(PrintAssignmentInput.omit({ reason: true }))
    .output(resultOf<PrintInspectionRefusal>()(z.object({ jobIds: z.array(z.string()) })))
    .mutation(async ({ ctx, input }) => {
      const printed = await ctx.open.services.printInspectionReport(input, ctx.who)
      if (!printed.ok) return refuse(printed.refusal)
      ctx.open.services.spool.wake()
      return ok({ jobIds: printed.value.map((one) => one.id) })
    }),
})
