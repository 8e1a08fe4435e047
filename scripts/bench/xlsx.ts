import ExcelJS from 'exceljs'
import type { BookCell, ReportBook } from '#domain/documents/report-book.ts'
import { instantOf } from '#domain/instant.ts'
import { officeDate } from '#domain/office-date.ts'
import { createRenderPool } from '#hosts/shared/render-pool.ts'
import { createCancelSource } from '#services/cancel-source.ts'
import { registerInColumns } from '#services/book-register-in.ts'
import { watchHeldUp } from './held-up.ts'
import { interleave, summary, type BenchResult } from './measure.ts'

const rowsOfBook = 10_000
const mostMs = 2_000

/** An incoming register of ten thousand lines, no two alike. */
function book(): ReportBook {
  const began = Date.parse('2026-01-05T01:00:00.000Z')
  const rows = Array.from({ length: rowsOfBook }, (_, index): readonly BookCell[] => [
    `P-2026-${String(index + 1).padStart(6, '0')}`,
    instantOf(began + index * 720_000),
    `dr. Rahmawati Suryani ${index}, Sp.A`,
    index % 3 === 0 ? 'SIPD' : 'SIPB',
    `Baru, SIP ke-${(index % 3) + 1}`,
    `Klinik Pratama Khatulistiwa ${index % 400}`,
    index % 5 === 0 ? 'Daring' : 'Loket',
    '2026-11-19',
    'Ratih Puspalina',
    index % 50 === 0 ? 'Batal: formulir robek' : null,
  ])
  return {
    kind: 'register-in',
    title: 'Register masuk 1 Januari 2026 sampai 31 Desember 2026',
    days: { from: officeDate('2026-01-01'), through: officeDate('2026-12-31') },
    asOf: instantOf(Date.parse('2027-01-01T00:00:00.000Z')),
    figures: [{ key: 'numbers', label: 'nomor', value: rowsOfBook }],
    remarks: [],
    bars: [],
    tables: [{ key: 'incoming', title: 'Register masuk', columns: registerInColumns, rows }],
  }
}

/** The least that the same library can do: the same cells as text, without heads, formats, filters or progress. */
async function plain({ tables }: ReportBook): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Register')
  for (const row of tables[0]?.rows ?? []) sheet.addRow([...row])
  await workbook.xlsx.writeBuffer()
}

/** A spreadsheet of 10,000 rows in a thread of the pool, with its progress, given up half-way, and what the windows feel. */
export async function benchXlsx(rounds: number): Promise<BenchResult> {
  const pool = createRenderPool()
  const whole = book()
  const zone = 'Asia/Pontianak'
  const heldUp = await watchHeldUp()
  let steps = 0
  const givenUp: number[] = []
  const count = Math.max(3, Math.min(10, Math.floor(rounds / 4)))
  const measured = await interleave(
    [
      {
        name: 'XLSX of 10,000 rows in a thread of the pool',
        run: async () => {
          heldUp.resume()
          const onProgress = (): void => void (steps += 1)
          await pool.renderBook({ format: 'xlsx', book: whole, zone }, { onProgress })
          heldUp.pause()
        },
      },
      {
        name: 'CSV of 10,000 rows in a thread of the pool',
        run: () => pool.renderBook({ format: 'csv', book: whole, zone }),
      },
      { name: 'exceljs alone, cells as text', run: () => plain(whole) },
    ],
    count,
    1,
  )
  for (let round = 0; round < 3; round += 1) {
    const { signal, cancel } = createCancelSource()
    let from = 0
    const onProgress = (): void => {
      from = performance.now()
      cancel()
    }
    await pool
      .renderBook({ format: 'xlsx', book: whole, zone }, { signal, onProgress })
      .catch(() => undefined)
    givenUp.push(performance.now() - from)
  }
  const [ours, , peer] = measured
  const held = await heldUp.end()
  await pool.close()
  return {
    bench: 'xlsx',
    measured: [...measured, summary('given up after its first step', givenUp)],
    ratios: [
      { name: 'XLSX of 10,000 rows / 2 s', value: (ours?.p95Ms ?? Number.NaN) / mostMs, target: 1 },
      {
        name: 'XLSX / exceljs alone',
        value: (ours?.p50Ms ?? Number.NaN) / (peer?.p50Ms ?? Number.NaN),
        target: null,
      },
      { name: 'steps of progress told of each', value: steps / (count + 1), target: 10, atLeast: true },
      ...held,
    ],
  }
}
