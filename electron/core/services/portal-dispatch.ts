import { detectFileKind } from '#domain/file-kind.ts'
import type { PortalSaid } from '#domain/portal-link.ts'
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
  | Extract<PortalSaid<never>, { kind: 'later' | 'stopped' }>

const aside = (trouble: PortalTrouble): FileOutcome => ({ kind: 'aside', trouble })

interface FileSending {
  readonly cabinet: Pick<FileCabinet, 'find' | 'put'>
  readonly limits: Pick<PortalMeta, 'fileBytes' | 'mediaTypes' | 'pagesPerDocument'>
  readonly makePages: MakePages
  /** The file of which this is a page; null: it is none. */
  readonly sourceOf: (sha256: string) => Promise<string | null>
  readonly cancel: CancelSignal
}

/**
 * Asks whether the portal has a file, and sends it when it has not. An applicant's file beyond the portal's limits is turned into
 * pages, which go instead. What the cabinet does not have whole, and what no way was found to make fit, is put aside.
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
  if (!bytes) return aside({ kind: 'no-file', sha256 })
  const mediaType = detectFileKind(bytes) ?? 'application/octet-stream'
  const fits = bytes.length <= limits.fileBytes && limits.mediaTypes.includes(mediaType)
  // A paper of the office goes as it was signed, or not at all; of a file of an applicant the size is known.
  if (file.sizeBytes > 0 && (!fits || mediaType === 'application/pdf')) {
    const turned = await inPages(sha256, bytes, fits, sending)
    if (turned !== null) return turned
  } else if (!fits) return aside({ kind: 'unfit-file', sizeBytes: bytes.length, mediaType })
  const said = await line.sendFile(sha256, { mediaType, bytes }, key, cancel)
  switch (said.kind) {
    case 'done':
      return { kind: 'done' }
    case 'refused':
      return aside({ kind: 'refused', ...said.refusal })
    case 'moved':
      return { kind: 'later', why: 'not-the-portal', waitMs: null }
    default:
      return said
  }
}

/** Its pages, put into the cabinet, or why there are none; null: it may go as it is. */
async function inPages(
  sha256: string,
  bytes: Uint8Array,
  fits: boolean,
  { cabinet, limits, makePages, sourceOf }: FileSending,
): Promise<FileOutcome | null> {
  // A page made under wider limits is made anew of the file itself.
  const source = fits ? sha256 : ((await sourceOf(sha256)) ?? sha256)
  const whole = source === sha256 ? bytes : ((await wholeFile(cabinet, source)) ?? bytes)
  const made = await makePages({ bytes: whole, limits })
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
