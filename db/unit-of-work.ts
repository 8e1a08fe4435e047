import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { Knex } from 'knex'
import type { Result } from '#domain/result.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'

/** Carries a refusal out of knex's transaction, which rolls back only for what is thrown. */
class RefusedWork extends Error {
  readonly refused: { readonly ok: false }
  constructor(refused: { readonly ok: false }) {
    super('the work was refused')
    this.refused = refused
  }
}

/** The stores of one transaction, and what has to be written as the last thing in it. */
export interface TransactionWork {
  readonly stores: Stores
  /** Not called where the work was refused or failed. */
  beforeCommit(): Promise<void>
}

/** PostgreSQL ends one of those that wait for each other in a circle; nothing of it is left, and it may begin again. */
const isDeadlock = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === '40P01'
const mostTries = 5
/** Whoever begins again at once takes the lock from the one that was just woken for it. */
const pauseMs = 100

/**
 * The transactions of one writer. A `run` inside a `run` throws: it would wait for itself.
 *
 * @param begin  makes the stores of one transaction; they answer with an error once it has ended
 */
export function makeUnitOfWork(
  writer: Knex | null,
  begin: (trx: Knex.Transaction) => TransactionWork,
): UnitOfWork {
  const inside = new AsyncLocalStorage<{ open: boolean }>()
  const runOnce = async <T, R>(
    transactions: Knex,
    work: (stores: Stores) => Promise<Result<T, R>>,
  ): Promise<Result<T, R>> => {
    const faults: unknown[] = []
    const turn = { open: true }
    try {
      return await transactions.transaction(async (trx) => {
        const { stores, beforeCommit } = begin(trx)
        const done = async () => {
          const result = await work(stores)
          if (result.ok) await beforeCommit()
          return result
        }
        const result = await inside.run(turn, done).catch((fault: unknown) => {
          faults.push(fault)
          throw fault
        })
        if (!result.ok) throw new RefusedWork(result)
        return result
      })
    } catch (thrown) {
      // When rolling back fails as well, the first fault is the one worth telling.
      if (faults.length > 0) throw faults[0]
      if (thrown instanceof RefusedWork) return thrown.refused as Result<T, R>
      throw thrown
    } finally {
      turn.open = false
    }
  }
  return {
    async run(work) {
      if (!writer) throw new Error('the database is open for reading only')
      if (inside.getStore()?.open) throw new Error('a transaction cannot begin inside another one')
      for (let tried = 1; ; tried += 1) {
        try {
          return await runOnce(writer, work)
        } catch (fault) {
          if (tried >= mostTries || !isDeadlock(fault)) throw fault
          await pause(pauseMs)
        }
      }
    },
  }
}
