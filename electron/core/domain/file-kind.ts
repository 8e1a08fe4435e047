/** What the counter takes, by the contract's words. */
export type MediaType = 'image/jpeg' | 'image/png' | 'application/pdf'

export const mediaTypes = [
  'image/jpeg',
  'image/png',
  'application/pdf',
] as const satisfies readonly MediaType[]

/** Kinds that people bring and that are not taken, told apart so that the sentence can help. */
export type OtherKind =
  | 'heic'
  | 'webp'
  | 'gif'
  | 'bmp'
  | 'tiff'
  | 'office-document'
  | 'archive'
  | 'program'
  | 'web-page'
  | 'text'
  | 'unknown'

const signatures: readonly (readonly [kind: MediaType | OtherKind, at: number, bytes: readonly number[]])[] =
  [
    ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
    ['image/png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['application/pdf', 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ['webp', 8, [0x57, 0x45, 0x42, 0x50]],
    ['gif', 0, [0x47, 0x49, 0x46, 0x38]],
    ['bmp', 0, [0x42, 0x4d]],
    ['tiff', 0, [0x49, 0x49, 0x2a, 0x00]],
    ['tiff', 0, [0x4d, 0x4d, 0x00, 0x2a]],
    ['office-document', 0, [0xd0, 0xcf, 0x11, 0xe0]],
    ['archive', 0, [0x52, 0x61, 0x72, 0x21]],
    ['archive', 0, [0x37, 0x7a, 0xbc, 0xaf]],
    ['program', 0, [0x4d, 0x5a]],
    ['program', 0, [0x7f, 0x45, 0x4c, 0x46]],
  ]

/** Bytes as text, one sign each; only for looking at heads and tails. */
export function latin(bytes: Uint8Array, from: number, until: number): string {
  let text = ''
  for (let i = Math.max(0, from); i < Math.min(until, bytes.length); i += 1)
    text += String.fromCharCode(bytes[i] ?? 0)
  return text
}

/**
 * What a file is by its first bytes, whatever its name says. A PDF may have up to 1 kB in front of its head, as some
 * scanners write. An empty file is `unknown`.
 */
export function detectFileKind(bytes: Uint8Array): MediaType | OtherKind {
  for (const [kind, at, expected] of signatures) {
    if (expected.every((byte, i) => bytes[at + i] === byte)) return kind
  }
  const head = latin(bytes, 0, 1024)
  if (head.includes('%PDF-')) return 'application/pdf'
  if (/^....ftyp(hei[cfmsx]|hevc|mif1|msf1|avif)/s.test(head)) return 'heic'
  if (head.startsWith('PK'))
    return /word\/|xl\/|ppt\/|\[Content_Types\]|mimetypeapplication/.test(head)
      ? 'office-document'
      : 'archive'
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|svg|\?xml)/i.test(head)) return 'web-page'
  return head !== '' && /^[\t\n\r\x20-\x7e\x80-\xff]*$/.test(head) ? 'text' : 'unknown'
}

const extensions: Readonly<Record<string, MediaType>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpe: 'image/jpeg',
  jfif: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
}

/** What the name says; null for a name without a known ending. */
export const mediaTypeOfName = (fileName: string): MediaType | null =>
  extensions[/\.([^.]+)$/.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''] ?? null

/** The ending for a file that is written under its true type. */
export const extensionOf = (mediaType: MediaType): 'jpg' | 'png' | 'pdf' =>
  mediaType === 'image/jpeg' ? 'jpg' : mediaType === 'image/png' ? 'png' : 'pdf'
