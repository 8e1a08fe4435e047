import type { ApplicationState } from '#domain/application-state.ts'
import { dossiersIn, type Appointment } from '#domain/appointment.ts'
import { arrangingRoles, holdingRoles, type AppointmentWhy } from '#domain/appointment-rules.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import { versionOn } from '#domain/documents/template.ts'
import { dayName, longDate, monthName, numericDate, timeRange } from '#domain/indonesian.ts'
import { inWords } from '#domain/indonesian-numbers.ts'
import type { Instant } from '#domain/instant.ts'
import { weekdayOf, type OfficeDate } from '#domain/office-date.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { documentRule } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { documentLabel, kindLabel } from '#domain/wording/application.ts'
import { endedWhy, openAppointment, roleAmong, type RoleRefusal } from './appointment-work.ts'
import { practicePlace, teamOnPaper } from './assignment-content.ts'
import type { DossierDeps } from './dossier-change.ts'
import { getType, type Office, type SignedIn } from './office.ts'
import { holderName, regionOf } from './paper-words.ts'
import { printedLetterhead } from './print-content.ts'
import { choosePrinter, newJob } from './print-document.ts'

/** *dua puluh empat bulan November tahun dua ribu dua puluh enam* */
const dateInWords = (date: OfficeDate): string => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return `${inWords(day)} bulan ${monthName(month)} tahun ${inWords(year)}`
}

/** The *Berita Acara Pemeriksaan* of one dossier of a visit, to be filled in at the place. */
export function inspectionContent(
  office: Office,
  appointment: Appointment,
  state: ApplicationState,
  at: Instant,
): PrintContent {
  const { profile } = office
  const { time, letter } = appointment
  const rule = documentRule(profile, 'inspection-report')
  const letterhead = printedLetterhead(profile, time.date, rule.letterhead === 'pre-printed-paper')
  const type = getType(office, state.data.permitTypeCode)
  const kind = kindLabel(state.data.kind, state.data.practiceOrdinal).toLowerCase()
  return {
    kind: 'inspection-report',
    paper: rule.paper,
    template: versionOn(office.texts.inspection, time.date),
    data: {
      letterhead,
      registrationNumber: state.registrationNumber.text,
      request: `${state.registrationNumber.text}, ${type.code}, ${kind.replace('sip ke', 'izin ke')}`,
      holderName: maskFullNik(holderName(state)),
      place: practicePlace(office, state, regionOf(letterhead.government)),
      team: teamOnPaper(appointment),
      face: profile.face,
      marks: [],
      createdAt: at,
      facts: {
        day: dayName(weekdayOf(time.date)),
        dateWords: dateInWords(time.date),
        date: numericDate(time.date),
        hours: `${timeRange(time.from, time.until)} ${profile.timeZoneLabel}`,
        letterNumber: letter.number.text,
        letterDate: longDate(letter.issuedOn),
      },
    },
  }
}

export type PrintInspectionRefusal = AppointmentWhy | RoleRefusal

/**
 * Prints the *Berita Acara* of a visit, a sheet of its own for each dossier that is still in it. It is a form to be filled in:
 * each call prints it once more. Refuses what is no visit, and one that was called off.
 */
export const printInspectionReport =
  ({ office, work, clock, ids }: DossierDeps) =>
  (
    order: { readonly id: string; readonly printerId: string | null },
    who: SignedIn,
  ): Promise<Result<readonly PrintJob[], PrintInspectionRefusal>> =>
    work.run<readonly PrintJob[], PrintInspectionRefusal>(async (stores) => {
      const found = await openAppointment(stores, order.id)
      if (!found.ok) return found
      const { appointment, all } = found.value
      if (appointment.kind !== 'site-inspection') return refuse({ code: 'appointment-unknown' })
      const table = office.profile.stageTable
      const role = roleAmong(who, [
        ...arrangingRoles(table, appointment.kind),
        ...holdingRoles(table, appointment.kind),
      ])
      if (!role.ok) return role
      const ended = appointment.state === 'cancelled' ? endedWhy(appointment) : null
      if (ended) return refuse(ended)
      const at = clock.now()
      const printers = await stores.printers.list()
      const still = dossiersIn(appointment).map((one) => one.applicationId)
      const jobs = all
        .filter((state) => still.includes(state.id))
        .map((state) =>
          newJob(ids.uuid(), {
            document: 'inspection-report',
            applicationId: state.id,
            subjectId: null,
            title: `${documentLabel('inspection-report')} ${state.registrationNumber.text}`,
            printerId:
              choosePrinter(printers, 'inspection-report', order.printerId) ??
              choosePrinter(printers, 'assignment-letter', null),
            copy: 1,
            reason: null,
            content: inspectionContent(office, appointment, state, at),
            requestedBy: who.user.name,
            at,
          }),
        )
      for (const job of jobs) await stores.printJobs.add(job)
      return ok(jobs)
    })
