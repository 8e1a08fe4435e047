import { detectFileKind } from '#domain/file-kind.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { PortalSaid } from '#domain/portal-link.ts'
import { filesBeside, type FilesBeside } from '#domain/portal-pages.ts'
import type { PortalCall, PortalFile, PortalTrouble } from '#domain/portal-sync.ts'
import { DamagedFile, type FileCabinet } from '#ports/files.ts'
import type { MakePages } from '#ports/page-maker.ts'
import type { PortalCollection, PortalLine, PortalMeta } from '#ports/portal.ts'
import type { CancelSignal } from '#ports/printing.ts'

type Put = Exclude<PortalCall['kind'], 'document-removed' | 'events' | 'message'>

/** Where an entity is put. */
export const collections: Readonly<Record<Put, PortalCollection>> = {
  account: 'accounts',
  applicant: 'applicants',
  application: 'applications',
  document: 'documents',
  permit: 'permits',
  letter: 'letters',
  handover: 'handovers',
}

/** Sends one call as it was frozen. Repeatable: it bears its key. */
export function sendCall(
  line: PortalLine,
  call: PortalCall,
  cancel: CancelSignal,
): Promise<PortalSaid<number | null>> {
  const { kind, entityId, key } = call
  const body = call.body ?? {}
  switch (kind) {
    case 'document-removed':
      return line.deleteDocument(entityId, key, cancel)
    case 'events':
      return line.postEvents(entityId, body, key, cancel)
    case 'message':
      return line.postMessage({ message: body }, key, cancel)
    default: {
      const { baseVersion } = call
      return line.put(collections[kind], entityId, { baseVersion, [kind]: body }, key, cancel)
    }
  }
}

/** A page as it lies in the cabinet. */
export interface MadePage {
  readonly sha256: string
  readonly sizeBytes: number
}

/** What became of the sending of a file. */
export type FileOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'aside'; readonly trouble: PortalTrouble }
  /** Beyond the portal's limits: these go in its place, and are in the cabinet. */
  | { readonly kind: 'pages'; readonly source: string; readonly pages: readonly MadePage[] }
  /** The scan of a sheet beyond the portal's limits: a copy that says what it is goes in its place. */
  | { readonly kind: 'copy' }
  /** It lies in the cabinet of another station, which is asked for it; `station` took it in. */
  | { readonly kind: 'elsewhere'; readonly station: string | null }
  | Extract<PortalSaid<never>, { kind: 'later' | 'stopped' }>

const aside = (trouble: PortalTrouble): FileOutcome => ({ kind: 'aside', trouble })

type FileLimits = Pick<PortalMeta, 'fileBytes' | 'mediaTypes' | 'pagesPerDocument'>

interface FileSending {
  readonly cabinet: Pick<FileCabinet, 'find' | 'put' | 'has'>
  /** The station that took a file in; null: this office has no other one, so that what is not here is nowhere. */
  readonly stationOf: ((file: PortalFile) => Promise<string | null>) | null
  readonly limits: FileLimits
  /** Asked where a file is too large for the portal all the same; null: it does not say. */
  readonly limitsAgain: () => Promise<FileLimits | null>
  readonly makePages: MakePages
  /** The file of which this is a page; null: it is none. */
  readonly sourceOf: (sha256: string) => Promise<string | null>
  /** The dossier that needed it first; undefined: it is of none. */
  readonly dossierOf: (applicationId: string) => Promise<ApplicationState | undefined>
  readonly cancel: CancelSignal
}

/** A permit or letter, of which no applicant told the size. */
const isPaper = ({ mediaType, sizeBytes }: PortalFile): boolean =>
  sizeBytes === 0 && mediaType === 'application/pdf'

/** The scan of a sheet that was signed by hand. */
const isScan = ({ product, formerProducts }: ApplicationState, sha256: string): boolean =>
  [product, ...formerProducts].some(
    (one) => one?.signature?.scanSha256 === sha256 && one.signature.fileSha256 === null,
  )

/**
 * Asks whether the portal has a file, and sends it when it has not. An applicant's file beyond the portal's limits is turned into
 * pages, which go instead; in the place of the scan of a sheet a marked copy goes. One that the portal finds too large although
 * it fits is looked at once more by the limits of now. What the cabinet does not have whole, and what no way was found to make
 * fit, is put aside.
 */
