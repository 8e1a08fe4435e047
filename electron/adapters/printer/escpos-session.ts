import type { PrintVerdict, ThermalProfile } from '#domain/print-job.ts'
import type { CancelSignal, PrinterCondition } from '#ports/printing.ts'
import type { ByteLink, LinkTrouble } from './byte-link.ts'
import { jobMs } from './deadlines.ts'
import type { SessionTime } from './deadlines.ts'
import {
  createStatusReader,
  describeAnswers,
  statusQuestions,
  statusRequest,
  troubleOf,
} from './escpos-status.ts'
import type { StatusAnswers, StatusQuestion, ThermalTrouble } from './escpos-status.ts'
import { failed, printed, unknown } from './verdicts.ts'
import { pause, waitFor } from './waiting.ts'

/** What a round of status questions brought. */
type Asked =
  | { readonly kind: 'answered'; readonly answers: StatusAnswers; readonly trouble: ThermalTrouble | null }
  | { readonly kind: 'silent' }
  | { readonly kind: 'cancelled' }
  | ({ readonly kind: 'lost' } & LinkTrouble)

interface StatusDialogue {
  /** Asks for the status; `firstMs` is for the first answer, the device may still be busy with a job. */
  ask(questions: readonly StatusQuestion[], firstMs: number): Promise<Asked>
}

/**
 * Asks and listens. Once the device has sent something that is no status, or an answer to no question, its
 * answers prove nothing any more and it counts as silent.
 */
function openDialogue(
  link: ByteLink,
  { schedule, deadlines }: SessionTime,
  cancel: CancelSignal,
): StatusDialogue {
  const read = createStatusReader()
  let believed = true
  let answer: ((byte: number) => void) | null = null
  link.listen((bytes) => {
    for (const token of read(bytes)) {
      if (token.kind === 'report') continue
      if (token.kind === 'answer' && answer !== null) {
        answer(token.byte)
        answer = null
      } else {
        believed = false
      }
    }
  })
  const lost = link.ended.then((trouble) => ({ trouble }))

  return {
    ask: async (questions, firstMs) => {
      const answers = new Map<StatusQuestion, number>()
      for (const question of questions) {
        const answered = new Promise<number>((resolve) => {
          answer = resolve
        })
        void link.write(statusRequest(question))
        const waitMs = answers.size === 0 ? firstMs : deadlines.statusMs
        const waited = await waitFor(Promise.race([answered, lost]), schedule, waitMs, cancel)
        answer = null
        if (waited.by === 'cancel') return { kind: 'cancelled' }
        if (waited.by === 'event') {
          if (typeof waited.value !== 'number') return { kind: 'lost', ...waited.value.trouble }
          answers.set(question, waited.value)
        } else if (answers.size === 0) {
          return { kind: 'silent' }
        }
        if (!believed) return { kind: 'silent' }
      }
      return { kind: 'answered', answers, trouble: troubleOf(answers) }
    },
  }
}

/** How the answers after a job read. Everything but a healthy status leaves the sheet uncertain. */
function judgeAfter(after: Asked, asked: readonly StatusQuestion[]): PrintVerdict {
  switch (after.kind) {
    case 'lost':
      return unknown(after.reason, after.detail)
    case 'cancelled':
      return unknown('station-stopped')
    case 'silent':
      return unknown('no-answer')
    case 'answered': {
      const detail = describeAnswers(after.answers)
      if (after.trouble !== null) return unknown(after.trouble, detail)
      return after.answers.size === asked.length ? printed : unknown('no-answer', detail)
    }
  }
}

/**
 * Prints one strip on an open link and says what is known of the paper. The link is let go afterwards.
 *
 * Before the first byte of the job everything that goes wrong is `failed`. From then on only a healthy status
 * asked for after the job, twice with the paper's time in between, proves it; of a device that gave no status
 * before either, the office has said what to record, provided that it shows that it took everything.
 */
export async function printOnLink(
  link: ByteLink,
  bytes: Uint8Array,
  withoutStatus: ThermalProfile['withoutStatus'],
  time: SessionTime,
  cancel: CancelSignal,
): Promise<PrintVerdict> {
  const verdict = await converse(link, bytes, withoutStatus, time, cancel)
  // What is uncertain must not come out later by itself, when a clerk may already have printed it again.
  if (verdict.outcome === 'unknown') link.drop()
  else link.release()
  return verdict
}

async function converse(
  link: ByteLink,
  bytes: Uint8Array,
  withoutStatus: ThermalProfile['withoutStatus'],
  time: SessionTime,
  cancel: CancelSignal,
): Promise<PrintVerdict> {
  const { schedule, deadlines } = time
  const wholeJobMs = jobMs(deadlines, bytes.length)
  const dialogue = openDialogue(link, time, cancel)

  const before = await dialogue.ask(statusQuestions, deadlines.statusMs)
  if (before.kind === 'lost') return failed(before.reason, before.detail)
  if (before.kind === 'cancelled') return failed('station-stopped')
  if (before.kind === 'answered' && before.trouble !== null) {
    return failed(before.trouble, describeAnswers(before.answers))
  }

  const written = await waitFor(link.write(bytes), schedule, wholeJobMs, cancel)
  if (written.by === 'cancel') return unknown('station-stopped')
  if (written.by === 'deadline') return unknown('timed-out')
  if (written.value.taken === 'none') return failed(written.value.reason, written.value.detail)
  if (written.value.taken === 'part') return unknown(written.value.reason, written.value.detail)

  if (before.kind === 'silent') {
    const taken = await waitFor(link.finish(), schedule, wholeJobMs, cancel)
    if (taken.by === 'cancel') return unknown('station-stopped')
    if (taken.by === 'deadline') return unknown('no-answer')
    if (!taken.value) return unknown('connection-lost')
    return withoutStatus === 'printed' ? printed : unknown('no-status')
  }

  const asked = [...before.answers.keys()]
  const first = judgeAfter(await dialogue.ask(asked, wholeJobMs), asked)
  if (first.outcome !== 'printed') return first
  if (!(await pause(schedule, deadlines.settleMs, cancel))) return unknown('station-stopped')
  return judgeAfter(await dialogue.ask(asked, deadlines.statusMs), asked)
}

/** Asks a thermal printer how it is, printing nothing. The link is let go afterwards. */
export async function probeLink(
  link: ByteLink,
  time: SessionTime,
  cancel: CancelSignal,
): Promise<PrinterCondition> {
  const asked = await openDialogue(link, time, cancel).ask(statusQuestions, time.deadlines.statusMs)
  link.drop()
  if (asked.kind === 'lost') return { state: 'trouble', reason: 'unreachable', detail: asked.detail }
  if (asked.kind !== 'answered') return { state: 'unknown' }
  if (asked.trouble === null) return { state: 'ready' }
  return { state: 'trouble', reason: asked.trouble, detail: describeAnswers(asked.answers) }
}
