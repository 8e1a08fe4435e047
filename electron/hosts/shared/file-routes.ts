import { createHash } from 'node:crypto'
import { checkUpload, type UploadRefusal, type UploadRule } from '#domain/upload-rule.ts'
import { detectFileKind, mediaTypes } from '#domain/file-kind.ts'
import { parseOfficeDate } from '#domain/office-date.ts'
import { uploadRuleFor, type Permission } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { isBookFormat, isBookKind } from '#domain/documents/book-kinds.ts'
import type { Instant } from '#domain/instant.ts'
import type { SeenPaper } from '#domain/documents/seen-paper.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import { sayPaperUnsound } from '#domain/wording/paper-check.ts'
import { documentKinds } from '#domain/stage-table.ts'
import { wordsOf } from '#api/views/dossier-view.ts'
import type { Clock } from '#ports/clock.ts'
import type { FileCabinet } from '#ports/files.ts'
import type { Queries } from '#ports/queries.ts'
import { grantedTo, type Office, type SignedIn } from '#services/office.ts'
import { archiveContent } from '#services/archive-content.ts'
import type { ProductContentRefusal } from '#services/print-content.ts'
import { receiptContent } from '#services/receipt-content.ts'
import type { ReportFiles } from '#services/report-files.ts'
import { samplePaper } from '#services/sample-papers.ts'
import { sampleProduct } from '#services/sample-product.ts'
import { officeToday } from '#services/move-facts.ts'
import type { SigningLooks } from '#services/signing-looks.ts'
import { issuerFor } from '#services/signing-service.ts'
import { contentToSign, paperOfProduct, type PaperContent } from '#services/signed-paper.ts'
import type { PaperDesk } from './paper-desk.ts'
import type { RenderPool } from './render-pool.ts'
import { headedTable, mostTableBytes, templateWorkbook } from './table-files.ts'

export interface FileRouteParts {
  readonly office: Office
  readonly queries: Queries
  readonly cabinet: FileCabinet
  readonly paper: PaperDesk
  readonly pool: RenderPool
  readonly reportFiles: Pick<ReportFiles, 'make' | 'makeFor'>
  readonly clock: Clock
  /** Brings a file that the portal has and nobody has fetched yet; false: there is none to be had. */
  readonly bringFile: (sha256: string) => Promise<boolean>
  /** Told of each paper that a signer opens before signing it. */
  readonly looks: Pick<SigningLooks, 'note'>
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const answer = (bytes: Uint8Array, type: string, name: string): Response =>
  new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': type, 'content-disposition': `inline; filename="${name}"` },
  })

/**
 * Everything under /files, for somebody signed in: uploads by content, stored files by hash, and the very PDF of
 * each paper. undefined: there is no such file.
 */
export async function answerFile(
  parts: FileRouteParts,
  request: Request,
  who: SignedIn,
): Promise<Response | undefined> {
  const { pathname, searchParams } = new URL(request.url)
  const may = (...wanted: Permission[]): boolean => {
    const granted = grantedTo(parts.office.profile, who)
    return wanted.some((one) => granted.has(one))
  }
  const path = pathname.replace(/^\/files\/?/, '')
  if (request.method === 'POST' && path === '')
    return may('intake', 'work-dossiers', 'handover')
      ? takeUpload(parts, request, searchParams.get('name') ?? '', searchParams.get('requirement'))
      : refused()
  if (request.method === 'POST' && path === 'table')
    return may('administration', 'reports')
      ? takeTable(parts, request, searchParams.get('name') ?? '')
      : refused()
  if (request.method !== 'GET') return undefined
  if (path === 'table/contoh-izin-lama.xlsx')
    return may('administration', 'reports') ? tableTemplate(parts) : refused()
  const works = may('intake', 'work-dossiers', 'print-desk', 'handover')
  if (/^[0-9a-f]{64}$/.test(path)) return works ? storedFile(parts, path) : refused()
  const [kind = '', ...rest] = path.split('/')
  const name = rest.join('/')
  if (kind === 'sample')
    return may('administration', 'reports') ? samplePermit(parts, name.replace(/\.pdf$/, '')) : refused()
  if (kind === 'sample-of')
    return may('administration') ? sampleOfKind(parts, name.replace(/\.pdf$/, '')) : refused()
  if (kind === 'report') return may('reports') ? reportFile(parts, name, searchParams) : refused()
  return works || may('reports') ? paperFile(parts, kind, name.replace(/\.pdf$/, ''), who) : refused()
}

const refused = (): Response =>
  new Response('Peran Anda tidak memiliki wewenang untuk berkas ini.', { status: 403 })

