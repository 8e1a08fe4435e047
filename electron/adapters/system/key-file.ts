import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { SecretBox } from '#ports/secrets.ts'

const keyBytes = 32
const form = 'v1'

const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'

/** The key of a data folder, made at first use; a file that only this account may read. */
function keyOf(dataDir: string): Buffer {
  const path = join(dataDir, 'station.key')
  try {
    const file = openSync(path, 'wx', 0o600)
    try {
      writeSync(file, randomBytes(keyBytes))
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (!isThere(error)) throw error
    chmodSync(path, 0o600)
  }
  const key = readFileSync(path)
  if (key.length !== keyBytes) throw new Error(`${path} is no key: delete it and enter the secrets again`)
  return key
}

/**
 * Locks secrets by a key file in the data folder (AES-256-GCM). It keeps them out of the database, its dumps and its backups;
 * who may read this account's files reads the key as well.
 */
export function openKeyFile(dataDir: string): SecretBox {
  const key = keyOf(dataDir)
  const keyId = createHash('sha256').update('key id').update(key).digest('hex').slice(0, 16)
  return {
    keyId,
    seal: (secret) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const locked = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return [
        form,
        keyId,
        ...[nonce, cipher.getAuthTag(), locked].map((one) => one.toString('base64url')),
      ].join('.')
    },
    open: (sealed) => {
      const [version, id, nonce = '', tag = '', locked = ''] = sealed.split('.')
      if (version !== form || id !== keyId) return null
      try {
        const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
        cipher.setAuthTag(Buffer.from(tag, 'base64url'))
        return Buffer.concat([cipher.update(Buffer.from(locked, 'base64url')), cipher.final()]).toString(
          'utf8',
        )
      } catch {
        // Damaged: the same to whoever asks as a secret of another station.
        return null
      }
    },
  }
}
