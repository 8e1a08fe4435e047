import { hash, verify } from '@node-rs/argon2'
import type { Options } from '@node-rs/argon2'
import type { Passwords } from '#ports/passwords.ts'

/** What one hash costs: memory in KiB, passes over it, threads. */
export interface PasswordCost {
  readonly memoryKiB: number
  readonly passes: number
  readonly threads: number
}

/** For the office's own PC: a guess costs an attacker 64 MiB and an attentive clerk notices nothing. */
export const officePasswordCost: PasswordCost = { memoryKiB: 65_536, passes: 4, threads: 1 }

/** For tests and the sample office only: hashes at once. */
export const samplePasswordCost: PasswordCost = { memoryKiB: 64, passes: 1, threads: 1 }

// `Algorithm.Argon2id` is an ambient const enum, which does not exist when types are stripped.
const argon2id = 2 as NonNullable<Options['algorithm']>

/** Argon2id at a given cost. Hashes of another cost are still checked: a PHC string carries its own. */
export function createPasswords(cost: PasswordCost): Passwords {
  const options: Options = {
    algorithm: argon2id,
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.threads,
  }
  let stranger: Promise<string> | undefined

  return {
    hash: (password) => hash(password.normalize('NFC'), options),
    verify: async (stored, password) => {
      const typed = password.normalize('NFC')
      try {
        return await verify(stored, typed)
      } catch {
        // Not a PHC string: nobody signs in with it. The work is done all the same, so that the time of an
        // answer does not tell which names exist.
        stranger ??= hash('', options)
        await verify(await stranger, typed)
        return false
      }
    },
  }
}