export async function sendFileOnce(
  line: PortalLine,
  file: PortalFile,
  sending: FileSending,
): Promise<FileOutcome> {
  const { sha256, key } = file
  const { cabinet, limits, cancel } = sending
  const there = await line.hasFile(sha256, cancel)
  if (there.kind === 'later' || there.kind === 'stopped') return there
  if (there.kind === 'done' && there.value) return { kind: 'done' }
  const bytes = await wholeFile(cabinet, sha256)
  if (!bytes) {
    const isElsewhere = sending.stationOf !== null && !(await cabinet.has(sha256))
    return isElsewhere
      ? { kind: 'elsewhere', station: await sending.stationOf(file) }
      : aside({ kind: 'no-file', sha256 })
  }
  const mediaType = detectFileKind(bytes) ?? 'application/octet-stream'
  const fits = bytes.length <= limits.fileBytes && limits.mediaTypes.includes(mediaType)
  if (isPaper(file)) {
    if (!fits) return insteadOfPaper(file, { sizeBytes: bytes.length, mediaType }, sending)
  } else if (!fits || mediaType === 'application/pdf') {
    const turned = await inPages(file, bytes, fits, sending)
    if (turned !== null) return turned
  }
  const said = await line.sendFile(sha256, { mediaType, bytes }, key, cancel)
  switch (said.kind) {
    case 'done':
      return { kind: 'done' }
    case 'refused': {
      const now = said.refusal.status === 413 ? await sending.limitsAgain() : null
      // Lowered since the line was opened: it goes as the portal takes it now.
      if (now !== null && bytes.length > now.fileBytes)
        return sendFileOnce(line, file, { ...sending, limits: now, limitsAgain: () => Promise.resolve(null) })
      return aside({ kind: 'refused', ...said.refusal })
    }
    case 'moved':
      return { kind: 'later', why: 'not-the-portal', waitMs: null }
    default:
      return said
  }
}

/** A signed file is what the signature is about: it goes as it is, or not at all. Of a sheet the portal may have a copy instead. */
async function insteadOfPaper(
  { sha256, applicationId }: PortalFile,
  was: { readonly sizeBytes: number; readonly mediaType: string },
  { dossierOf }: FileSending,
): Promise<FileOutcome> {
  const state = await dossierOf(applicationId)
  return state && isScan(state, sha256)
    ? { kind: 'copy' }
    : aside({ kind: 'unfit-file', ...was, paper: true })
}

/** The bytes of the other files of its requirement; one that is not here yet counts as one page. */
async function besideOf(
  source: string,
  applicationId: string,
  { cabinet, dossierOf }: FileSending,
): Promise<FilesBeside<Uint8Array>> {
  const state = await dossierOf(applicationId)
  const { before, after } = filesBeside(state?.documents ?? [], source)
  const bytesOf = async (hashes: readonly string[]): Promise<readonly Uint8Array[]> => {
    const files: Uint8Array[] = []
    for (const one of hashes) files.push((await wholeFile(cabinet, one)) ?? new Uint8Array())
    return files
  }
  return { before: await bytesOf(before), after: await bytesOf(after) }
}

/** Its pages, put into the cabinet, or why there are none; null: it may go as it is. */
async function inPages(
  { sha256, applicationId }: PortalFile,
  bytes: Uint8Array,
  fits: boolean,
  sending: FileSending,
): Promise<FileOutcome | null> {
  const { cabinet, limits, makePages, sourceOf } = sending
  // A page made under wider limits is made anew of the file itself.
  const source = fits ? sha256 : ((await sourceOf(sha256)) ?? sha256)
  const whole = source === sha256 ? bytes : ((await wholeFile(cabinet, source)) ?? bytes)
  const beside = await besideOf(source, applicationId, sending)
  const made = await makePages({ bytes: whole, limits, beside })
  if (made.kind === 'fits') return null
  if (made.kind === 'none') {
    // What cannot be opened here may well be opened there.
    if (fits && made.why === 'broken') return null
    const mediaType = detectFileKind(bytes) ?? 'application/octet-stream'
    return aside({ kind: 'unfit-file', sizeBytes: bytes.length, mediaType, why: made.why })
  }
  const pages: MadePage[] = []
  for (const page of made.pages) pages.push({ sha256: await cabinet.put(page), sizeBytes: page.length })
  return { kind: 'pages', source, pages }
}

async function wholeFile(
  cabinet: Pick<FileCabinet, 'find'>,
  sha256: string,
): Promise<Uint8Array | undefined> {
  try {
    return await cabinet.find(sha256)
  } catch (error) {
    if (error instanceof DamagedFile) return undefined
    throw error
  }
}
