import type { Schedule } from '#ports/schedule.ts'

/** How long the station waits for a device, in milliseconds. */
export interface PrintDeadlines {
  /** For a network printer to accept the connection. */
  readonly connectMs: number
  /** For one answer to a status question while nothing is being printed. */
  readonly statusMs: number
  /** For the device to take the whole job and answer; grows with the job, see `jobMs`. */
  readonly jobBaseMs: number
  readonly jobPerByteMs: number
  readonly jobCapMs: number
  /** Between the first healthy answer after the job and the second one, while the paper is moving. */
  readonly settleMs: number
  /** Between two looks at a print queue, and between two tries on a device file that is busy. */
  readonly pollMs: number
  readonly devicePollMs: number
  /** For a print server to answer one question. */
  readonly queueAnswerMs: number
  /** For a queue to start a job, and again for a started one to end. */
  readonly queueMs: number
  /** For a queue to reach its printer. */
  readonly queueConnectMs: number
}

export const officeDeadlines: PrintDeadlines = {
  connectMs: 3_000,
  statusMs: 1_500,
  jobBaseMs: 10_000,
  // The slowest serial adapters move about 100 bytes a second.
  jobPerByteMs: 10,
  jobCapMs: 45_000,
  settleMs: 800,
  pollMs: 200,
  devicePollMs: 15,
  queueAnswerMs: 5_000,
  queueMs: 50_000,
  queueConnectMs: 15_000,
}

/** How long a device may take over a job of this many bytes. */
export const jobMs = (deadlines: PrintDeadlines, sizeBytes: number): number =>
  Math.min(deadlines.jobCapMs, deadlines.jobBaseMs + sizeBytes * deadlines.jobPerByteMs)

/** How an adapter waits: by which clock, and how long. */
export interface SessionTime {
  readonly schedule: Schedule
  readonly deadlines: PrintDeadlines
}
