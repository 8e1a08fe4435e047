import { deskWork, samplePerson } from '../../e2e/desk-work.ts'
import { goTo } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Ralat* and *Salinan* of a signed permit: asked by the print desk, answered by whoever answers for the signature. */
export const errata: Series = {
  name: 'ralat',
  title: 'Ralat dan salinan',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'cetak')
    const id = await deskWork(page).toCounter({
      ...samplePerson,
      nik: '6171 0447 0894 0841',
      name: 'Pertiwi Sambas',
      nameOnPermit: 'dr. Pertiwi Sambas',
      strNumber: '6122100126000841',
    })
    await deskWork(page).signIn('cetak')
    await goTo(page, `/berkas/${id}`)
    await page.getByRole('tab', { name: 'Surat dan cetakan' }).click()
    const part = page.getByRole('region', { name: 'Ralat' })
    await shoot(page, 'Surat dan cetakan, dapat diralat', part.getByRole('button', { name: 'Ajukan Ralat' }))
    await page.getByRole('button', { name: 'Cetak Salinan' }).click()
    const dialog = page.getByRole('dialog')
    await shoot(page, 'Cetak salinan', dialog.getByLabel('Salinan ini untuk'))
    await page.keyboard.press('Escape')
    await part.getByRole('button', { name: 'Ajukan Ralat' }).click()
    await shoot(page, 'Ajukan ralat', dialog.getByLabel('Apa yang salah'))
    await dialog.getByLabel('Apa yang salah').fill('Nama tempat praktik tidak sesuai dengan rekomendasi.')
    await dialog.getByRole('radio', { name: 'Tidak kembali' }).click()
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Ajukan ralat tanpa lembar lama', dialog.getByText(/^Tulis mengapa lembar lama/))
    await dialog.getByRole('radio', { name: 'Sudah kembali' }).click()
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'hidden' })
    await shoot(page, 'Ralat menunggu penanda tangan', part.getByText(/menunggu penanda tangan/))

    const signer = await window(station, 'kabid')
    await goTo(signer, `/berkas/${id}`)
    await signer.getByRole('tab', { name: 'Surat dan cetakan' }).click()
    await signer.getByRole('button', { name: 'Tolak Ralat' }).click()
    await signer.keyboard.press('Control+Enter')
    const asked = signer.getByRole('dialog')
    await shoot(signer, 'Tolak ralat tanpa alasan', asked.getByText(/^Tulis alasan penolakannya/))
    await signer.keyboard.press('Escape')
    await asked.waitFor({ state: 'hidden' })
    await signer.getByRole('button', { name: 'Setujui Ralat' }).click()
    await shoot(signer, 'Setujui ralat', asked.getByRole('button', { name: 'Setujui Ralat' }))
    await asked.getByRole('button', { name: 'Setujui Ralat' }).click()
    await asked.waitFor({ state: 'hidden' })
    await shoot(signer, 'Ralat dikerjakan', signer.getByText(/^Versi lama/))
  },
}
