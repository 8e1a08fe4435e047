import type { Page } from '@playwright/test'
import { numericDate } from '#domain/indonesian.ts'
import { addDays, parseOfficeDate } from '#domain/office-date.ts'
import { parseTypedDate } from '#domain/typed-date.ts'

interface Leave {
  readonly absent: string
  readonly deputy: string
  /** Days after the first. */
  readonly days: number
  readonly reason: string
}

/** *Pengganti*: the list of who takes whose place, and the form of a new one. */
export function deputiesPage(page: Page) {
  const pane = page.getByRole('complementary', { name: 'Penggantian yang dipilih' })
  const field = (name: string) => pane.getByRole('textbox', { name, exact: true })
  const choose = async (name: string, typed: string) => {
    const box = pane.getByRole('combobox', { name, exact: true })
    await box.focus()
    await page.keyboard.insertText(typed)
    await page.getByRole('option', { name: new RegExp(typed) }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: new RegExp(typed) }).waitFor({ state: 'hidden' })
  }
  return {
    table: page.getByRole('grid', { name: 'Daftar pengganti' }),
    pane,
    field,
    /** Fills the opened form; the first day is the one that stands there. */
    fill: async ({ absent, deputy, days, reason }: Leave) => {
      await choose('Petugas yang tidak masuk', absent)
      await choose('Pengganti', deputy)
      const first = parseTypedDate(await field('Hari pertama').inputValue())
      const day = first.ok ? parseOfficeDate(first.value) : first
      if (!day.ok) throw new Error('the first day is not filled in')
      await field('Hari terakhir').fill(numericDate(addDays(day.value, days)))
      await field('Sebab').fill(reason)
    },
  }
}
