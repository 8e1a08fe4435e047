import { describe, expect, it } from 'vitest'
import { exitCodes, StartRefusal } from '#hosts/shared/start-refusal.ts'
import { readReportCommand } from './report/options.ts'

const given = ['--data', '/srv/sepok', '--kind', 'daily', '--from', '2026-11-19']

const refusalOf = (...args: readonly string[]): { code: number; sentence: string } => {
  try {
    readReportCommand(args)
  } catch (error) {
    if (error instanceof StartRefusal) return { code: exitCodes[error.code], sentence: error.message }
    throw error
  }
  throw new Error('it was not refused')
}

describe('npm run report', () => {
  it('takes one day for its span, the ending of the file for its form, and a moment with its zone', () => {
    expect(readReportCommand([...given, '--out', '/srv/a.pdf'])).toMatchObject({
      days: { from: '2026-11-19', through: '2026-11-19' },
      format: 'pdf',
      out: '/srv/a.pdf',
      asOf: null,
      databaseUrl: null,
    })
    expect(
      readReportCommand([
        ...given,
        ...['--to', '2026-11-30', '--format', 'json', '--out', '-', '--as-of', '2026-12-01T07:00:00+07:00'],
      ]),
    ).toMatchObject({ days: { through: '2026-11-30' }, out: null, asOf: '2026-12-01T00:00:00.000Z' })
    expect(readReportCommand(['--help'])).toBeNull()
  })

  it.each([
    [['--kind', 'yearly'], 'Laporan "yearly" tidak ada.'],
    [['--from', '2026-02-30'], 'Hari "2026-02-30" pada --from tidak ada.'],
    [['--to', '2026-11-18'], 'Hari terakhir 2026-11-18 mendahului hari pertama 2026-11-19.'],
    [['--format', 'docx'], 'Bentuk "docx" tidak ada.'],
    [['--out', '/srv/laporan'], 'Pilihan --format belum diisi.'],
    [['--as-of', 'kemarin'], 'Saat "kemarin" pada --as-of tidak dikenal.'],
    [['--warna', 'biru'], 'Pilihan tidak dikenal'],
  ])('refuses %j with a sentence and exit code 2', (wrong, sentence) => {
    const refusal = refusalOf(...given, '--out', '/srv/a.pdf', ...wrong)
    expect(refusal.code).toBe(2)
    expect(refusal.sentence).toContain(sentence)
  })

  it('says what is missing', () => {
    expect(refusalOf('--from', '2026-11-19').sentence).toContain('--kind')
    expect(refusalOf('--kind', 'daily').sentence).toContain('--from')
    expect(refusalOf(...given).sentence).toContain('--out')
  })
})
