import { blankState, nextSerial, type BlankEntry } from '#domain/blank-ledger.ts'
import { sayStack } from '#domain/wording/blank-ledger.ts'
import type { BlankCardView, BlankEntryView } from '#contract/blanks.ts'
import type { BlankCard } from '#services/blank-card.ts'
import type { Office } from '#services/office.ts'

export function blankEntryView(entry: BlankEntry): BlankEntryView {
  const last = entry.withdrawn ?? entry.settled
  return {
    id: entry.id,
    jobId: entry.jobId,
    document: entry.document,
    title: entry.title,
    serial: entry.serial?.text ?? null,
    state: blankState(entry),
    takenAt: entry.takenAt,
    takenBy: entry.takenBy,
    reason: entry.withdrawn?.reason ?? entry.settled?.reason ?? null,
    settled: last && { at: last.at, by: last.by },
  }
}

export function blankCardView(
  { profile }: Office,
  card: BlankCard,
  used: ReadonlyMap<string, readonly number[]>,
): BlankCardView {
  const { open, entries, stacks } = card
  const older = open.filter((one) => entries.every((other) => other.id !== one.id))
  const last = new Map([...used].map(([id, numbers]) => [id, Math.max(...numbers)]))
  return {
    papers: [...profile.blankPapers],
    balance: { ...card.balance },
    next: nextSerial(stacks, last)?.text ?? null,
    numbered: (stacks.at(-1)?.numbering ?? null) !== null,
    entries: [...older, ...entries].toReversed().map(blankEntryView),
    unexplained: card.unexplained.map(({ text }) => text),
    stacks: stacks.toReversed().map((one) => ({
      id: one.id,
      text: sayStack(one),
      count: one.count,
      receivedAt: one.receivedAt,
      receivedBy: one.receivedBy,
    })),
  }
}
