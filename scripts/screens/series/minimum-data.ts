import { deskWork } from '../../e2e/desk-work.ts'
import { dossiersPage } from '../../e2e/pages/dossiers-page.ts'
import { intakePage } from '../../e2e/pages/intake-page.ts'
import { failing, goTo } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** A receipt before the data, in the office whose procedure has it so (Seruyan). */
export const minimumData: Series = {
  name: 'data-minimum',
  title: 'Tanda terima dahulu, data menyusul',
  run: async ({ station, window, shoot }) => {
    const page = await window(await station({ demo: true, profile: 'seruyan' }), 'loket')
    const intake = intakePage(page)
    await intake.open()
    await page.getByLabel('NIK', { exact: true }).fill('6207044708945201')
    await page.getByLabel('Nama sesuai KTP', { exact: true }).fill('Lestari Kuala')
    await intake.chooseType('SIPRO')
    await shoot(page, 'Terima, data minimum', page.getByRole('button', { name: /^Simpan Data Minimum/ }))
    await page.keyboard.press('Control+m')
    await shoot(page, 'Terima, minimum belum ada', page.getByText(/^Nomor telepon belum diisi/))
    await page.getByLabel('Nomor HP (WhatsApp)', { exact: true }).fill('081255005201')
    await page.keyboard.press('Control+m')
    await shoot(page, 'Terdaftar, data belum lengkap', page.getByText(/^Data belum lengkap/))
    await page.keyboard.press('Control+d')
    const birthPlace = page.getByLabel('Tempat lahir', { exact: true })
    await shoot(page, 'Lengkapi data', birthPlace)
    const id = page.url().split('/').at(-1) ?? ''
    await birthPlace.fill('Kuala Pembuang')
    await shoot(page, 'Lengkapi data, sebagian', page.getByText(/^Masih kurang/))
    await page.getByLabel('Tempat praktik', { exact: true }).fill('Optik Kuala')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Lengkapi data, setengah tempat', page.getByText(/^Alamat tempat praktik belum diisi/))
    await page.getByLabel('Tempat praktik', { exact: true }).fill('')
    const healed = await failing(page, 'corrections.save')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Lengkapi data, gagal disimpan', page.getByText(/^Belum tersimpan/))
    await healed()
    await page.reload()
    await shoot(page, 'Lengkapi data, dilanjutkan', page.getByText(/^Dilanjutkan dari ketikan/))
    await page.keyboard.press('Control+Enter')
    const berkas = dossiersPage(page)
    await berkas.show(id, 'Lestari Kuala')
    await shoot(page, 'Berkas, data belum lengkap', page.getByText(/^Data belum lengkap/))
    await berkas.tab('Riwayat')
    await shoot(page, 'Riwayat, data dilengkapi', page.getByText('Data dilengkapi sebagian'))
    await deskWork(page).bringFiles(id)
    await goTo(page, `/terima/perbaiki/${id}`)
    await page.getByLabel('Nama sesuai KTP', { exact: true }).fill('Lestari Kualo')
    await shoot(page, 'Lengkapi data, mengubah tanda terima', page.getByLabel('Alasan perbaikan'))
  },
}
