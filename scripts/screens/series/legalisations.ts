import { deskWork, samplePerson } from '../../e2e/desk-work.ts'
import { goTo } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Legalisir*: at the dossier of a permit, refused where it is not signed yet, and the register of the month. */
export const legalisations: Series = {
  name: 'legalisir',
  title: 'Legalisir dan register masuk',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'loket')
    const work = deskWork(page)
    const id = await work.toCounter({
      ...samplePerson,
      nik: '6171 0447 0894 0851',
      name: 'Permata Landak',
      nameOnPermit: 'dr. Permata Landak',
      strNumber: '6122100126000851',
    })
    await goTo(page, `/berkas/${id}`)
    await page.getByRole('tab', { name: 'Surat dan cetakan' }).click()
    const part = page.getByRole('region', { name: 'Legalisir' })
    const make = part.getByRole('button', { name: 'Legalisir Fotokopi' })
    await shoot(page, 'Belum ada legalisir', make)
    await make.click()
    const dialog = page.getByRole('dialog')
    const copies = dialog.getByLabel('Jumlah lembar')
    await shoot(page, 'Legalisir fotokopi', copies)
    await copies.fill('3')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Surat asli belum diperlihatkan', dialog.getByText(/^Cocokkan fotokopi dengan surat/))
    await dialog.getByRole('checkbox').check()
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'hidden' })
    await shoot(page, 'Legalisir dicatat', part.getByText(/, 3 lembar$/))
    await part.getByRole('button', { name: /^Cetak ulang legalisir/ }).click()
    await shoot(page, 'Cetak ulang legalisir', dialog.getByLabel('Alasan cetak ulang'))
    await page.keyboard.press('Escape')
    await part.getByRole('button', { name: /^Batalkan legalisir/ }).click()
    await dialog.getByLabel('Alasan pembatalan').fill('Fotokopinya bukan dari izin ini.')
    await shoot(page, 'Batalkan legalisir', dialog.getByLabel('Alasan pembatalan'))
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByText(/^Legalisir .* dibatalkan/).waitFor({ state: 'hidden' })
    await shoot(page, 'Legalisir batal', part.getByText(/^Batal, /))

    const unsigned = await work.toPrintDesk({
      ...samplePerson,
      nik: '6171 0447 0894 0852',
      name: 'Intan Bengkayang',
      nameOnPermit: 'dr. Intan Bengkayang',
      strNumber: '6122100126000852',
    })
    await work.signIn('loket')
    await goTo(page, `/berkas/${unsigned}`)
    await page.getByRole('tab', { name: 'Surat dan cetakan' }).click()
    await shoot(page, 'Belum dapat dilegalisir', part.getByText(/^Izin ini belum bernomor/))

    const supervisor = await window(station, 'kabid')
    await goTo(supervisor, '/laporan')
    await supervisor.getByRole('tab', { name: 'Register masuk' }).click()
    await shoot(supervisor, 'Register masuk hari ini', supervisor.getByText(/^Nomor berurutan/))
    await supervisor.getByRole('tab', { name: 'Legalisir' }).click()
    await shoot(supervisor, 'Register legalisir bulan ini', supervisor.getByText(/^Nomor berurutan/))
  },
}
