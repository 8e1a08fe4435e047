/** One thing found in what a thermal printer sends. */
export type StatusToken =
  { readonly kind: 'answer'; readonly byte: number } | { readonly kind: 'report' | 'garbage' }

/** Answers of DLE EOT have bits 1 and 4 set, bits 0 and 7 clear. */
const isAnswer = (byte: number): boolean => (byte & 0x93) === 0x12
/** An automatic report (ASB) begins with bit 4 set, bits 0, 1 and 7 clear… */
const beginsReport = (byte: number): boolean => (byte & 0x93) === 0x10
/** …and goes on with three bytes without bits 4 and 7. */
const continuesReport = (byte: number): boolean => (byte & 0x90) === 0

/** XON and XOFF of a serial adapter mean nothing here. */
const isFlowControl = (byte: number): boolean => byte === 0x11 || byte === 0x13

/**
 * Tells answers from the reports that many printers send unasked, and from bytes that no status has: an
 * echo or noise, after which no answer of this device is believed.
 */
export function createStatusReader(): (bytes: Uint8Array) => StatusToken[] {
  let missing = 0
  return (bytes) => {
    const tokens: StatusToken[] = []
    for (const byte of bytes) {
      if (missing > 0 && continuesReport(byte)) {
        missing -= 1
        if (missing === 0) tokens.push({ kind: 'report' })
      } else if (missing === 0 && isAnswer(byte)) {
        tokens.push({ kind: 'answer', byte })
      } else if (missing === 0 && beginsReport(byte)) {
        missing = 3
      } else if (missing > 0 || !isFlowControl(byte)) {
        missing = 0
        tokens.push({ kind: 'garbage' })
      }
    }
    return tokens
  }
}

/** The questions asked, in this order: printer, cause of offline, paper. */
export const statusQuestions = [1, 2, 4] as const
export type StatusQuestion = (typeof statusQuestions)[number]

/** DLE EOT n: answered at once, even while the printer is offline. */
export const statusRequest = (question: StatusQuestion): Uint8Array => new Uint8Array([0x10, 0x04, question])

export type StatusAnswers = ReadonlyMap<StatusQuestion, number>
export type ThermalTrouble = 'paper-out' | 'cover-open' | 'offline'

const bit = (byte: number | undefined, mask: number): boolean => ((byte ?? 0) & mask) !== 0

/** What keeps a printer from printing, the cause a clerk can mend first; null: nothing. Near end is no trouble. */
export function troubleOf(answers: StatusAnswers): ThermalTrouble | null {
  const cause = answers.get(2)
  if (bit(cause, 0x04)) return 'cover-open'
  if (bit(answers.get(4), 0x60) || bit(cause, 0x20)) return 'paper-out'
  if (bit(answers.get(1), 0x08) || bit(cause, 0x40)) return 'offline'
  return null
}

/** The answers as text for the log and for whoever looks after printers: `1:12 2:16 4:12`. */
export const describeAnswers = (answers: StatusAnswers): string =>
  [...answers].map(([question, byte]) => `${question}:${byte.toString(16).padStart(2, '0')}`).join(' ')
