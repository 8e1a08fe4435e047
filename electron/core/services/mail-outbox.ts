import type { PaperUnsound } from '#domain/documents/paper-check.ts'
import { addMs, msBetween, type Instant } from '#domain/instant.ts'
import type { Mail, MailVerdict } from '#domain/mail.ts'
import { sayPaperMismatch } from '#domain/wording/paper-check.ts'
import type { Clock } from '#ports/clock.ts'
import type { FileCabinet } from '#ports/files.ts'
import type { Log } from '#ports/log.ts'
import type { MailMessage, MailSender } from '#ports/mail.ts'
import type { SheetMaker } from '#ports/printing.ts'
import type { Schedule } from '#ports/schedule.ts'
import { createCancelSource } from './cancel-source.ts'
import type { MailDraft } from './mail-content.ts'
import type { MailClaim, MailRecords } from './mail-records.ts'

export interface MailOutboxParts {
  readonly records: MailRecords
  readonly sender: MailSender
  readonly cabinet: Pick<FileCabinet, 'has'>
  /** Reads the signed file back and compares it with the record before it leaves. */
  readonly sheets: Pick<SheetMaker, 'soundPdf'>
  /** Other stations send for this office too, and a file that is not here may be at one of them. */
  readonly hasOtherStations: boolean
  readonly clock: Clock
  readonly schedule: Schedule
  readonly log: Log
  /** The longest wait before it looks again: another station may have written a mail. */
  readonly lookEveryMs?: number
  /** Between two tries of a step that failed on the database. */
  readonly retryMs?: number
  /** How long `close` waits for the mail that is being sent. */
  readonly closeMs?: number
}

/** Sends what waits, one mail after another. */
export interface MailOutbox {
  start(): void
  /** Something changed: call it after the commit. `hurried`: also when the server as such has refused lately. Never throws. */
  wake(hurried?: boolean): void
  /** Resolves when nothing can be sent now and nothing is being sent. */
  whenIdle(): Promise<void>
  /** Takes up nothing more and waits, within limits, for what is being sent. May be called twice. */
  close(): Promise<void>
}

/** After so long a file is looked for here once more: it may have been brought. */
const absentMs = 3_600_000

const fileMissing: MailVerdict = { outcome: 'failed', reason: 'file-missing', answer: null }

/** What keeps a signed file from being sent; the clerk reads what was found. */
function unsoundFile({ mismatches: [first] }: PaperUnsound): MailVerdict {
  const isChanged = first.code === 'paper-file-changed' || first.code === 'paper-signature-broken'
  return {
    outcome: 'failed',
    reason: isChanged ? 'file-broken' : 'paper-unsound',
    answer: sayPaperMismatch(first),
  }
}

/**
 * Builds the outbox of a station. One lane for the office; a mail is `sending` in the database before the server is asked, and
 * marked before its last piece goes out, so that whoever comes after a kill knows what the server may have.
 */
