import type { Page } from '@playwright/test'

/** *Pengaduan & Konsultasi*: the list, and the pane of a new complaint or of one that is chosen. */
export function complaintsPage(page: Page) {
  const pane = page.getByRole('complementary', { name: 'Pengaduan yang dipilih' })
  return {
    table: page.getByRole('grid', { name: 'Pengaduan' }),
    consultations: page.getByRole('grid', { name: 'Konsultasi' }),
    pane,
    field: (name: string) => pane.getByLabel(name, { exact: true }),
    /** Chooses one of a list. */
    choose: async (name: string, option: string | RegExp) => {
      await pane.getByRole('combobox', { name, exact: true }).click()
      await page.getByRole('option', { name: option }).click()
    },
    act: (name: string) => pane.getByRole('radio', { name, exact: true }),
    view: (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}( |$)`) }),
  }
}
