import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** *Pencetakan*. */
export const printDeskPage = (page: Page) => {
  const list = page.getByRole('grid', { name: 'Surat di meja cetak' })
  const pane = page.getByRole('complementary', { name: 'Pratinjau surat' })
  return {
    list,
    pane,
    dialog: page.getByRole('dialog'),
    /** The row of a letter, by its holder. */
    row: (holder: string) => list.getByRole('row').filter({ hasText: holder }),
    /** The names of holders that stand under a group, from the top. */
    async under(group: string): Promise<readonly string[]> {
      const texts = await list.getByRole('row').allInnerTexts()
      const start = texts.findIndex((text) => text.startsWith(group))
      if (start < 0) return []
      const rest = texts.slice(start + 1)
      const end = rest.findIndex((text) => / lembar/.test(text))
      return end < 0 ? rest : rest.slice(0, end)
    },
    async choose(holder: string) {
      await list.getByRole('row').filter({ hasText: holder }).click()
      await expect(pane.getByText(`, ${holder}`).first()).toBeVisible()
    },
    /** The very PDF is drawn; the first one of a window also fetches pdf.js. */
    expectSheet: () => expect(pane.locator('canvas[data-drawn]').first()).toBeVisible({ timeout: 20_000 }),
  }
}
