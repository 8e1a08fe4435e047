import { createHash } from 'node:crypto'
import { createSigning, type SigningThreads, type SigningTools } from '#adapters/signing/signing-tools.ts'
import { createEsignClient } from '#adapters/signing/esign-client.ts'
import { askEsignOver } from '#adapters/signing/esign-http.ts'
import { schedule } from '#adapters/system/schedule.ts'
import { openContainer } from '#adapters/signing/container.ts'
import { makeSampleContainer } from '#adapters/signing/sample-container.ts'
import { signWith } from '#adapters/signing/sign-pdf.ts'
import { directSigningThreads } from '#adapters/signing/signing-worker.ts'
import type { Instant } from '#domain/instant.ts'
import { addYears } from '#domain/office-date.ts'
import { officeDateOf, startOfDay } from '#domain/office-zone.ts'
import { findOfficial } from '#domain/profile.ts'
import { signsElectronically, type KeptCertificate } from '#services/certificates.ts'
import type { FileCabinet } from '#ports/files.ts'
import type { Office } from '#services/office.ts'

/** Opens the certificates of sample offices and demonstrations; nobody trusts them. */
export const samplePassphrase = 'tte-demo-2026'

/** The passphrase that somebody of this role signs with in a sample office; null: the role signs nothing. */
export const samplePassphraseOf = (office: Office, role: string): string | null =>
  signsElectronically(office, [role]) ? samplePassphrase : null

/**
 * Signs a past that is made up, in this thread: each container is opened once and not for every paper, which would keep
 * the first start waiting for half a minute.
 */
export function createSampleSigning(): SigningTools {
  const opened = new Map<string, ReturnType<typeof openContainer>>()
  const open = (container: Uint8Array, passphrase: string) => {
    const key = Buffer.from(container).toString('base64')
    const known = opened.get(key) ?? openContainer(container, passphrase)
    opened.set(key, known)
    return known
  }
  const threads: SigningThreads = {
    ...directSigningThreads,
    signPdf: async (task) => {
      const container = open(task.container, task.passphrase)
      return container.ok ? signWith(container.value, task) : container
    },
  }
  return createSigning(threads, createEsignClient(askEsignOver(schedule)))
}

/**
 * A cabinet that writes while the past goes on; `settle` waits for what is not yet durable. The generated pages lie under
 * every dossier: each is looked at once.
 */
export function writingBehind(cabinet: FileCabinet): FileCabinet & { settle(): Promise<void> } {
  const writing: Promise<unknown>[] = []
  const peeked = new Map<string, ReturnType<FileCabinet['peek']>>()
  return {
    ...cabinet,
    peek: (sha256) => {
      const known = peeked.get(sha256) ?? cabinet.peek(sha256)
      peeked.set(sha256, known)
      return known
    },
    put: (bytes) => {
      const one = cabinet.put(bytes)
      // A failure is told by `settle`.
      one.catch(() => undefined)
      writing.push(one)
      return Promise.resolve(createHash('sha256').update(bytes).digest('hex'))
    },
    // What is still on its way would be there again.
    erase: async (sha256) => {
      await Promise.allSettled(writing)
      await cabinet.erase(sha256)
    },
    settle: async () => void (await Promise.all(writing)),
  }
}

/**
 * A certificate for whoever signs electronically in this role today, in force from two years ago; null: the role signs
 * nothing, or its post is vacant.
 */
export async function makeSampleCertificate(
  office: Office,
  role: string,
  { certificates }: Pick<SigningTools, 'certificates'>,
  now: Instant,
): Promise<KeptCertificate | null> {
  const { profile } = office
  const rule = profile.stageTable.stages
    .filter((one) => one.role === role)
    .flatMap((one) => one.signs)
    .find((one) => one.method === 'electronic')
  const today = officeDateOf(now, profile.timeZone)
  const official = rule && findOfficial(profile, rule.signer, today)
  if (!official) return null
  const day = (years: number): Date => new Date(startOfDay(addYears(today, years), profile.timeZone))
  const span = { from: day(-2), until: day(2) }
  const container = await makeSampleContainer(
    { name: official.name, nip: official.nip, ...span },
    samplePassphrase,
  )
  const file = Buffer.from(container).toString('base64')
  const read = await certificates.read(file, samplePassphrase)
  if (!read.ok) throw new Error(`a certificate just made cannot be used: ${read.refusal.code}`)
  return { ...read.value, file, savedAt: now }
}
