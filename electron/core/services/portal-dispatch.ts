import { detectFileKind } from '#domain/file-kind.ts'
import type { PortalSaid } from '#domain/portal-link.ts'
import type { PortalCall, PortalFile, PortalTrouble } from '#domain/portal-sync.ts'
import { DamagedFile, type FileCabinet } from '#ports/files.ts'
import type { PortalCollection, PortalLine, PortalMeta } from '#ports/portal.ts'
import type { CancelSignal } from '#ports/printing.ts'

type Put = Exclude<PortalCall['kind'], 'document-removed' | 'events' | 'message'>

const collections: Readonly<Record<Put, PortalCollection>> = {
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

/** What became of the sending of a file. */
export type FileOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'aside'; readonly trouble: PortalTrouble }
  | Extract<PortalSaid<never>, { kind: 'later' | 'stopped' }>

const aside = (trouble: PortalTrouble): FileOutcome => ({ kind: 'aside', trouble })

/**
 * Asks whether the portal has a file, and sends it when it has not. What the cabinet does not have whole, and what the portal
 * says that it does not take, is put aside without being sent.
 */
export async function sendFileOnce(
  line: PortalLine,
  { sha256, key }: PortalFile,
  {
    cabinet,
    limits,
    cancel,
  }: {
    readonly cabinet: Pick<FileCabinet, 'find'>
    readonly limits: Pick<PortalMeta, 'fileBytes' | 'mediaTypes'>
    readonly cancel: CancelSignal
  },
): Promise<FileOutcome> {
  const there = await line.hasFile(sha256, cancel)
  if (there.kind === 'later' || there.kind === 'stopped') return there
  if (there.kind === 'done' && there.value) return { kind: 'done' }
  const bytes = await wholeFile(cabinet, sha256)
  if (!bytes) return aside({ kind: 'no-file', sha256 })
  const mediaType = detectFileKind(bytes) ?? 'application/octet-stream'
  if (bytes.length > limits.fileBytes || !limits.mediaTypes.includes(mediaType))
    return aside({ kind: 'unfit-file', sizeBytes: bytes.length, mediaType })
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
