import { deskWork, samplePerson } from '../../e2e/desk-work.ts'
import { handoverPage } from '../../e2e/pages/handover-page.ts'
import { failing, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Penyerahan Izin*. */
export const handover: Series = {
  name: 'penyerahan',
  title: 'Penyerahan Izin',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'loket')
    const desk = handoverPage(page)
    const work = deskWork(page)
    const id = await work.takeIn({
      ...samplePerson,
      nik: '6171 0447 0894 0901',
      name: 'Theresia Sebangki',
      nameOnPermit: 'dr. Theresia Sebangki',
      strNumber: '6122100126000901',
    })
    const { line: elsewhere } = await work.client.dossiers.get.query({ id })
    const { lines } = await work.client.handover.ready.query()
    const line = lines.find((one) => one.productKind === 'permit' && !one.asksOldPermit)
    if (line === undefined) throw new Error('the sample office has nothing ready')

    const answered = await waiting(page, 'handover.ready')
    await page.getByRole('link', { name: /^Penyerahan Izin/ }).click()
    await shoot(page, 'Penyerahan, memuat', page.getByRole('heading', { name: 'Penyerahan Izin' }), true)
    await answered()
    await shoot(page, 'Penyerahan, daftar', desk.list)
    await desk.find('zzzz tidak ada')
    await shoot(page, 'Penyerahan, tidak ditemukan', page.getByText(/^Tidak ada permohonan yang cocok/))
    await desk.find(elsewhere.registrationNumber)
    await shoot(page, 'Penyerahan, belum siap', page.getByText(/belum siap diambil/))
    await desk.find(line.registrationNumber)
    const handOver = page.getByRole('button', { name: /^Serahkan Izin/ })
    await shoot(page, 'Penyerahan, ditemukan', handOver)
    await page.getByRole('radio', { name: 'Kuasa' }).click()
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Penyerahan, kuasa ditolak', page.getByText(/^Nama penerima belum diisi/))
    await page.getByRole('radio', { name: 'Pemegang izin' }).click()
    await page.getByRole('checkbox', { name: 'KTP cocok dengan pemegang izin' }).check()
    const mended = await failing(page, 'handover.handOverTogether')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Penyerahan, gagal disimpan', page.getByText(/^Belum tersimpan/))
    await mended()
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Penyerahan, diserahkan', page.getByText(/^Diserahkan kepada/))
    await page.getByRole('button', { name: 'Cetak Ulang' }).click()
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Penyerahan, cetak ulang tanda terima', page.getByText(/^Tulis alasannya dahulu/))
    await page.keyboard.press('Escape')

    const failed = await window(station, 'loket')
    await failing(failed, 'handover.ready')
    await failed.getByRole('link', { name: /^Penyerahan Izin/ }).click()
    await shoot(failed, 'Penyerahan, gagal dibuka', failed.getByText('Daftar siap diambil gagal dibuka'))
    const searching = await window(station, 'loket')
    await handoverPage(searching).open()
    await failing(searching, 'search.find', 'search.scan')
    await handoverPage(searching).find('zzzz')
    await shoot(searching, 'Penyerahan, pencarian gagal', searching.getByText(/^Pencarian belum menjawab/))
  },
}
