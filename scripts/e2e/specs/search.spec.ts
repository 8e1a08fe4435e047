import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { dossiersPage } from '../pages/dossiers-page.ts'
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

test('the list of Berkas finds every dossier, one’s own queue first, and Esc brings the queue back', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/berkas')
  await signInPage(page).signIn('loket')
  const { queue } = dossiersPage(page)
  const bar = page.getByRole('search', { name: 'Cari berkas' })
  await expect(queue.getByRole('option').first()).toBeVisible()
  const waiting = await queue.getByRole('option').count()
  await page.keyboard.press('F4')
  await expect(bar.getByRole('textbox')).toBeFocused()
  await page.keyboard.insertText('klinik')
  await expect(bar.getByRole('status')).toContainText('berkas')
  await expect(queue.getByRole('group', { name: /^Di luar antrean Anda/ })).toBeVisible()
  await expectAccessible()
  await page.keyboard.press('Escape')
  await expect(bar.getByRole('textbox')).toHaveValue('')
  await expect(queue.getByRole('option')).toHaveCount(waiting)
  await page.keyboard.insertText('tidakadaberkasini')
  await expect(page.getByText('Tidak ada berkas yang cocok')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.insertText('klinik')
  await expect(bar.getByRole('status')).toContainText('berkas')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/berkas\/[0-9a-f-]{36}/)
})

test('a registration number finds its own dossier alone, in the head as in the list', async ({
  open,
  page,
}) => {
  await open('/berkas')
  await signInPage(page).signIn('loket')
  const { queue } = dossiersPage(page)
  const box = searchBox(page)
  await box.look('sip')
  const shown = (await box.hits.first().textContent()) ?? ''
  const [number = ''] = /P-\d{4}-\d+/.exec(shown) ?? []
  expect(number).not.toBe('')
  await box.look(number.toLowerCase())
  await expect(box.hits).toHaveCount(1)
  await expect(box.hits.first()).toContainText(number)
  await page.keyboard.press('Escape')
  await page.getByRole('search', { name: 'Cari berkas' }).getByRole('textbox').fill(number)
  await expect(queue.getByRole('option')).toHaveCount(1)
})

test('the list of Pencetakan is narrowed to the sheets of a name', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/pencetakan')
  await signInPage(page).signIn('cetak')
  const rows = page.getByRole('row')
  const bar = page.getByRole('search', { name: 'Cari surat' })
  await expect(bar).toBeVisible()
  await page.keyboard.press('F4')
  await expect(bar.getByRole('textbox')).toBeFocused()
  await page.keyboard.insertText('tidakadasuratini')
  await expect(page.getByText('Tidak ada surat yang cocok di meja ini')).toBeVisible()
  await expectAccessible()
  await page.keyboard.press('Escape')
  await expect(rows.nth(1)).toBeVisible()
})
