import { expect, test } from 'vitest'
import { matchSheet } from './sheet-code.ts'
import { shortCheckCode, verificationCode, verifyAddress } from './verification-code.ts'

const expected = verificationCode(Uint8Array.from({ length: 16 }, (_, index) => index * 11))
const other = verificationCode(Uint8Array.from({ length: 16 }, (_, index) => index * 7 + 1))

test('a sheet is known by its QR, by the code alone and by the ten letters below it', () => {
  const typed = [verifyAddress('https://izin.example.id', expected), expected, shortCheckCode(expected)]
  for (const text of typed) expect(matchSheet(` ${text.toLowerCase()} `, [expected])).toBe('this-sheet')
})

test('letters that look alike are read as they were meant', () => {
  expect(matchSheet(shortCheckCode(expected).replaceAll('0', 'O').replaceAll('1', 'I'), [expected])).toBe(
    'this-sheet',
  )
})

test('the sheet of another letter is told apart, and what is no code is said to be none', () => {
  expect(matchSheet(verifyAddress('https://izin.example.id', other), [expected])).toBe('other-sheet')
  expect(matchSheet(shortCheckCode(other), [expected])).toBe('other-sheet')
  expect(matchSheet('7K3M', [expected])).toBe('unreadable')
})
