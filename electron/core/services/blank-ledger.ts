import {
  blankState,
  findSerial,
  readDelivery,
  withdrawBlank,
  type BlankEntry,
  type BlankEntryRefusal,
  type BlankSerial,
  type BlankSerialRefusal,
  type BlankStack,
  type ReceiveBlanksForm,
  type ReceiveBlanksRefusal,
} from '#domain/blank-ledger.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Stores } from '#ports/stores.ts'
import { blankOnTop } from './blank-entries.ts'
import type { DossierDeps } from './dossier-change.ts'
import type { SignedIn } from './office.ts'

type Deps = Pick<DossierDeps, 'work' | 'clock'>

/**
 * Writes down blanks that came into the office, the opening stock among them. Repeatable by `id`: the same stack.
 * Refuses what `readDelivery` refuses.
 */
export const receiveBlanks =
  ({ work, clock }: Deps) =>
  (
    order: { readonly id: string; readonly form: ReceiveBlanksForm },
    who: SignedIn,
  ): Promise<Result<BlankStack, ReceiveBlanksRefusal>> =>
    work.run<BlankStack, ReceiveBlanksRefusal>(async ({ blanks }) => {
      // Of two clerks with one delivery the second finds the numbers received.
      await blanks.lastUsed()
      const stacks = await blanks.listStacks()
      const known = stacks.find((one) => one.id === order.id)
      if (known) return ok(known)
      const read = readDelivery(order.form, stacks)
      if (!read.ok) return read
      const stack = { id: order.id, receivedAt: clock.now(), receivedBy: who.user.name, ...read.value }
      await blanks.receive(stack)
      return ok(stack)
    })

/** A typed number that is free; its own line may have it. */
async function freeSerial(
  { blanks }: Pick<Stores, 'blanks'>,
  typed: string,
  own: string | null,
): Promise<Result<BlankSerial, BlankSerialRefusal>> {
  await blanks.lastUsed()
  const serial = findSerial(await blanks.listStacks(), typed)
  if (serial === null) return refuse({ code: 'blank-serial-not-received', typed: typed.trim() })
  const holder = await blanks.holderOf(serial)
  return holder === undefined || holder.id === own
    ? ok(serial)
    : refuse({
        code: 'blank-serial-taken',
        serial: serial.text,
        title: holder.title,
        by: holder.settled?.by ?? holder.takenBy,
      })
}

export type SpoilBlankRefusal =
  | BlankSerialRefusal
  | { readonly code: 'blank-reason-needed' }
  /** Its blanks bear numbers: which one was it? `next` lies on top. */
  | { readonly code: 'blank-serial-needed'; readonly next: string }

/**
 * Writes down a blank that was spoiled or lost without a job: torn, missing in the stack, used for a test. Repeatable by
 * `id`. Refuses an empty reason, a number that is in use or was never received, and none where the blanks bear numbers.
 */
export const spoilBlank =
  ({ work, clock }: Deps) =>
  (
    order: { readonly id: string; readonly serial: string; readonly reason: string },
    who: SignedIn,
  ): Promise<Result<BlankEntry, SpoilBlankRefusal>> =>
    work.run<BlankEntry, SpoilBlankRefusal>(async (stores) => {
      const known = await stores.blanks.find(order.id)
      if (known) return ok(known)
      const reason = order.reason.replace(/\s+/g, ' ').trim()
      if (reason === '') return refuse({ code: 'blank-reason-needed' })
      const isNamed = order.serial.trim() !== ''
      const top = isNamed ? null : await blankOnTop(stores)
      if (top !== null) return refuse({ code: 'blank-serial-needed', next: top.text })
      const serial = isNamed ? await freeSerial(stores, order.serial, null) : ok(null)
      if (!serial.ok) return serial
      const at = clock.now()
      const by = who.user.name
      const entry: BlankEntry = {
        id: order.id,
        jobId: null,
        attempt: 0,
        document: null,
        title: reason,
        serial: serial.value,
        takenAt: at,
        takenBy: by,
        settled: { outcome: 'spoiled', at, by, reason },
        withdrawn: null,
      }
      await stores.blanks.add(entry)
      return ok(entry)
    })

export type CorrectSerialRefusal =
  | BlankSerialRefusal
  | { readonly code: 'blank-unknown' }
  /** No sheet was used: there is nothing that could bear a number. */
  | { readonly code: 'blank-not-used' }

/**
 * Gives a line the number that really stands on its sheet. Repeatable. Refuses a number that another line has, naming it,
 * one that was never received, and a line of which no sheet was used.
 */
export const correctSerial =
  ({ work }: Deps) =>
  (order: {
    readonly entryId: string
    readonly serial: string
  }): Promise<Result<BlankEntry, CorrectSerialRefusal>> =>
    work.run<BlankEntry, CorrectSerialRefusal>(async (stores) => {
      const serial = await freeSerial(stores, order.serial, order.entryId)
      const entry = await stores.blanks.find(order.entryId)
      if (!entry) return refuse({ code: 'blank-unknown' })
      if (blankState(entry) === 'unused') return refuse({ code: 'blank-not-used' })
      if (!serial.ok) return serial
      const corrected = { ...entry, serial: serial.value }
      await stores.blanks.save(corrected)
      return ok(corrected)
    })

/** Takes a printed sheet back: spoiled from now on, with the reason. The second clerk is told of the first. */
export const withdrawSheet =
  ({ work, clock }: Deps) =>
  (
    order: { readonly entryId: string; readonly reason: string },
    who: SignedIn,
  ): Promise<Result<BlankEntry, BlankEntryRefusal>> =>
    work.run<BlankEntry, BlankEntryRefusal>(async ({ blanks }) => {
      const entry = await blanks.find(order.entryId)
      if (!entry) return refuse({ code: 'blank-unknown' })
      const back = withdrawBlank(entry, order.reason, who.user.name, clock.now())
      if (back.ok) await blanks.save(back.value)
      return back
    })
