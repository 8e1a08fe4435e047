import { expect, type Page } from '@playwright/test'

/** The screen *Portal* and the portal's mark in the head of every screen. */
export const portalPage = (page: Page) => ({
  /** The mark in the head, which opens the drawer. */
  head: page.getByRole('list', { name: 'Keadaan loket' }).getByRole('button'),
  /** Opens one of its lists and waits until it is read. */
  openList: async (name: string) => {
    await page.getByRole('link', { name: 'Portal' }).click()
    await page.getByRole('radio', { name: new RegExp(`^${name}`) }).click()
    await expect(page.getByRole('radio', { name: new RegExp(`^${name}`) })).toBeChecked()
  },
  /** The line of somebody in the list that is open. */
  row: (name: string) => page.getByRole('grid').getByRole('row').filter({ hasText: name }),
  pane: page.getByRole('complementary', { name: 'Yang dipilih' }),
})
