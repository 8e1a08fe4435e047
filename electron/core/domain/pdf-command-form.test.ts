import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pdfArguments, usualPdfCommand } from './pdf-command.ts'
import { placeholders, readPdfCommand, type TypedPdfCommand } from './pdf-command-form.ts'

const usual: TypedPdfCommand = {
  executable: usualPdfCommand.executable,
  arguments: usualPdfCommand.arguments.join('\n'),
  nothingPrintedCodes: '',
  forms: usualPdfCommand.forms,
}
const read = (change: Partial<TypedPdfCommand>) => readPdfCommand({ ...usual, ...change })
const sheet = { printer: 'HP LaserJet, lantai 2', file: 'C:\\t\\sepok 1.pdf', widthMm: 215, heightMm: 330 }

describe('the program that prints a PDF on Windows', () => {
  it('is taken as it is typed, with quotes around its path or without', () => {
    expect(read({})).toEqual({ ok: true, value: usualPdfCommand })
    expect(read({ executable: `"${usual.executable}"` })).toEqual({ ok: true, value: usualPdfCommand })
    expect(read({ nothingPrintedCodes: '2, 7' })).toMatchObject({ value: { nothingPrintedCodes: [2, 7] } })
  })

  it.each([
    [{ executable: 'SumatraPDF.exe' }, 'executable', 'program-path-wrong'],
    [{ executable: '/usr/bin/lp' }, 'executable', 'program-path-wrong'],
    [{ arguments: ' \n ' }, 'arguments', 'arguments-missing'],
    [{ arguments: '-print-to\n{printr}' }, 'arguments', 'placeholder-unknown'],
    [{ arguments: '{printer\n{file}\n{paper}' }, 'arguments', 'placeholder-brace-stray'],
    [{ arguments: '{printer}\n{file}' }, 'arguments', 'placeholder-missing'],
    [{ arguments: '{paper}\n{file}' }, 'arguments', 'placeholder-missing'],
    [{ nothingPrintedCodes: '0' }, 'nothingPrintedCodes', 'exit-code-wrong'],
    [{ forms: [] }, 'forms', 'paper-names-missing'],
    [{ forms: [{ name: 'F4, tebal', widthMm: 215, heightMm: 330 }] }, 'forms', 'paper-name-with-comma'],
  ] as const)('is refused at its field: %j', (change, field, code) => {
    expect(read(change)).toMatchObject({ ok: false, refusal: [{ field, refusal: { code } }] })
  })

  it('leaves no placeholder open and no argument split, whatever is typed around them', () => {
    const word = fc.stringMatching(/^[a-z=, -]{0,8}$/)
    const line = fc
      .tuple(word, fc.constantFrom(...placeholders), word)
      .map(([before, name, after]) => `x${before}{${name}}${after}`)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.boolean(), (more, hasTray) => {
        const taken = read({ arguments: ['{printer}', '{paper}', '{file}', ...more].join('\n') })
        if (!taken.ok) return false
        const filled = pdfArguments(taken.value, { ...sheet, tray: hasTray ? 'Tray 2' : null, copies: 1 })
        return (
          filled.ok &&
          filled.value[0] === sheet.printer &&
          filled.value[2] === sheet.file &&
          filled.value.every((one) => !/\{\w+\}/.test(one))
        )
      }),
    )
  })

  it('is told of a tray only where the office has set one', () => {
    const told = (tray: string | null) => {
      const filled = pdfArguments(usualPdfCommand, { ...sheet, tray, copies: 2 })
      return filled.ok ? filled.value[3] : null
    }
    expect(told(null)).toBe('noscale,paper=F4,2x')
    expect(told('Tray 2')).toBe('noscale,paper=F4,bin=Tray 2,2x')
  })
})