/** A table to be looked at: it is read and given back, and kept nowhere. */
async function takeTable({ pool }: FileRouteParts, request: Request, name: string): Promise<Response> {
  const bytes = await readAtMost(request, mostTableBytes)
  const read = bytes
    ? await headedTable(pool, name, bytes)
    : refuse({ code: 'table-too-large', most: mostTableBytes } as const)
  return Response.json(read.ok ? read.value : { refusal: read.refusal }, { status: read.ok ? 200 : 422 })
}

const tableTemplate = async ({ pool, clock }: FileRouteParts): Promise<Response> =>
  answer(await pool.renderXlsx(templateWorkbook(clock.now())), xlsxType, 'contoh-izin-lama.xlsx')

async function takeUpload(
  { office, cabinet, pool }: FileRouteParts,
  request: Request,
  fileName: string,
  requirementCode: string | null,
): Promise<Response> {
  const rule = ruleOf(office, requirementCode)
  const { maxBytes } = rule
  // Far too large is refused before it fills the memory; the rule itself says the sentence for the rest.
  const most = maxBytes * 8
  const bytes = await readAtMost(request, most)
  if (bytes === null) {
    const sizeBytes = Math.max(most + 1, Number(request.headers.get('content-length') ?? '0'))
    const refusal = { code: 'file-too-large', fileName, sizeBytes, maxBytes, isImage: false } as const
    return refusedUpload(refusal)
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const promised = request.headers.get('x-content-sha256')
  if (promised !== null && promised !== sha256)
    return new Response('Berkas rusak di perjalanan. Kirim lagi.', { status: 400 })
  const checked = checkUpload(bytes, fileName, rule)
  if (!checked.ok) return refusedUpload(checked.refusal)
  const { mediaType } = checked.value
  // A picture whose inside is spoiled would stop the permit that should bear it.
  if (mediaType !== 'application/pdf' && !(await pool.canDrawPicture({ format: formatOf(mediaType), bytes })))
    return refusedUpload({ code: 'file-broken', fileName, kind: mediaType })
  await cabinet.put(bytes)
  return Response.json({ sha256, mediaType, sizeBytes: bytes.length })
}

/**
 * What is taken for a requirement: the office's rule, narrowed by the requirement's own. Without one, or with one that no
 * type of this office has, the office's rule; saving asks again with the application's own law.
 */
function ruleOf(office: Office, requirementCode: string | null): UploadRule {
  const requirements = office.types.flatMap((one) => one.regimes.at(-1)?.requirements ?? [])
  const requirement = requirements.find((one) => one.code === requirementCode)
  return uploadRuleFor(office.profile, requirement ?? { code: requirementCode ?? '', upload: null })
}

const formatOf = (mediaType: 'image/jpeg' | 'image/png') => (mediaType === 'image/jpeg' ? 'jpeg' : 'png')

const refusedUpload = (refusal: UploadRefusal): Response => Response.json({ refusal }, { status: 422 })

/** The body of a request; null when it is longer than `most` bytes, and then the rest is not read. */
async function readAtMost(request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of request.body ?? []) {
    length += part.length
    if (length > most) return null
    parts.push(part)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

async function storedFile(
  { cabinet, bringFile }: FileRouteParts,
  sha256: string,
): Promise<Response | undefined> {
  // What the portal has is fetched when somebody first looks at it, if it has not come by itself.
  const isHere = (await cabinet.has(sha256)) || (await bringFile(sha256))
  const bytes = isHere ? await cabinet.find(sha256) : undefined
  if (!bytes) return undefined
  const kind = detectFileKind(bytes)
  const type = mediaTypes.find((one) => one === kind) ?? 'application/octet-stream'
  return answer(bytes, type, sha256.slice(0, 12))
}

/** `receipt/SIPD/2026-11-19`: what a document looks like on that day, of an invented dossier of this type. */
async function sampleOfKind(parts: FileRouteParts, name: string): Promise<Response | undefined> {
  const [kindText = '', code = '', dayText = ''] = name.split('/')
  const kind = documentKinds.find((one) => one === kindText)
  const day = parseOfficeDate(dayText)
  if (!kind || !day.ok) return undefined
  const content = samplePaper(parts.office, kind, decodeURIComponent(code), day.value)
  if (!content) return undefined
  if (!content.ok)
    return new Response(sayDossierRefusal(content.refusal, wordsOf(parts.office, null)), { status: 422 })
  const made = await parts.paper.samplePdf(content.value)
  if (!made.ok) return new Response(sayPaperUnsound(made.refusal), { status: 422 })
  return answer(made.value, 'application/pdf', `contoh-${kind}-${dayText}.pdf`)
}

/** `SIPD/2026-11-19`: what a permit of this type looks like on that day. */
async function samplePermit(parts: FileRouteParts, name: string): Promise<Response | undefined> {
  const [code = '', dayText = ''] = name.split('/')
  const day = parseOfficeDate(dayText)
  const content = day.ok ? sampleProduct(parts.office, decodeURIComponent(code), day.value) : undefined
  return content && paperAnswer(parts, content, `contoh-${dayText}.pdf`)
}

async function paperFile(
  parts: FileRouteParts,
  kind: string,
  id: string,
  who: SignedIn,
): Promise<Response | undefined> {
  const content = await paperContent(parts, kind, id, who)
  if (!content) return undefined
  const shown = await paperAnswer(parts, content, `${kind}-${id.slice(0, 8)}.pdf`)
  if (shown.ok && content.seen) parts.looks.note(who.user.id, id, content.seen)
  return shown
}

async function paperAnswer(
  parts: FileRouteParts,
  content: Result<PaperContent, ProductContentRefusal>,
  fileName: string,
): Promise<Response> {
  if (!content.ok)
    return new Response(sayDossierRefusal(content.refusal, wordsOf(parts.office, null)), { status: 422 })
  const made = await parts.paper.soundPdf(content.value)
  if (!made.ok) return new Response(sayPaperUnsound(made.refusal), { status: 422 })
  return answer(made.value, 'application/pdf', fileName)
}

/** `seen`: what is looked at to be signed. */
type OpenedContent = Result<PaperContent, ProductContentRefusal> & { readonly seen?: SeenPaper }

/** What a dossier has a paper of; `to-sign-outside`: the letter that another application signs. */
const ofDossier: ReadonlySet<string> = new Set([
  'product',
  'receipt',
  'archive',
  'to-sign',
  'to-sign-outside',
])

async function paperContent(
  { office, queries, clock }: FileRouteParts,
  kind: string,
  id: string,
  who: SignedIn,
): Promise<OpenedContent | undefined> {
  if (kind === 'job') {
    const job = await queries.findPrintJob(id)
    return job && ok(job.content as PaperContent)
  }
  if (!ofDossier.has(kind)) return undefined
  const state = await queries.findApplication(id)
  if (!state) return undefined
  if (kind === 'receipt') return ok(receiptContent(office, state, null))
  if (kind === 'archive') return ok(archiveContent(office, state, clock.now(), who.user.name))
  if (!state.product) return undefined
  // The very paper that is about to be signed; once it is, the signed file.
  if (kind === 'product' || state.product.signature) return paperOfProduct(office, state, clock.now())
  // Nobody knows yet with whose certificate another application signs it: its foot names none.
  if (kind === 'to-sign-outside') return contentToSign(office, state, clock.now(), null)
  const content = contentToSign(office, state, clock.now(), await issuerFor(queries, who.user.id))
  return content.ok ? { ...content, seen: { seq: state.seq, content: content.value } } : content
}

const usualAsOf = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/**
 * `daily/2026-11-19.pdf`, `register-in/2026-11-01..2026-11-30.xlsx?asOf=2026-12-01T00:00:00.000Z`. With a ticket its progress is
 * told and it can be given up.
 */
async function reportFile(
  { reportFiles, office, clock }: FileRouteParts,
  name: string,
  search: URLSearchParams,
): Promise<Response | undefined> {
  const [, kind = '', first = '', last = first, format = ''] =
    /^([a-z-]+)\/(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?\.([a-z]+)$/.exec(name) ?? []
  const [from, through] = [parseOfficeDate(first), parseOfficeDate(last)]
  if (!isBookKind(kind) || !isBookFormat(format) || !from.ok || !through.ok || from.value > through.value)
    return undefined
  const now = clock.now()
  const wished = search.get('asOf')
  if (wished !== null && !usualAsOf.test(wished)) return undefined
  // Nobody knows yet what will be known.
  const asOf = wished !== null && wished < now ? (wished as Instant) : now
  const days = { from: from.value, through: through.value }
  const order = { kind, format, days, asOf, today: officeToday(office, asOf) }
  const ticket = search.get('ticket')
  const file = await (ticket === null ? reportFiles.make(order) : reportFiles.makeFor(ticket, order))
  // 499: whoever asked has given it up.
  return file ? answer(file.bytes, file.mediaType, file.name) : new Response(null, { status: 499 })
}
