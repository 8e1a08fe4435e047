import { rebuildState } from '#domain/application-history.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { isOldBookNumber } from '#domain/carried-over.ts'
import type { Damage, ExaminedPart, Notice, PartExamination } from '#domain/examination.ts'
import type { Instant } from '#domain/instant.ts'
import { isInRanges, usedElsewhere, type SerialRange } from '#domain/number-start.ts'
import { officeDate } from '#domain/office-date.ts'
import type { OfficialNumber } from '#domain/permit.ts'
import type { PrintJobState } from '#domain/print-job.ts'
import type { FileCabinet } from '#ports/files.ts'
import type { HashText } from '#ports/hash.ts'
import type { NumberLine, Queries } from '#ports/queries.ts'
import { canonical } from './canonical-text.ts'
import { examineBlanks } from './examine-blanks.ts'
import { examineClosings } from './examine-closings.ts'
import { examineLists } from './examine-lists.ts'
import { examinePrinters } from './examine-printers.ts'
import { examineReports } from './examine-reports.ts'

export interface ExamineParts {
  readonly queries: Queries
  readonly cabinet: Pick<FileCabinet, 'find' | 'has'>
  /** Pages, links, steps and guards of the database; one line per finding. */
  readonly integrityCheck: () => Promise<readonly string[]>
  readonly hash: HashText
  /** When the examination begins: what the counter does meanwhile is no damage. */
  readonly startedAt: Instant
}

const pageSize = 500
const mostJobs = 100_000
/** A dossier may change between two reads; only what stays different is damage. */
const tries = 3

interface Findings {
  readonly examined: number
  readonly damages: readonly Damage[]
  readonly notices?: readonly Notice[]
}

/** What the other parts need of the dossiers, gathered in one pass. */
interface Gathered {
  readonly numbers: Map<string, string>
  readonly files: Map<string, { readonly application: string; readonly file: string }>
  /** Removed as another person's; gone unless somebody else's dossier rests on the same content. */
  readonly erased: Map<string, { readonly application: string; readonly file: string }>
}

/**
 * Examines an office: database, history against state, number series against register, files against hashes, what
 * waits for a printer or for the portal. Only reads, may run beside the application and as often as one likes.
 * A part that cannot be read is a damage of its own; the others are examined all the same.
 */
export async function examineOffice(parts: ExamineParts): Promise<readonly PartExamination[]> {
  const gathered: Gathered = { numbers: new Map(), files: new Map(), erased: new Map() }
  const steps: readonly (readonly [ExaminedPart, () => Promise<Findings>])[] = [
    ['database', () => examineDatabase(parts)],
    ['history', () => examineHistories(parts, gathered)],
    ['lists', () => examineLists(parts)],
    ['reports', () => examineReports(parts)],
    ['closings', () => examineClosings(parts)],
    ['numbers', () => examineNumbers(parts, gathered)],
    [
      'files',
      async () => {
        await gatherSlips(parts.queries, gathered)
        return examineFiles(parts, gathered)
      },
    ],
    ['printing', () => examinePrinting(parts)],
    ['printers', () => examinePrinters(parts)],
    ['blanks', () => examineBlanks(parts)],
    ['outbox', () => examineOutbox(parts)],
  ]
  const found: PartExamination[] = []
  for (const [part, step] of steps) found.push({ part, notices: [], ...(await attempt(part, step)) })
  return found
}

