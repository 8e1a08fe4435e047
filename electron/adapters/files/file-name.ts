const sha256Hex = /^[0-9a-f]{64}$/

/** Whether a text can name content of the cabinet: 64 lower-case hexadecimal digits. */
export const isContentName = (text: string): boolean => sha256Hex.test(text)

/** SHA-256 as lower-case hex. Computed off the main thread, so a large scan holds up nobody. */
export async function contentNameOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
}