export function createMailOutbox(parts: MailOutboxParts): MailOutbox {
  const { records, sender, cabinet, sheets, hasOtherStations, clock, schedule, log } = parts
  const { lookEveryMs = 60_000, retryMs = 5_000, closeMs = 5_000 } = parts
  const stop = createCancelSource()
  const watchers = new Set<() => void>()
  /** Files that are not in this station's cabinet, and since when that is known. */
  const absent = new Map<string, Instant>()
  let phase: 'new' | 'open' | 'closed' = 'new'
  let running = false
  let again = false
  let notBefore: Instant | null = null
  let halt: () => void = () => undefined

  const later = (ms: number, run: () => void): void => {
    halt()
    halt = schedule(ms, run)
  }

  /** The attachment as it was signed, unchanged and still what the record says; anything else stays here. */
  const attachmentOf = async (
    draft: MailDraft,
  ): Promise<{ readonly message: MailMessage } | { readonly fault: MailVerdict }> => {
    if (draft.attachment === null) return { message: { ...draft, attachment: null } }
    const { fileName, file } = draft.attachment
    if (!(await cabinet.has(file.sha256))) return { fault: fileMissing }
    const read = await sheets.soundPdf(file)
    if (read.ok) return { message: { ...draft, attachment: { fileName, bytes: read.value } } }
    const { mismatches } = read.refusal
    log.warn({ sha256: file.sha256, mismatches }, 'a signed file is not sound, so it is not sent')
    return { fault: unsoundFile(read.refusal) }
  }

  /** What this station cannot send because the file lies elsewhere. */
  const notHere = (): ReadonlySet<string> => {
    const limit = addMs(clock.now(), -absentMs)
    for (const [sha256, since] of absent) if (since < limit) absent.delete(sha256)
    return new Set(absent.keys())
  }

  const send = async ({ mail, draft, route }: Extract<MailClaim, { mail: Mail }>): Promise<MailVerdict> => {
    try {
      const made = await attachmentOf(draft)
      if ('fault' in made) return made.fault
      return await sender.send(made.message, route, () => records.markHanded(mail), stop.signal)
    } catch (error) {
      log.error({ err: error, mailId: mail.id }, 'a mail could not be made')
      return { outcome: 'later', reason: 'odd-answer', of: 'mail', answer: null }
    }
  }

  /** Writes down what became of a mail; the database may be busy, the verdict must not be lost. */
  const settle = async (mail: Mail, verdict: MailVerdict): Promise<Mail | null> => {
    for (;;) {
      try {
        return await records.settle(mail, verdict)
      } catch (error) {
        log.error({ err: error, mailId: mail.id }, 'recording what became of a mail failed')
        if (stop.signal.aborted) return null
        await new Promise<void>((resolve) => {
          schedule(retryMs, resolve)
        })
      }
    }
  }

  /** One mail; false: nothing can be sent now. */
  const turn = async (): Promise<boolean> => {
    const claim = await records.claim(notBefore, notHere())
    if (claim.mail === null) {
      const wait = claim.lookAt === null ? lookEveryMs : msBetween(clock.now(), claim.lookAt)
      later(Math.max(0, Math.min(wait, lookEveryMs)), () => {
        wake()
      })
      return false
    }
    const { mail } = claim
    const verdict = await send(claim)
    if (verdict === fileMissing && hasOtherStations && mail.fileSha256 !== null) {
      absent.set(mail.fileSha256, clock.now())
      const left = await records.leaveToOthers(mail)
      if (left) return true
    }
    const after = await settle(mail, verdict)
    notBefore = verdict.outcome === 'later' && verdict.of === 'server' ? (after?.nextTryAt ?? null) : null
    return true
  }

  const work = async (): Promise<void> => {
    try {
      for (;;) {
        again = false
        const sent = phase === 'open' && (await turn())
        if (!sent && !again) break
        if (phase !== 'open') break
      }
    } catch (error) {
      log.error({ err: error }, 'the outbox of mails failed')
      if (phase === 'open')
        later(retryMs, () => {
          wake()
        })
    } finally {
      running = false
      for (const tell of [...watchers]) tell()
    }
  }

  const wake = (hurried = false): void => {
    if (hurried) notBefore = null
    if (phase !== 'open') return
    again = true
    if (running) return
    running = true
    void work()
  }

  const whenIdle = (): Promise<void> =>
    new Promise((resolve) => {
      if (!running) {
        resolve()
        return
      }
      const tell = (): void => {
        watchers.delete(tell)
        resolve()
      }
      watchers.add(tell)
    })

  const idleWithin = async (ms: number): Promise<void> => {
    let haltWaiting: () => void = () => undefined
    await Promise.race([
      whenIdle(),
      new Promise<void>((resolve) => {
        haltWaiting = schedule(ms, resolve)
      }),
    ])
    haltWaiting()
  }

  return {
    start: () => {
      if (phase !== 'new') throw new Error('the outbox of mails has been started already')
      phase = 'open'
      wake()
    },
    wake,
    whenIdle,
    close: async () => {
      if (phase === 'closed') return
      const wasOpen = phase === 'open'
      phase = 'closed'
      halt()
      if (running) await idleWithin(closeMs)
      stop.cancel()
      if (running) await idleWithin(closeMs / 2)
      if (wasOpen && !running)
        await records.leaveLane().catch((error: unknown) => {
          log.error({ err: error }, 'the lane of mails was not given up')
        })
    },
  }
}
