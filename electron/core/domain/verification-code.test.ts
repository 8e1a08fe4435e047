import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePattern } from './number-pattern.ts'
import type { NumberPattern } from './number-pattern.ts'
import { parseScan } from './scan.ts'
import { matchSheet, readSheetCode } from './sheet-code.ts'
import {
  parseVerificationCode,
  shortCheckCode,
  trackAddress,
  verificationCode,
  verifyAddress,
} from './verification-code.ts'

const anyBytes = fc.uint8Array({ minLength: 16, maxLength: 16 })

describe('a verification code', () => {
  it('has 26 signs without look-alikes, and its 128 bits can be read back', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const code = verificationCode(bytes)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
        const bits = Array.from(code, (sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('')
        const back = Array.from({ length: 16 }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2))
        expect(back).toEqual([...bytes])
        expect(bits.slice(128)).toBe('00')
      }),
    )
  })

  it('is read as people and scanners write it', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const code = verificationCode(bytes)
        expect(parseVerificationCode(code)).toBe(code)
        const typed = code
          .toLowerCase()
          .replaceAll('0', 'o')
          .replaceAll('1', 'l')
          .replace(/(.{4})/g, '$1-')
        expect(parseVerificationCode(typed)).toBe(code)
      }),
    )
  })

  it.each([
    '',
    '0'.repeat(25),
    '0'.repeat(27),
    `${'0'.repeat(25)}1`,
    `${'0'.repeat(25)}2`,
    `${'0'.repeat(25)}U`,
  ])('is not read from %j', (text) => {
    expect(parseVerificationCode(text)).toBeNull()
  })

  it('shows ten signs to compare by eye', () => {
    const code = verificationCode(new Uint8Array(16).fill(255))
    expect(code).toBe('ZZZZZZZZZZZZZZZZZZZZZZZZZW')
    expect(shortCheckCode(code)).toBe('ZZZZ-ZZZZ-ZZ')
    expect(() => verificationCode(new Uint8Array(15))).toThrow(RangeError)
  })
})

describe('a scan', () => {
  const pattern = (source: string): NumberPattern => {
    const parsed = parsePattern(source)
    if (!parsed.ok) throw new Error(parsed.refusal.code)
    return parsed.value
  }
  const rules = {
    publicBase: 'https://perizinan.contoh.go.id/',
    registration: [pattern('P-{year}-{serial:06}')],
    permit: [pattern('503/{serial:04}/{typeCode}/{unit}/{year}')],
    known: { unit: 'DPMTK-PTSP' },
  }
  const code = verificationCode(Uint8Array.from({ length: 16 }, (_, i) => i * 11))

  it('knows the addresses of its own QR codes', () => {
    const verify = verifyAddress(rules.publicBase, code)
    expect(verify).toBe(`https://perizinan.contoh.go.id/verify/${code}`)
    expect(parseScan(verify, rules)).toEqual({ kind: 'verify', code, foreignBase: false })
    expect(parseScan(verify.toUpperCase(), rules)).toEqual({ kind: 'verify', code, foreignBase: false })
    expect(parseScan(`\u0002${trackAddress(rules.publicBase, code)}\r\n`, rules)).toEqual({
      kind: 'track',
      code,
      foreignBase: false,
      receipt: 0,
    })
  })

  it('takes the code of an online receipt as its portal wrote it, whichever letters that one leaves out', () => {
    const theirs = 'L2345U789ABCDEFGHJKLMNPQRSTU'
    const scan = { kind: 'track', code: theirs, foreignBase: false, receipt: 2 }
    expect(parseScan(`${rules.publicBase}/track/${theirs}?p=2`, rules)).toEqual(scan)
    expect(readSheetCode(`${rules.publicBase}/track/${theirs}?p=2`)).toEqual({ code: theirs, receipt: 2 })
    expect(matchSheet(`${rules.publicBase}/track/${theirs}`, [theirs])).toBe('this-sheet')
    // A permit's is always the office's own.
    expect(parseScan(`${rules.publicBase}/verify/${theirs}`, rules).kind).toBe('unknown')
  })

  it('says when the address is another portal’s', () => {
    expect(parseScan(`http://palsu.contoh/verify/${code}`, rules)).toEqual({
      kind: 'verify',
      code,
      foreignBase: true,
    })
  })

  it.each([
    ['P-2026-000412', { kind: 'registration-number', number: 'P-2026-000412' }],
    [' 503/0413/SIPD/DPMTK-PTSP/2026\r', { kind: 'permit-number', number: '503/0413/SIPD/DPMTK-PTSP/2026' }],
    ['6171044708940003', { kind: 'nik', nik: '6171044708940003' }],
    ['6171 0447 0894 0003', { kind: 'nik', nik: '6171044708940003' }],
    ['503/0413/SIPD/LAIN/2026', { kind: 'unknown', text: '503/0413/SIPD/LAIN/2026' }],
    [
      'https://perizinan.contoh.go.id/verify/PENDEK',
      { kind: 'unknown', text: 'https://perizinan.contoh.go.id/verify/PENDEK' },
    ],
    ['Kinanti', { kind: 'unknown', text: 'Kinanti' }],
    ['', { kind: 'unknown', text: '' }],
  ])('reads %j', (text, scan) => {
    expect(parseScan(text, rules)).toEqual(scan)
  })
})
