/** How a printer double behaves. Byte counts are bytes of a job, status questions not counted. */
export type PrinterBehaviour =
  | { readonly kind: 'healthy' }
  | { readonly kind: 'switched-off' }
  | { readonly kind: 'never-reads' }
  | { readonly kind: 'closes-at-once' }
  | { readonly kind: 'resets-at'; readonly byte: number }
  /** Ends the connection in good order after so many bytes. */
  | { readonly kind: 'closes-at'; readonly byte: number }
  /** Resets, and is off from then on. */
  | { readonly kind: 'power-cut-at'; readonly byte: number }
  | { readonly kind: 'slow'; readonly bytesPerStep: number }
  | { readonly kind: 'paper-out' }
  | { readonly kind: 'paper-out-at'; readonly byte: number }
  /** The last line is printed, then the paper ends. */
  | { readonly kind: 'paper-out-after' }
  | { readonly kind: 'near-end' }
  | { readonly kind: 'cover-open' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'no-status' }
  /** Answers before the job and not any more after it. */
  | { readonly kind: 'falls-silent' }
  /** Sends reports of its own between its answers. */
  | { readonly kind: 'reports' }
  /** Sends healthy-looking answers that nobody asked for, and never answers a question. */
  | { readonly kind: 'chatters' }
  | { readonly kind: 'echoes' }
  | { readonly kind: 'wrong-status' }

const healthyAnswer = 0x12
const paperEndAnswer = 0x72
const report = [0x10, 0x00, 0x00, 0x00]

export interface BrainReply {
  readonly send: Uint8Array
  readonly then: 'stay' | 'reset' | 'close' | 'power-off'
}

/** The inside of a thermal printer double: takes bytes, keeps what came on paper, answers status questions. */
export interface PrinterBrain {
  take(bytes: Uint8Array): BrainReply
  /** What it says when the line opens. */
  greeting(): Uint8Array
  /** What has come out on paper so far. */
  paper(): Uint8Array
}

/** Makes the inside of one printer. The paper is the printer's; a new connection goes on with it. */
export function createPrinterBrain(behaviour: PrinterBehaviour): PrinterBrain {
  const paper: number[] = []
  let pending: number[] = []
  let jobBytes = 0

  const answerTo = (question: number): number[] => {
    const started = jobBytes > 0
    switch (behaviour.kind) {
      case 'no-status':
      case 'chatters':
        return []
      case 'falls-silent':
        return started ? [] : [healthyAnswer]
      case 'wrong-status':
        return [0xff, 0x00]
      case 'reports':
        return [...report, healthyAnswer, ...report]
      case 'near-end':
        return question === 4 ? [0x1e] : [healthyAnswer]
      case 'paper-out':
        return [question === 1 ? 0x1a : question === 2 ? 0x32 : paperEndAnswer]
      case 'paper-out-at':
        if (jobBytes < behaviour.byte) return [healthyAnswer]
        return [question === 1 ? 0x1a : question === 2 ? 0x32 : paperEndAnswer]
      case 'paper-out-after':
        return started && question === 4 ? [paperEndAnswer] : [healthyAnswer]
      case 'cover-open':
        return [question === 1 ? 0x1a : question === 2 ? 0x16 : healthyAnswer]
      case 'offline':
        return [question === 1 ? 0x1a : healthyAnswer]
      default:
        return [healthyAnswer]
    }
  }

  const print = (byte: number): void => {
    jobBytes += 1
    if (behaviour.kind === 'paper-out' || behaviour.kind === 'cover-open' || behaviour.kind === 'offline')
      return
    if (behaviour.kind === 'paper-out-at' && jobBytes > behaviour.byte) return
    paper.push(byte)
  }

  const limit =
    behaviour.kind === 'resets-at' || behaviour.kind === 'closes-at' || behaviour.kind === 'power-cut-at'
      ? behaviour.byte
      : Infinity
  const ending =
    behaviour.kind === 'closes-at' ? 'close' : behaviour.kind === 'power-cut-at' ? 'power-off' : 'reset'

  return {
    greeting: () =>
      new Uint8Array(
        behaviour.kind === 'chatters' ? [0x12, 0x12, 0x12] : behaviour.kind === 'reports' ? report : [],
      ),
    paper: () => new Uint8Array(paper),
    take: (bytes) => {
      const send: number[] =
        behaviour.kind === 'echoes' ? [...bytes] : behaviour.kind === 'chatters' ? [0x12] : []
      const printAll = (held: readonly number[]): void => {
        for (const byte of held) if (jobBytes < limit) print(byte)
      }
      for (const byte of bytes) {
        pending.push(byte)
        const [first, second, question] = pending
        const couldBeQuestion = first === 0x10 && (second === undefined || second === 0x04)
        if (couldBeQuestion && question === undefined) continue
        if (couldBeQuestion && question !== undefined && question >= 1 && question <= 4) {
          if (behaviour.kind !== 'echoes') send.push(...answerTo(question))
        } else {
          printAll(pending)
        }
        pending = []
      }
      return { send: new Uint8Array(send), then: jobBytes >= limit ? ending : 'stay' }
    },
  }
}
