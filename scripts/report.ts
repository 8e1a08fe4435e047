/** Makes a report of an office as a file without changing anything, also while the application runs. */
import { renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { renderBook } from '#hosts/shared/render-book.ts'
import { fileSize } from '#domain/indonesian-numbers.ts'
import { addMs, type Instant } from '#domain/instant.ts'
import { bookLabel } from '#domain/wording/report-books.ts'
import { startOfDay } from '#domain/office-zone.ts'
import { readOffice, type ReadingOffice } from '#hosts/shared/read-office.ts'
import { StartRefusal } from '#hosts/shared/start-refusal.ts'
import { officeToday } from '#services/move-facts.ts'
import { createReportFiles } from '#services/report-files.ts'
import { explainFailure, say } from './lib/run-browser.ts'
import { readReportCommand, type ReportCommand } from './report/options.ts'
import { reportCommandWords as words } from './report/words.ts'

/** Everything that the office knows: the same data give the same moment, whenever the command runs. */
async function latest({ office, queries }: ReadingOffice, { days }: ReportCommand): Promise<Instant> {
  const last = await queries.lastRecorded()
  return last === null ? startOfDay(days.from, office.profile.timeZone) : addMs(last, 1)
}

/** Whole or not at all: what a kill leaves behind never has the name that a schedule looks for. */
function write(file: string, bytes: Uint8Array): void {
  const draft = `${file}.part`
  try {
    writeFileSync(draft, bytes)
    renameSync(draft, file)
  } catch {
    rmSync(draft, { force: true })
    throw new StartRefusal('data-folder-unusable', words.outNotWritable(file))
  }
}

const report = async (args: readonly string[]): Promise<number> => {
  const command = readReportCommand(args)
  if (command === null) {
    process.stdout.write(`${words.help}\n`)
    return 0
  }
  const { dataDir, databaseUrl, kind, days, format, out } = command
  if (databaseUrl === null && !statSync(dataDir, { throwIfNoEntry: false })?.isDirectory())
    throw new StartRefusal('data-folder-unusable', words.folderMissing(dataDir))
  const opened = await readOffice({ dataDir, databaseUrl })
  try {
    const { office, queries } = opened
    const asOf = command.asOf ?? (await latest(opened, command))
    const books = {
      renderBook: (task: Parameters<typeof renderBook>[0]['task']) => renderBook({ task, port: null }),
    }
    const order = { kind, format, days, asOf, today: officeToday(office, asOf) }
    const { bytes } = await createReportFiles({ office, queries, calendar: opened.calendar, books }).make(
      order,
    )
    if (out === null) for (let sent = 0; sent < bytes.length;) sent += writeSync(1, bytes, sent)
    else {
      write(out, bytes)
      say(words.done(bookLabel(kind), out, fileSize(bytes.length)))
    }
    return 0
  } finally {
    await opened.close()
  }
}

process.exit(await report(process.argv.slice(2)).catch(explainFailure))