async function attempt(part: ExaminedPart, step: () => Promise<Findings>): Promise<Findings> {
  try {
    return await step()
  } catch (error) {
    return { examined: 0, damages: [{ code: 'check-failed', part, detail: messageOf(error) }] }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function examineDatabase({ integrityCheck }: ExamineParts): Promise<Findings> {
  const lines = await integrityCheck()
  return { examined: 1, damages: lines.map((detail) => ({ code: 'database-damaged', detail })) }
}

async function examineHistories({ queries }: ExamineParts, gathered: Gathered): Promise<Findings> {
  const damages: Damage[] = []
  let examined = 0
  for (let after: string | null = null; ;) {
    const ids = await queries.listApplicationIds(after, pageSize)
    for (const id of ids) damages.push(...(await examineDossier(queries, id, gathered)))
    examined += ids.length
    after = ids.at(-1) ?? null
    if (ids.length < pageSize) return { examined, damages }
  }
}

async function examineDossier(queries: Queries, id: string, gathered: Gathered): Promise<readonly Damage[]> {
  let damages: readonly Damage[] = []
  for (let left = tries; left > 0; left -= 1) {
    const stored = await queries.findApplication(id)
    if (!stored) return [{ code: 'history-unreadable', application: id, detail: 'tanpa keadaan' }]
    if (left === tries) gather(stored, gathered)
    damages = await compare(queries, stored)
    if (damages.length === 0) return []
  }
  return damages
}

async function compare(queries: Queries, stored: ApplicationState): Promise<readonly Damage[]> {
  const application = stored.registrationNumber.text
  try {
    const rebuilt = rebuildState(await queries.history(stored.id))
    if (!rebuilt) return [{ code: 'history-unreadable', application, detail: 'tanpa peristiwa' }]
    const fields = differingFields(stored, rebuilt)
    return fields.length === 0 ? [] : [{ code: 'state-differs', application, fields }]
  } catch (error) {
    return [{ code: 'history-unreadable', application, detail: messageOf(error) }]
  }
}

function differingFields(stored: ApplicationState, rebuilt: ApplicationState): readonly string[] {
  const [one, other] = [new Map(Object.entries(stored)), new Map(Object.entries(rebuilt))]
  const keys = new Set([...one.keys(), ...other.keys()])
  return [...keys].filter((key) => canonical(one.get(key)) !== canonical(other.get(key))).sort()
}

const numberKey = (number: Pick<OfficialNumber, 'series' | 'text'>): string =>
  JSON.stringify([number.series, number.text])

function gather(state: ApplicationState, { numbers, files, erased }: Gathered): void {
  const application = state.registrationNumber.text
  const products = [...state.formerProducts, ...(state.product ? [state.product] : [])]
  const taken = [
    state.registrationNumber,
    ...products.flatMap((one) => one.number ?? []),
    ...state.voidNumbers,
    ...(state.letters ?? []).map((one) => one.number),
    ...(state.expiryNotices ?? []).flatMap((one) => one.letter?.number ?? []),
    ...(state.appointments ?? []).map((one) => one.letter),
    ...(state.legalisations ?? []).map((one) => one.number),
  ]
  // What only an old book has numbered is in no series of ours, and so in no register.
  for (const number of taken.filter((one) => !isOldBookNumber(one)))
    numbers.set(numberKey(number), application)
  const note = (sha256: string | null, file: string): void => {
    if (sha256 !== null && !files.has(sha256)) files.set(sha256, { application, file })
  }
  for (const document of state.documents)
    if (!document.removed) note(document.sha256, document.fileName)
    else if (document.sha256 !== null) erased.set(document.sha256, { application, file: document.fileName })
  for (const output of state.outputs) note(output.fileSha256, output.number ?? output.kind)
  note(state.applicant.photoSha256, 'pas foto')
  for (const sha256 of state.receiverSignatures ?? []) note(sha256, 'tanda tangan penerima')
  note(state.withdrawal?.letterSha256 ?? null, 'surat pencabutan permohonan')
  for (const { number, kind, signature } of products) {
    note(signature?.fileSha256 ?? null, number?.text ?? kind)
    note(signature?.scanSha256 ?? null, `pindaian ${number?.text ?? kind}`)
  }
}

const allDays = { from: officeDate('1900-01-01'), until: officeDate('9999-12-31') }

/** Scans of signed slips are kept by the *Buku Ekspedisi* and not by a dossier. */
async function gatherSlips(queries: Queries, { files }: Gathered): Promise<void> {
  for (const { number, received } of await queries.listDispatches(allDays))
    if (received?.slipSha256)
      files.set(received.slipSha256, { application: number.text, file: 'tanda terima ekspedisi' })
}

async function examineNumbers(parts: ExamineParts, gathered: Gathered): Promise<Findings> {
  const { queries, startedAt } = parts
  const damages: Damage[] = []
  const registered = new Set<string>()
  const sequences = await queries.listNumberSequences()
  const starts = await queries.listNumberStarts()
  const beside = [
    ...(await queries.listBlankForms()),
    ...(await queries.listDispatches(allDays)),
    ...(await queries.listComplaints(allDays.from, allDays.until)),
  ]
  const reserved = new Set(beside.map(({ number }) => numberKey(number)))
  for (const series of new Set(sequences.map((one) => one.series))) {
    const register = await queries.numberRegister(series, null)
    for (const line of register) registered.add(numberKey(line))
    for (const { scope, lastSerial } of sequences.filter((one) => one.series === series))
      damages.push(
        ...examineScope(
          series,
          scope,
          lastSerial,
          register.filter((one) => one.scope === scope),
          usedElsewhere(starts.filter((one) => one.series === series && one.scope === scope)),
          startedAt,
        ),
      )
    for (const line of register)
      if (
        line.voidedAt === null &&
        line.takenAt < startedAt &&
        !gathered.numbers.has(numberKey(line)) &&
        !reserved.has(numberKey(line))
      )
        damages.push({ code: 'number-unused', number: line.text })
  }
  for (const [key, application] of gathered.numbers) {
    const [, number = ''] = JSON.parse(key) as readonly string[]
    if (!registered.has(key)) damages.push({ code: 'number-unregistered', number, application })
  }
  return { examined: registered.size, damages }
}

/** Serials of one scope: none is lacking that was not used before the program, and the series stands where the register ends. */
function examineScope(
  series: string,
  scope: string,
  last: number,
  lines: readonly NumberLine[],
  elsewhere: readonly SerialRange[],
  startedAt: Instant,
): readonly Damage[] {
  const there = new Set(lines.map((one) => one.serial))
  const highest = lines.reduce((most, one) => Math.max(most, one.serial), 0)
  const before = lines.filter((one) => one.takenAt < startedAt)
  const highestBefore = before.reduce((most, one) => Math.max(most, one.serial), 0)
  const serials = Array.from({ length: Math.max(highest, last) }, (_, index) => index + 1)
  const missing = serials.filter((serial) => !there.has(serial) && !isInRanges(elsewhere, serial))
  return [
    ...(missing.length > 0 ? [{ code: 'number-missing' as const, series, scope, serials: missing }] : []),
    ...(last < highestBefore ? [{ code: 'sequence-differs' as const, series, scope, last, highest }] : []),
  ]
}

async function examineFiles(
  { cabinet, queries }: ExamineParts,
  { files, erased }: Gathered,
): Promise<Findings> {
  const damages: Damage[] = []
  for (const [sha256, where] of files) {
    try {
      const isHere = (await cabinet.find(sha256)) !== undefined
      // What the portal has and nobody has looked at yet is still to come.
      const isComing = !isHere && (await queries.findPortalFile('fetch', sha256))?.state === 'waiting'
      if (!isHere && !isComing) damages.push({ code: 'file-missing', sha256, ...where })
    } catch {
      damages.push({ code: 'file-damaged', sha256, ...where })
    }
  }
  for (const [sha256, where] of erased)
    if ((await cabinet.has(sha256)) && (await queries.countFileUses(sha256)) === 0)
      damages.push({ code: 'file-not-erased', sha256, ...where })
  return { examined: files.size, damages }
}

const openStates: readonly PrintJobState[] = ['queued', 'held', 'sending', 'failed', 'unknown']

async function examinePrinting({ queries }: ExamineParts): Promise<Findings> {
  const jobs = await queries.listPrintJobs({ states: openStates, limit: mostJobs })
  const notices = openStates.flatMap((state): Notice[] => {
    const count = jobs.filter((one) => one.state === state).length
    return count === 0 ? [] : [{ code: 'jobs-open', state, count }]
  })
  return { examined: jobs.length, damages: [], notices }
}

async function examineOutbox({ queries }: ExamineParts): Promise<Findings> {
  const count = await queries.countOutbox()
  return { examined: count, damages: [], notices: count === 0 ? [] : [{ code: 'outbox-waiting', count }] }
}
