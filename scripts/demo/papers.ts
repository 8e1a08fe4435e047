import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { layOutStrip } from '#domain/documents/lay-out.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { stripText } from '#domain/documents/strip.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { sayPaperUnsound } from '#domain/wording/paper-check.ts'
import { signedFile } from '#services/signed-paper.ts'
import type { DemoStation } from './station.ts'

export interface WrittenFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

/** The papers of the demonstration, as bytes by file name: what the printers were given, and the strip as text. */
export async function makePapers(
  { tools, files, office, printers }: DemoStation,
  state: ApplicationState,
  jobs: readonly PrintJob[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { paper, clock } = tools
  const jobOf = (...documents: readonly string[]): PrintJob => {
    const job = jobs.find((one) => documents.includes(one.document))
    if (!job) throw new Error(`no job for ${documents.join(' or ')}`)
    return job
  }
  const contentOf = (job: PrintJob): PrintContent => {
    const content = job.content as PrintContent
    // Of a sheet that was numbered after its signature the whole is shown, not the number alone.
    return 'sheet' in content && content.sheet === 'overprint' ? { ...content, sheet: 'original' } : content
  }
  const receipt = jobOf('receipt')
  const strip = layOutStrip(contentOf(receipt), printers.strip.thermal?.columns ?? 48)
  if (!strip) throw new Error('the receipt has no strip')
  const now = clock.now()
  const today = officeDateOf(now, files.office.profile.timeZone)
  const days = { from: today, through: today }
  const workbook = await office().services.reportFiles.make({
    kind: 'daily',
    format: 'xlsx',
    days,
    asOf: now,
    today,
  })
  const handover = jobs.find((one) => one.document === 'handover-receipt')
  const rendered = await paper.render(receipt, printers.strip)
  if ('unsound' in rendered) throw new Error('a receipt was read back')
  const permit = await paper.soundPdf(
    signedFile(files.office, state) ?? contentOf(jobOf('permit', 'revocation-decree')),
  )
  if (!permit.ok) throw new Error(sayPaperUnsound(permit.refusal))
  return new Map([
    ['receipt.escpos', rendered.bytes],
    ['receipt.txt', new TextEncoder().encode(stripText(strip))],
    ['receipt.pdf', await paper.pdf(contentOf(receipt))],
    ['permit.pdf', permit.value],
    // What went by e-mail was signed for by nobody: the mail is its proof.
    ...(handover ? ([['handover.pdf', await paper.pdf(contentOf(handover))]] as const) : []),
    ['daily-report.pdf', await paper.pdf(contentOf(jobOf('daily-report')))],
    ['daily-report.xlsx', workbook.bytes],
  ])
}

/** Writes the papers and tells what demo.json says of them. */
export async function writePapers(
  outDir: string,
  papers: ReadonlyMap<string, Uint8Array>,
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = []
  for (const [name, bytes] of papers) {
    await writeFile(join(outDir, name), bytes)
    written.push({ name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length })
  }
  return written
}
