import type { RegisterView } from '#contract/registers.ts'
import type { ReadBook } from '#services/register-reading.ts'

const lineOf = (counted: ReadBook['counted'], table: string, index: number) => {
  const line = counted?.table === table ? counted.rows[index] : undefined
  return { id: line?.id ?? null, counts: [...(line?.counts ?? [])] }
}

export const registerView = ({ book, dossiers, counted, gaps }: ReadBook): RegisterView => ({
  title: book.title,
  figures: book.figures.map((one) => ({ ...one })),
  remarks: [...book.remarks],
  gaps: gaps && { ...gaps },
  tables: book.tables.map((table) => ({
    key: table.key,
    title: table.title,
    columns: table.columns.map(({ key, header, kind, width }) => ({ key, header, kind, width })),
    rows: table.rows.map((cells, index) => ({
      cells: [...cells],
      applicationId: dossiers[table.key]?.[index] ?? null,
      ...lineOf(counted, table.key, index),
    })),
    notes: [...(table.notes ?? [])],
  })),
})
