import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { signInPage } from '../pages/sign-in-page.ts'

/** The search of the head, as a hand types into it. */
const searchBox = (page: Page) => {
  const hits = page.getByRole('listbox', { name: 'Cari permohonan' }).getByRole('option')
  return {
    hits,
    async look(text: string) {
      await page.keyboard.press('Control+k')
      await page.getByRole('searchbox').fill(text)
      await expect(hits.first()).toBeVisible()
    },
  }
}

/** A name that the register has, with its first letters. */
const someName = async (page: Page): Promise<string> => {
  const box = searchBox(page)
  await box.look('sip')
  const shown = (await box.hits.first().textContent()) ?? ''
  await page.keyboard.press('Escape')
  return /[A-Z][a-z]{5,}/.exec(shown)?.[0] ?? ''
}

test('a name with a letter too many is found, and the box tells which word was meant', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/')
  await signInPage(page).signIn('loket')
  const word = await someName(page)
  const box = searchBox(page)
  await box.look(`${word}x`)
  await expect(box.hits.first()).toContainText(`mirip: ${word.toLowerCase()}`)
  await expectAccessible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/berkas\/[0-9a-f-]{36}/)
})

test('both spellings of a kelurahan find the same practices', async ({ open, page }) => {
  await open('/')
  await signInPage(page).signIn('loket')
  const box = searchBox(page)
  await box.look('sungaijawi')
  const first = (await box.hits.first().textContent()) ?? ''
  await box.look('sungai jawi')
  await expect(box.hits.filter({ hasText: first }).first()).toBeVisible()
})
