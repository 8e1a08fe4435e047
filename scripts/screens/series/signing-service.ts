import { makeSampleContainer } from '#adapters/signing/sample-container.ts'
import { startEsignDouble } from '#adapters/signing/testing/esign-double.ts'
import { instantOf } from '#domain/instant.ts'
import { dossiersPage } from '../../e2e/pages/dossiers-page.ts'
import type { Series } from '../studio.ts'

const nik = '2172014505730001'
const passphrase = 'tte-demo-2026'

/** BSrE's service with the office's own account, and a signer whom it sends codes of one use. */
export const signingService: Series = {
  name: 'layanan-tte',
  title: 'Layanan tanda tangan elektronik',
  run: async ({ station: begin, window, shoot }) => {
    const now = Date.now()
    const container = await makeSampleContainer(
      {
        name: 'Hj. NUR AZIZAH RAMADHANI, S.STP., M.M.',
        nip: '197305221993112001',
        authority: 'Balai Sertifikasi Elektronik',
        from: new Date(now - 86_400_000),
        until: new Date(now + 86_400_000),
      },
      passphrase,
    )
    const double = await startEsignDouble({
      signers: { [nik]: { container, passphrase, totp: '482913' } },
      now: () => instantOf(Date.now()),
    })
    try {
      const station = await begin({ demo: true, profile: 'tanjungpinang' })
      const page = await window(station, 'admin', '/pengaturan')
      await page.getByRole('radio', { name: 'Pejabat' }).click()
      await page.getByRole('radio', { name: 'Layanan BSrE v2' }).click()
      await page.getByLabel('Alamat layanan').fill(double.service('v2').url)
      const office = page.getByRole('radio', { name: 'Disimpan di kantor' })
      await office.click()
      await page.getByLabel('Nama akun kantor').fill(double.account.username)
      await page.keyboard.press('Control+Enter')
      await shoot(
        page,
        'Akun kantor, kata sandi belum diketik',
        page.getByText(/^Kata sandi akun belum tersimpan/),
      )
      await page.getByLabel('Kata sandi akun kantor').fill(double.account.password)
      await page.keyboard.press('Control+Enter')
      await shoot(page, 'Akun kantor tersimpan', page.getByText('Kosongkan untuk memakai yang tersimpan.'))
      await page.getByLabel('NIK penanda tangan').fill('2172014505730009')
      const attempt = page.getByRole('button', { name: 'Uji sambungan' })
      await attempt.click()
      await shoot(
        page,
        'Uji sambungan, penanda tangan tidak dikenal',
        page.getByText(/^Yang gagal: penanda tangan/),
      )

      const head = await window(station, 'agency-head')
      await head.getByRole('link', { name: /^Berkas/ }).click()
      const berkas = dossiersPage(head)
      await berkas.queue.getByRole('option').first().click()
      await berkas.forward('Tandatangani dan Terbitkan')
      await berkas.dialog.locator('canvas[data-drawn]').first().waitFor()
      await berkas.dialog.getByLabel('NIK penanda tangan').fill(nik)
      await shoot(head, 'Hanya passphrase yang diketik', berkas.dialog.getByLabel('Passphrase sertifikat'))
      await berkas.dialog.getByLabel('Passphrase sertifikat').fill(passphrase)
      await head.keyboard.press('Control+Enter')
      const code = berkas.dialog.getByLabel('Kode sekali pakai (TOTP)')
      await shoot(head, 'Layanan meminta kode sekali pakai', code)
      await berkas.dialog.getByRole('button', { name: 'Minta kode' }).click()
      await berkas.dialog.getByRole('button', { name: 'Minta kode lagi' }).waitFor()
      await code.fill('000000')
      await head.keyboard.press('Control+Enter')
      await shoot(head, 'Kode salah', berkas.dialog.getByText(/^Kode sekali pakai salah/))
    } finally {
      await double.close()
    }
  },
}
