import type { ReportRun, ReportSchedule } from '#domain/report-schedule.ts'
import type { OfficeDate } from '#domain/office-date.ts'

/** Reports that are made by themselves. Writing only, inside `UnitOfWork.run`. */
export interface ReportScheduleStore {
  find(id: string): Promise<ReportSchedule | undefined>
  /** Adds it, or puts it in the place of the one with its id. */
  put(schedule: ReportSchedule): Promise<void>
  /** Takes it away with its runs. Repeatable. */
  remove(id: string): Promise<void>
  /** Under lock, by the first day of its period. */
  findRun(scheduleId: string, from: OfficeDate): Promise<ReportRun | undefined>
  /** Adds a run; false: another station was faster, and nothing is changed. */
  addRun(run: ReportRun): Promise<boolean>
  updateRun(run: ReportRun): Promise<void>
}

export interface ReportScheduleQueries {
  /** In the order in which they were set. */
  listReportSchedules(): Promise<readonly ReportSchedule[]>
  /** Of one schedule, the latest period first. */
  listReportRuns(scheduleId: string, limit: number): Promise<readonly ReportRun[]>
}

/** Why a file does not lie in a folder. */
export type FolderVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: 'folder-missing' | 'folder-refused'; readonly detail: string }

/** Folders of this computer. */
export interface ReportFolders {
  /** Whether it names a folder from its root on, by the rules of this computer. */
  isWhole(folder: string): boolean
  /** Puts a file there, whole or not at all, in the place of one of its name. Repeatable; never throws. */
  put(folder: string, name: string, bytes: Uint8Array): Promise<FolderVerdict>
}
