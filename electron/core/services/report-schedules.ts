import { bookFormats, type BookFormat, type BookKind } from '#domain/documents/book-kinds.ts'
import { parseEmail, type Email } from '#domain/email.ts'
import type { ReportSchedule, SchedulePace, ScheduleTarget } from '#domain/report-schedule.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { parseTimeOfDay } from '#domain/time-of-day.ts'
import type { ScheduleRefusal } from '#domain/wording/report-schedules.ts'
import type { Clock } from '#ports/clock.ts'
import type { ReportFolders } from '#ports/report-schedules.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import type { SignedIn } from './office.ts'

export interface ScheduleOrder {
  /** Minted with the first try: a repeat is the same schedule, and the id of one that is there changes it. */
  readonly id: string
  readonly report: BookKind
  readonly pace: SchedulePace
  /** As typed: `16.30`. */
  readonly at: string
  readonly formats: readonly BookFormat[]
  /** A folder of this computer, or addresses of e-mail, one a line. */
  readonly target: { readonly kind: 'folder' | 'mail'; readonly typed: string }
}

/** More are a list of the mail server's own. */
const mostAddresses = 10

interface Deps {
  readonly work: UnitOfWork
  readonly clock: Clock
  readonly folders: Pick<ReportFolders, 'isWhole'>
}

function readTarget(
  { target: { kind, typed } }: ScheduleOrder,
  folders: Deps['folders'],
  station: string,
): Result<ScheduleTarget, ScheduleRefusal> {
  if (kind === 'folder') {
    const folder = typed.trim()
    return folders.isWhole(folder)
      ? ok({ kind, folder, station })
      : refuse({ code: 'schedule-folder-wrong', typed: folder })
  }
  const lines = typed.split(/[\s,;]+/).filter((one) => one !== '')
  const addresses: Email[] = []
  for (const line of lines) {
    const address = parseEmail(line)
    if (!address.ok) return refuse({ code: 'schedule-address-wrong', typed: line })
    if (!addresses.includes(address.value)) addresses.push(address.value)
  }
  if (addresses.length === 0) return refuse({ code: 'schedule-address-wrong', typed: '' })
  return addresses.length > mostAddresses
    ? refuse({ code: 'schedule-addresses-many', most: mostAddresses })
    : ok({ kind, addresses })
}

/**
 * Sets a report that is made by itself from now on, or changes one; a folder is one of the station at which it is set. What was
 * due before is not made. Repeatable.
 */
export const saveReportSchedule =
  ({ work, clock, folders }: Deps) =>
  async (order: ScheduleOrder, who: SignedIn): Promise<Result<ReportSchedule, ScheduleRefusal>> => {
    const { id, report, pace } = order
    const at = parseTimeOfDay(order.at.trim().replace('.', ':'))
    if (!at.ok) return refuse({ code: 'schedule-time-wrong', typed: order.at })
    const formats = bookFormats.filter((one) => order.formats.includes(one))
    if (formats.length === 0) return refuse({ code: 'schedule-formats-none' })
    const target = readTarget(order, folders, who.station)
    if (!target.ok) return target
    return work.run<ReportSchedule, ScheduleRefusal>(async ({ reportSchedules }) => {
      const before = await reportSchedules.find(id)
      const schedule: ReportSchedule = {
        id,
        report,
        pace,
        at: at.value,
        formats,
        target: target.value,
        // A period of one pace is none of another; what was made stays made.
        since: before?.pace === pace ? before.since : clock.now(),
        setBy: who.user.name,
      }
      await reportSchedules.put(schedule)
      return ok(schedule)
    })
  }

/** Makes it no more, and forgets what became of its periods; files and mails stay where they are. Repeatable. */
export const removeReportSchedule =
  ({ work }: Pick<Deps, 'work'>) =>
  (id: string): Promise<Result<null, never>> =>
    work.run<null, never>(async ({ reportSchedules }) => {
      await reportSchedules.remove(id)
      return ok(null)
    })
