import type { Page } from '@playwright/test'

/** *Buku Ekspedisi*: the list, and the pane of a new line or of one that is chosen. */
export function dispatchPage(page: Page) {
  const pane = page.getByRole('complementary', { name: 'Kiriman yang dipilih' })
  return {
    table: page.getByRole('grid', { name: 'Kiriman' }),
    pane,
    field: (name: string) => pane.getByRole('textbox', { name, exact: true }),
    /** A field whose list may be typed past. */
    suggest: async (name: string, typed: string) => {
      await pane.getByLabel(name, { exact: true }).fill(typed)
      await page.keyboard.press('Escape')
    },
    view: (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) }),
  }
}
