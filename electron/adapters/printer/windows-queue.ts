import { z } from 'zod'
import type { RunCommand } from '#adapters/system/run-command.ts'
import type { PrinterTrouble } from '#domain/printer-trouble.ts'
import type { CancelSignal } from '#ports/printing.ts'
import type { Answered } from './ipp-call.ts'

/** A job as Windows lists it. */
export interface WindowsJob {
  readonly id: number
  readonly document: string
  /** For instance `Printing, Retained`. */
  readonly status: string
}

/** A print queue of Windows as it stands. */
export interface WindowsQueueState {
  readonly trouble: Exclude<PrinterTrouble, 'folder-missing' | 'unreachable'> | null
  /** In the words of Windows. */
  readonly status: string
  readonly jobs: readonly WindowsJob[]
}

/** What is asked of one queue of Windows. None throws. */
export interface WindowsQueue {
  look(cancel: CancelSignal): Promise<Answered<WindowsQueueState>>
  /** Takes a job out of the queue. Repeatable; one that has gone already is none. */
  remove(job: number, cancel: CancelSignal): Promise<void>
}

const troubles: readonly (readonly [RegExp, NonNullable<WindowsQueueState['trouble']>])[] = [
  [/\bPaused\b/i, 'queue-paused'],
  [/\bPaper(Out|Problem)\b/i, 'paper-out'],
  [/\b(DoorOpen|CoverOpen)\b/i, 'cover-open'],
  [/\b(Offline|NotAvailable|Error|PaperJam|UserIntervention|NoToner|Blocked|ServerUnknown)\b/i, 'offline'],
]

/** What a status of Windows says against printing; null: nothing. */
export const windowsTrouble = (status: string): WindowsQueueState['trouble'] =>
  troubles.find(([pattern]) => pattern.test(status))?.[1] ?? null

// The name of the printer comes by the environment: nothing in it is ever read as a command.
const lookScript = `
$ErrorActionPreference = 'Stop'
$printer = Get-Printer -Name $env:SEPOK_PRINTER
$jobs = @(Get-PrintJob -PrinterName $env:SEPOK_PRINTER | ForEach-Object { @{ id = $_.Id; document = [string]$_.DocumentName; status = [string]$_.JobStatus } })
ConvertTo-Json -Compress -Depth 3 @{ status = [string]$printer.PrinterStatus; jobs = $jobs }
`
const removeScript = `Remove-PrintJob -PrinterName $env:SEPOK_PRINTER -ID $env:SEPOK_JOB`

const Answer = z.object({
  status: z.string(),
  jobs: z.array(z.object({ id: z.number(), document: z.string(), status: z.string() })),
})

/** PowerShell takes its time on an old machine. */
const answerMs = 15_000

const readAnswer = (output: string): z.infer<typeof Answer> | null => {
  try {
    const read = Answer.safeParse(JSON.parse(output))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Talks about one queue with Windows, through PowerShell. */
export function openWindowsQueue(run: RunCommand, powershell: string, printer: string): WindowsQueue {
  const ask = (script: string, env: Record<string, string>, cancel: CancelSignal) =>
    run(
      {
        executable: powershell,
        arguments: ['-NoProfile', '-NonInteractive', '-Command', script],
        env: { SEPOK_PRINTER: printer, ...env },
        withinMs: answerMs,
      },
      cancel,
    )
  return {
    look: async (cancel) => {
      const end = await ask(lookScript, {}, cancel)
      if (end.kind === 'not-started') return { kind: 'unreachable', detail: end.detail }
      if (end.kind !== 'exit') return { kind: 'unreachable', detail: 'Windows did not answer in time' }
      if (end.code !== 0) return { kind: 'refused', detail: end.errors.trim(), status: end.code }
      const answer = readAnswer(end.output)
      return answer === null
        ? { kind: 'unreachable', detail: 'the answer of Windows cannot be read' }
        : { kind: 'answer', value: { ...answer, trouble: windowsTrouble(answer.status) } }
    },
    remove: async (job, cancel) => {
      await ask(removeScript, { SEPOK_JOB: String(job) }, cancel)
    },
  }
}
