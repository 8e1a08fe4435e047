import {
  findHeads,
  mostTableRows,
  oldPermitColumns,
  oldPermitWords,
  type HeadedTable,
  type TableRefusal,
} from '#domain/old-permit-columns.ts'
import type { Workbook } from '#domain/documents/workbook.ts'
import type { Instant } from '#domain/instant.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { RenderPool } from './render-pool.ts'

/** Largest table that is read; five thousand permits are about one megabyte. */
export const mostTableBytes = 8 * 1024 * 1024

/** Reads a chosen file as a table of old permits, in the pool: a workbook of thousands of lines takes a second. */
export async function headedTable(
  pool: Pick<RenderPool, 'readTable'>,
  name: string,
  bytes: Uint8Array,
): Promise<Result<HeadedTable, TableRefusal>> {
  const table = await pool.readTable({ name, bytes })
  if (table === null) return refuse({ code: 'table-unreadable', fileName: name })
  if (table.every((row) => row.every((cell) => cell.trim() === ''))) return refuse({ code: 'table-empty' })
  const headed = findHeads(table)
  if (!headed) return refuse({ code: 'table-heads-unknown' })
  const { length } = headed.rows
  return length > mostTableRows
    ? refuse({ code: 'table-too-long', rows: length, most: mostTableRows })
    : ok(headed)
}

/** *Contoh berkas*: every column with two invented permits, to be overwritten. */
export const templateWorkbook = (createdAt: Instant): Workbook => ({
  title: 'Izin lama',
  createdAt,
  sheets: [
    {
      name: 'Izin lama',
      title: 'Izin lama: isi mulai baris keempat, satu baris satu izin; dua baris contoh ini dihapus',
      columns: oldPermitColumns.map((column) => ({
        header: oldPermitWords[column].label,
        width: Math.max(14, oldPermitWords[column].label.length + 4),
        total: false,
      })),
      rows: [0, 1].map((index) =>
        oldPermitColumns.map((column) => oldPermitWords[column].examples[index] ?? ''),
      ),
    },
  ],
})
