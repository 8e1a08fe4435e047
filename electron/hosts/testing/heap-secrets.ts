import { createHash, randomBytes } from 'node:crypto'
import { getHeapSnapshot } from 'node:v8'

const mark = 'kanari-'
const pattern = /kanari-[0-9a-f]{24}/g
const longest = mark.length + 24

/** A secret that is like no other, in one piece, so that a picture of the memory shows it whole. */
export const makeCanary = (): string =>
  Buffer.concat([Buffer.from(mark), Buffer.from(randomBytes(12).toString('hex'))]).toString('latin1')

/** By which a canary is known again without holding it. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Digests of every canary that this thread's heap still holds, once what nobody holds any more is gone. */
export async function canariesInHeap(): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  let rest = ''
  for await (const part of getHeapSnapshot()) {
    const text = rest + String(part)
    for (const [canary] of text.matchAll(pattern)) found.add(digestOf(canary))
    rest = text.slice(1 - longest)
  }
  return found
}
