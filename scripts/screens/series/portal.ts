import { expect } from '@playwright/test'
import { deskWork } from '../../e2e/desk-work.ts'
import { onlineMoves } from '../../portal/testing/online-moves.ts'
import { trialPortal } from '../../portal/testing/trial-portal.ts'
import { failing, goTo } from '../provoke.ts'
import type { Series } from '../studio.ts'

const generous = {
  fileBytes: 2_000_000,
  mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
  pagesPerDocument: 5,
}

/** The portal: its settings with the test of the connection, the head of the screens, its drawer, and the line broken. */
export const portal: Series = {
  name: 'portal',
  title: 'Portal',
  run: async ({ station: begin, window, shoot }) => {
    const portal = await trialPortal({ limits: generous })
    const online = onlineMoves(portal)
    const sari = online.register('6171014506900003')
    const { id } = online.apply(sari)
    const station = await begin({ demo: true })
    const page = await window(station, 'admin')
    await goTo(page, '/pengaturan/portal')
    const secret = page.getByLabel('Kata rahasia')
    const trial = page.getByRole('button', { name: 'Uji sambungan' })
    const marks = page.getByRole('list', { name: 'Hasil uji sambungan' })
    await shoot(page, 'Portal, belum diatur', page.getByText('Portal belum diatur'))
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Portal, sambungan ditolak', page.locator('[aria-invalid=true]'))
    await page.getByLabel('Alamat portal').fill(portal.apiBase)
    await page.getByLabel('Client ID').fill('loket')
    await secret.fill('bukan rahasia')
    await trial.click()
    await shoot(page, 'Portal, uji sambungan gagal', marks)
    await secret.fill('rahasia')
    await trial.click()
    await shoot(page, 'Portal, uji sambungan baik', page.getByText(/^Tersambung dengan portal/))
    await page.keyboard.press('Control+Enter')
    const state = page.getByRole('list', { name: 'Keadaan loket' }).getByRole('button')
    await state.waitFor()
    await shoot(page, 'Portal, tersimpan', page.getByRole('button', { name: 'Jeda' }))
    const clerk = await window(station, 'loket')
    const { client } = deskWork(clerk)
    await expect.poll(() => client.dossiers.get.query({ id }).then(Boolean, () => false)).toBe(true)
    await goTo(clerk, `/berkas/${id}`)
    await clerk.getByRole('tab', { name: 'Portal' }).click()
    const read = clerk.getByRole('grid', { name: 'Yang dibaca pemohon' })
    await clerk.getByText('semua sudah di portal').waitFor()
    await shoot(clerk, 'Berkas, bagian Portal, selaras', read)
    await client.portal.pause.mutate({ paused: true })
    await clerk.getByLabel('Tulis pesan').fill('Pas foto Anda terlalu gelap. Mohon unggah yang baru.')
    await clerk.keyboard.press('Control+Enter')
    await clerk
      .getByText(/di jalan$/)
      .first()
      .waitFor()
    const order = { applicationId: id, stage: 'front-office', action: 'kembalikan-ke-pemohon', asks: [] }
    await client.dossiers.act.mutate({ ...order, note: 'Pas foto terlalu gelap.' })
    await read.getByText('Nomor pendaftaran').scrollIntoViewIfNeeded()
    await shoot(clerk, 'Berkas, bagian Portal, masih di jalan', read.getByText('Dikembalikan'))
    await client.portal.pause.mutate({ paused: false })
    await goTo(clerk, '/')
    const open = clerk.getByRole('list', { name: 'Keadaan loket' }).getByRole('button')
    await open.click()
    const drawer = clerk.getByRole('dialog', { name: 'Portal' })
    await shoot(clerk, 'Portal, laci', drawer.getByRole('list', { name: 'Sinkronisasi terakhir' }))
    await drawer.getByRole('button', { name: 'Jeda' }).click()
    await shoot(clerk, 'Portal, dijeda', drawer.getByRole('button', { name: 'Lanjutkan' }))
    await drawer.getByRole('button', { name: 'Lanjutkan' }).click()
    await portal.close()
    await drawer.getByRole('button', { name: 'Kirim sekarang' }).click()
    await shoot(clerk, 'Portal, terputus', drawer.getByText(/^Luring/))
    await clerk.keyboard.press('Escape')
    await shoot(clerk, 'Portal, terputus di kepala layar', open.filter({ hasText: 'terputus' }))
    const failed = await window(station, 'admin')
    await failing(failed, 'portal.runs')
    await goTo(failed, '/pengaturan/portal')
    await shoot(failed, 'Portal, riwayat gagal dibuka', failed.getByText('Daftar gagal dibuka'))
  },
}
