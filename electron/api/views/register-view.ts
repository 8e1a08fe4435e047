import type { RegisterView } from '#contract/registers.ts'
import type { ReadBook } from '#services/register-reading.ts'

export const registerView = ({ book, dossiers, gaps }: ReadBook): RegisterView => ({
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
    })),
    notes: [...(table.notes ?? [])],
  })),
})
