import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { assetsDir } from '#adapters/system/program-paths.ts'
import type { DossierView } from '#contract/dossier.ts'
import { officeDate } from '#domain/office-date.ts'
import { findOfficial, type Official } from '#domain/profile.ts'
import type { Office } from '#services/office.ts'
import { readOfficeFiles } from '../shared/office-files.ts'
import { composeStation, type ComposedStation } from './composed-station.ts'
import type { Client } from './counter-desk.ts'

/** What a signer types for the office's service. */
interface TypedAccount {
  readonly username: string
  readonly password: string
  readonly nik: string | null
}

export interface SignChange {
  readonly seenSeq?: number
  readonly seenIssuer?: string | null
  readonly by?: Client
  readonly account?: TypedAccount | null
  /** A code of one use in the place of the passphrase. */
  readonly totp?: string | null
  /** false: without opening the paper first. */
  readonly opened?: boolean
}

/** The sample office of Purwakarta, in which permits wait for the head's electronic signature. */
export interface SigningDesk {
  readonly office: ComposedStation
  readonly laws: Office
  readonly official: Official
  readonly head: Client
  /** Somebody of the sample office at a window of their own. */
  signIn(role: string): Promise<Client>
  /** A letter that nobody has signed yet; throws when there is none left. */
  next(): string
  /** Letters that were taken and not signed. */
  putBack(...ids: readonly string[]): void
  look(id: string): Promise<DossierView>
  /** A paper as a window gets it. */
  paper(who: string, kind: string, id: string): Promise<Uint8Array>
  /** Opens the paper and signs it, as the head does at the drawer. */
  sign(
    id: string,
    passphrase: string,
    change?: SignChange,
  ): Promise<Awaited<ReturnType<Client['dossiers']['signElectronically']['mutate']>>>
}

export const signingStage = 'kepala-dinas'

/** @param samples  dossiers of the sample office; of 400 nine permits wait for the head, of 800 eleven */
export async function openSigningDesk(now: string, samples = 400): Promise<SigningDesk> {
  const files = readOfficeFiles(assetsDir, 'purwakarta')
  if (!files.ok) throw new Error('the data files of Purwakarta are broken')
  const { office: laws } = files.value
  const official = findOfficial(laws.profile, 'kepala-dinas', officeDate(now.slice(0, 10)))
  if (!official) throw new Error('the post is vacant')
  vi.stubEnv('SEPOK_SAMPLE_COUNT', String(samples))
  const office = await composeStation({ demo: true, profile: 'purwakarta' }, now)
  vi.unstubAllEnvs()
  const signIn = async (role: string): Promise<Client> => {
    const client = office.client(role)
    const { demoUsers } = await client.session.station.query()
    const password = demoUsers.find((one) => one.username === role)?.password ?? ''
    const entered = await client.session.signIn.mutate({ username: role, password })
    if (!entered.ok) throw new Error(`${role} cannot sign in: ${entered.refusal.code}`)
    return client
  }
  const head = await signIn('agency-head')
  const { lines } = await head.dossiers.queue.query({ stage: signingStage })
  const waiting = lines.filter((one) => !one.signed && one.productKind === 'permit').map((one) => one.id)
  return {
    office,
    laws,
    official,
    head,
    signIn,
    next: () => {
      const id = waiting.shift()
      if (id === undefined) throw new Error('nothing waits for the head any more')
      return id
    },
    putBack: (...ids) => void waiting.unshift(...ids),
    look: (id) => head.dossiers.get.query({ id }),
    paper: async (who, kind, id) => {
      const response = await office.fetch(who, `/files/${kind}/${id}.pdf`)
      if (response.status !== 200) throw new Error(await response.text())
      return new Uint8Array(await response.arrayBuffer())
    },
    sign: async (id, passphrase, change = {}) => {
      if (change.opened !== false) await office.fetch('agency-head', `/files/to-sign/${id}.pdf`)
      const { seq } = await head.dossiers.get.query({ id })
      const { issuer } = await head.signing.means.query()
      return (change.by ?? head).dossiers.signElectronically.mutate({
        applicationId: id,
        stage: signingStage,
        seenSeq: change.seenSeq ?? seq,
        seenIssuer: change.seenIssuer === undefined ? issuer : change.seenIssuer,
        passphrase,
        account: change.account ?? null,
        totp: change.totp ?? null,
      })
    },
  }
}

/** Every file below a folder. */
export const allFiles = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? allFiles(path) : [path]
  })

/** The ways in which a secret could lie in a file: plain, in two bytes a letter, in Base64. */
export const formsOfSecret = (secret: string): readonly Buffer[] => [
  Buffer.from(secret),
  Buffer.from(secret, 'utf16le'),
  Buffer.from(Buffer.from(secret).toString('base64')),
]
