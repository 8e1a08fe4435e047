import type { Page } from '@playwright/test'
import { clockTime, numericDate } from '#domain/indonesian.ts'
import { addDays } from '#domain/office-date.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { instantOf } from '#domain/instant.ts'
import { samplePassword } from './sign-in-page.ts'

const timeZone = 'Asia/Pontianak'

/** A moment so many minutes ago, as a clerk types it. */
export function typedAgo(minutes: number) {
  const at = instantOf(Date.now() - minutes * 60_000)
  return {
    day: numericDate(officeDateOf(at, timeZone)),
    time: clockTime(officeTimeOf(at, timeZone)),
  }
}

/** A day that has not come yet. */
export const typedTomorrow = () => numericDate(addDays(officeDateOf(instantOf(Date.now()), timeZone), 1))

/** *Entri Susulan*. */
export const lateEntryPage = (page: Page) => {
  const dialog = page.getByRole('dialog', { name: 'Persetujuan atasan' })
  return {
    dialog,
    day: page.getByRole('textbox', { name: /^Tanggal di/ }),
    time: page.getByRole('textbox', { name: /^Jam di/ }),
    reason: page.getByLabel('Alasan entri susulan', { exact: true }),
    /** The supervisor's name and password. */
    async consent(username: string, password = samplePassword) {
      await dialog.getByLabel('Nama pengguna atasan').fill(username)
      await dialog.getByLabel('Kata sandi atasan', { exact: true }).fill(password)
      await dialog.getByRole('button', { name: 'Setujui & Simpan' }).click()
    },
  }
}
