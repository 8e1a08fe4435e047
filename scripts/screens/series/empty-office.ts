import type { Page } from '@playwright/test'
import { deskWork } from '../../e2e/desk-work.ts'
import { samplePassword } from '../../e2e/pages/sign-in-page.ts'
import { failing } from '../provoke.ts'
import type { Series } from '../studio.ts'

const colleagues = [
  { username: 'loket', name: 'Ratih Puspalina', role: 'front-office' },
  { username: 'cetak', name: 'Dodi Kertasari', role: 'print-desk' },
  { username: 'kabid', name: 'Haryati Mensiku, S.H.', role: 'supervisor' },
] as const

/** The administrator enters the people who work here. */
async function addColleagues(page: Page) {
  const { client } = deskWork(page)
  for (const { username, name, role } of colleagues)
    await client.administration.saveUser.mutate({
      id: null,
      username,
      name,
      password: samplePassword,
      roles: [role],
      counter: role === 'front-office' ? 'Loket 1' : null,
      active: true,
    })
}

/** The first start, and every screen of an office in which nothing has happened yet. */
export const emptyOffice: Series = {
  name: 'kantor-baru',
  title: 'Mulai pertama dan layar kosong',
  run: async ({ station: start, window, shoot }) => {
    const station = await start({ demo: false })
    const page = await window(station, null)
    const create = page.getByRole('button', { name: 'Buat kantor' })
    await shoot(page, 'Mulai pertama', create)
    await create.click()
    await shoot(page, 'Mulai pertama, ditolak', page.getByText('Kata sandi belum diisi.'))
    await page.locator('input[readonly]').click()
    await shoot(page, 'Mulai pertama, pilih kantor', page.getByRole('option').first())
    await page.getByRole('option', { name: /Pontianak/ }).click()
    await page.getByLabel('Nama lengkap').fill('Melati Sambas')
    await page.getByLabel('Nama pengguna').fill('melati')
    await page.getByLabel('Kata sandi', { exact: true }).fill(samplePassword)
    await page.getByLabel('Kata sandi sekali lagi').fill(samplePassword)
    await shoot(page, 'Mulai pertama, terisi', create)
    const mended = await failing(page, 'session.createOffice')
    await create.click()
    await shoot(page, 'Mulai pertama, gagal', page.getByText(/aplikasi tidak menjawab/))
    await mended()
    await create.click()
    await shoot(page, 'Kantor baru, Pengguna', page.getByText('Kantor siap.'))
    await page.getByRole('radio', { name: /^Printer/ }).click()
    await shoot(page, 'Kantor baru, Printer', page.getByText('Belum ada printer', { exact: true }))
    await page.getByRole('link', { name: 'Beranda' }).click()
    await shoot(page, 'Kantor baru, Beranda administrator', page.getByRole('heading', { name: 'Beranda' }))
    await addColleagues(page)
    for (const { username } of colleagues) {
      const own = await window(station, username)
      for (const link of await own.getByRole('navigation', { name: 'Layar' }).getByRole('link').all()) {
        await link.click()
        const heading = own.getByRole('main').getByRole('heading').first()
        await heading.waitFor()
        const name = (await own.title()).split(' – ')[0] ?? ''
        await shoot(own, `Kantor baru, ${name} ${username}`, heading)
        for (const tab of name === 'Laporan' ? await own.getByRole('tab').all() : []) {
          await tab.click()
          await shoot(own, `Kantor baru, ${name} ${(await tab.innerText()).trim()}`, heading)
        }
      }
    }
  },
}
