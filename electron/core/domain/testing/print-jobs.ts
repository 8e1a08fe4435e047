import { parseInstant } from '../instant.ts'
import type { Instant } from '../instant.ts'
import type { PrintJob } from '../print-job.ts'

/** Reads an instant that a test has written out. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text)
  if (!parsed.ok) throw new Error(`no instant: ${text}`)
  return parsed.value
}

/** A receipt waiting for its printer; say only what matters. */
export const aPrintJob = (facts: Partial<PrintJob> = {}): PrintJob => ({
  id: 'job-1',
  applicationId: null,
  document: 'receipt',
  subjectId: 'application-1',
  title: facts.id ?? 'job-1',
  printerId: 'thermal-1',
  copy: 1,
  reprintReason: null,
  content: null,
  state: 'queued',
  reason: null,
  detail: null,
  requestedBy: 'Sari',
  requestedAt: instant('2026-11-26T02:00:00.000Z'),
  sentAt: null,
  endedAt: null,
  attempts: 0,
  decided: null,
  ...facts,
})
