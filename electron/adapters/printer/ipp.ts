/** A value of an IPP attribute: text of any kind, a number, or null for "no value". */
export type IppValue = string | number | boolean | null

/** Attributes by name, each with all its values. */
export type IppAttributes = ReadonlyMap<string, readonly IppValue[]>

const groupTags = { operation: 0x01, job: 0x02, printer: 0x04 } as const
const endOfAttributes = 0x03

const beginCollection = 0x34
const endCollection = 0x37
const memberName = 0x4a

const valueTags = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
} as const
export type IppType = keyof typeof valueTags

/** One attribute to send. */
export type IppField =
  | {
      readonly name: string
      readonly type: IppType
      readonly values: readonly (string | number | boolean)[]
    }
  | { readonly name: string; readonly type: 'collection'; readonly members: readonly IppField[] }

export const ippOperations = {
  createJob: 0x0005,
  sendDocument: 0x0006,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
  resumePrinter: 0x0011,
  cupsGetPrinters: 0x4002,
  cupsGetDevices: 0x400b,
} as const
export type IppOperation = keyof typeof ippOperations

const text = new TextEncoder()

const number16 = (value: number): Uint8Array => new Uint8Array([(value >> 8) & 255, value & 255])
const number32 = (value: number): Uint8Array =>
  new Uint8Array([(value >>> 24) & 255, (value >> 16) & 255, (value >> 8) & 255, value & 255])

const encodeValue = (value: string | number | boolean): Uint8Array => {
  if (typeof value === 'number') return number32(value)
  if (typeof value === 'boolean') return new Uint8Array([value ? 1 : 0])
  return text.encode(value)
}

const tagged = (tag: number, name: Uint8Array, value: Uint8Array): Uint8Array[] => [
  new Uint8Array([tag]),
  number16(name.length),
  name,
  number16(value.length),
  value,
]

const nothing = new Uint8Array()

const encodeField = (field: IppField): Uint8Array[] => {
  const name = text.encode(field.name)
  if (field.type !== 'collection')
    return field.values.flatMap((value, index) =>
      // Further values of the same attribute carry an empty name.
      tagged(valueTags[field.type], index === 0 ? name : nothing, encodeValue(value)),
    )
  return [
    ...tagged(beginCollection, name, nothing),
    // Inside, the name of a member is a value, and its values have none.
    ...field.members.flatMap((member) => [
      ...tagged(memberName, nothing, text.encode(member.name)),
      ...encodeField({ ...member, name: '' }),
    ]),
    ...tagged(endCollection, nothing, nothing),
  ]
}

/** A request of RFC 8010: operation attributes, job attributes if any, document if any. */
export function encodeIppRequest(request: {
  readonly operation: IppOperation
  readonly operationFields: readonly IppField[]
  readonly jobFields?: readonly IppField[]
  readonly document?: Uint8Array
}): Uint8Array {
  const head: IppField[] = [
    { name: 'attributes-charset', type: 'charset', values: ['utf-8'] },
    { name: 'attributes-natural-language', type: 'language', values: ['en'] },
  ]
  const jobFields = request.jobFields ?? []
  return new Uint8Array(
    Buffer.concat([
      new Uint8Array([2, 0]),
      number16(ippOperations[request.operation]),
      number32(1),
      new Uint8Array([groupTags.operation]),
      ...[...head, ...request.operationFields].flatMap(encodeField),
      ...(jobFields.length === 0 ? [] : [new Uint8Array([groupTags.job]), ...jobFields.flatMap(encodeField)]),
      new Uint8Array([endOfAttributes]),
      request.document ?? new Uint8Array(),
    ]),
  )
}

const decodeValue = (tag: number, bytes: Buffer): IppValue => {
  // 0x10 to 0x1f say that there is no value, or that it is not known.
  if (tag < 0x20) return null
  if ((tag === valueTags.integer || tag === valueTags.enum) && bytes.length === 4) return bytes.readInt32BE(0)
  if (tag === valueTags.boolean) return bytes[0] === 1
  return bytes.toString('utf8')
}

/**
 * Reads an answer: its status (below 0x0100 is success), all its attributes together, and those of each printer or device
 * apart. Throws when the bytes are no IPP answer.
 */
export function decodeIppResponse(body: Uint8Array): {
  readonly status: number
  readonly message: string | null
  readonly attributes: IppAttributes
  readonly printers: readonly IppAttributes[]
} {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  if (bytes.length < 9 || (bytes[0] !== 1 && bytes[0] !== 2))
    throw new Error('the answer of the print server is no IPP')
  const attributes = new Map<string, IppValue[]>()
  const printers: Map<string, IppValue[]>[] = []
  let group: Map<string, IppValue[]> | undefined
  let name = ''
  let at = 8
  for (;;) {
    const tag = bytes.readUInt8(at)
    at += 1
    if (tag === endOfAttributes) break
    if (tag < 0x10) {
      group = tag === groupTags.printer ? new Map() : undefined
      if (group) printers.push(group)
      continue
    }
    const nameLength = bytes.readUInt16BE(at)
    if (nameLength > 0) name = bytes.toString('utf8', at + 2, at + 2 + nameLength)
    at += 2 + nameLength
    const valueLength = bytes.readUInt16BE(at)
    const value = decodeValue(tag, bytes.subarray(at + 2, at + 2 + valueLength))
    at += 2 + valueLength
    for (const kept of group ? [attributes, group] : [attributes])
      kept.set(name, nameLength > 0 ? [value] : [...(kept.get(name) ?? []), value])
  }
  const message = attributes.get('status-message')?.[0]
  return {
    status: bytes.readUInt16BE(2),
    message: typeof message === 'string' ? message : null,
    attributes,
    printers,
  }
}
