import type { Brand } from './brand.ts'

/**
 * 128 random bits in base32 without look-alikes (no I, L, O, U): 26 capitals and digits. Permits carry one as verification
 * code, applications one as tracking code.
 */
export type VerificationCode = Brand<string, 'VerificationCode'>

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeBytes = 16
const codeLength = 26

/**
 * The code of 16 random bytes. Throws `RangeError` for any other count.
 *
 * @param bytes from a cryptographic source: who can guess one code can read that permit
 */
export function verificationCode(bytes: Uint8Array): VerificationCode {
  if (bytes.length !== codeBytes)
    throw new RangeError(`a code is made of ${codeBytes} bytes, not ${bytes.length}`)
  let code = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) code += alphabet[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return (code + alphabet[(held << (5 - bits)) & 31]) as VerificationCode
}

/**
 * Reads a code as scanned or typed: small letters, spaces and dashes are fine, and I, L, O are read as 1, 1, 0.
 * null for anything that no 16 bytes give.
 */
export function parseVerificationCode(text: string): VerificationCode | null {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0')
  if (code.length !== codeLength || Array.from(code).some((sign) => !alphabet.includes(sign))) return null
  // 26 signs hold 130 bits: the last two are always zero, which catches most slips in the last sign.
  return alphabet.indexOf(code.slice(-1)) % 4 === 0 ? (code as VerificationCode) : null
}

/**
 * Reads the code in the address of a receipt. That of an online application was made by the portal, whose letters without
 * look-alikes need not be ours: then it stands as it is written. null: it is too short for any.
 */
export function parseTrackingCode(text: string): VerificationCode | null {
  const own = parseVerificationCode(text)
  if (own !== null && !/[ILO]/i.test(text)) return own
  return /^[0-9A-Za-z]{26,}$/.test(text) ? (text as VerificationCode) : own
}

/** `7K3M-Q9TX-2B`: printed below the QR for people who compare by eye. Not enough to look a permit up. */
export const shortCheckCode = (code: VerificationCode): string =>
  `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8, 10)}`

const joinedBase = (publicBase: string): string => publicBase.trim().replace(/\/+$/, '')

/** The address in the QR of a permit: `{publicBase}/verify/{code}`. */
export const verifyAddress = (publicBase: string, code: VerificationCode): string =>
  `${joinedBase(publicBase)}/verify/${code}`

/** The address in the QR of a receipt: `{publicBase}/track/{code}`. */
export const trackAddress = (publicBase: string, code: VerificationCode): string =>
  `${joinedBase(publicBase)}/track/${code}`

/**
 * Address in the QR of a receipt. From the first correction on it tells which receipt it is, so that an earlier one can be
 * told apart; the portal reads the path alone.
 */
export const receiptAddress = (publicBase: string, code: VerificationCode, version: number): string =>
  `${trackAddress(publicBase, code)}${version === 0 ? '' : `?p=${version}`}`
