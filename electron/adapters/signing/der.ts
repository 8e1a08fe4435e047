/** One element of a DER structure, with the bytes it was read from. */
export interface DerNode {
  readonly tag: number
  /** The whole element: tag, length and content. */
  readonly whole: Uint8Array
  readonly content: Uint8Array
}

/** The bytes are no DER. */
export class NotDer extends Error {
  constructor() {
    super('not a DER structure')
    this.name = 'NotDer'
  }
}

/** Reads the element at the beginning; what follows it is left alone. Throws `NotDer`. */
export function readDer(bytes: Uint8Array, at = 0): DerNode {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  if (tag === undefined || first === undefined) throw new NotDer()
  let start = at + 2
  let length = first
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count === 0 || count > 4) throw new NotDer()
    length = 0
    for (let i = 0; i < count; i += 1) length = length * 256 + (bytes[start + i] ?? 0)
    start += count
  }
  if (start + length > bytes.length) throw new NotDer()
  return { tag, whole: bytes.subarray(at, start + length), content: bytes.subarray(start, start + length) }
}

/** The elements inside one. Throws `NotDer` when they do not fill it exactly. */
export function childrenOf({ content }: DerNode): readonly DerNode[] {
  const children: DerNode[] = []
  for (let at = 0; at < content.length;) {
    const child = readDer(content, at)
    children.push(child)
    at += child.whole.length
  }
  return children
}

/** Makes an element out of parts in their order. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, one) => sum + one.length, 0)
  const size: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) size.unshift(rest & 0xff)
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 | size.length, ...size]
  return Buffer.concat([Uint8Array.from(head), ...parts])
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => der(0x30, ...parts)

/** A SET OF: DER wants its elements sorted by their bytes. */
export const setOf = (...parts: readonly Uint8Array[]): Uint8Array =>
  der(0x31, ...[...parts].sort((a, b) => Buffer.compare(a, b)))

export const octets = (bytes: Uint8Array): Uint8Array => der(0x04, bytes)

/** A small whole number, 0 to 127. */
export const smallInteger = (value: number): Uint8Array => der(0x02, Uint8Array.of(value))

export const nothing: Uint8Array = Uint8Array.of(0x05, 0x00)

/** An object identifier from its dotted form. */
export function objectId(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((value) => {
    const groups = [value & 0x7f]
    for (let left = value >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80)
    return groups
  })
  return der(0x06, Uint8Array.from(bytes))
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
