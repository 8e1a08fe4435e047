import { goTo, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

/** *Survei Kepuasan*: a sheet of paper, refused and filled; the screen that faces whoever came, page by page; the report. */
export const survey: Series = {
  name: 'survei',
  title: 'Survei Kepuasan',
  run: async ({ sample, station: begin, window, shoot }) => {
    const station = await sample()
    const clerk = await window(station, 'loket')
    await goTo(clerk, '/survei')
    const title = clerk.getByRole('heading', { level: 1, name: 'Survei Kepuasan' })
    await shoot(clerk, 'Lembar survei, kosong', title)
    await clerk.keyboard.press('Control+Enter')
    await shoot(clerk, 'Lembar survei, ditolak', clerk.getByText('Pilih layanan yang ditulis di lembar.'))
    await goTo(clerk, '/survei/layar')
    await shoot(clerk, 'Layar kedua, menunggu', clerk.getByRole('heading', { name: 'Selamat datang' }))
    // A token of nobody opens the pages as well; only its answer is refused.
    await goTo(clerk, `/survei/layar/${'0'.repeat(32)}`)
    await shoot(clerk, 'Layar survei, awal', clerk.getByRole('button', { name: 'Mulai' }))
    await clerk.getByRole('button', { name: 'Mulai' }).click()
    await shoot(clerk, 'Layar survei, pertanyaan', clerk.getByText('Pertanyaan 1 dari 9').last())
    for (let at = 1; at <= 9; at++) {
      await clerk.getByText(`Pertanyaan ${at} dari 9`).last().waitFor()
      await clerk.getByRole('group').getByRole('button').nth(3).click()
    }
    await shoot(clerk, 'Layar survei, tentang Anda', clerk.getByLabel('Saran untuk kami'))
    await clerk.getByRole('button', { name: 'Kirim penilaian' }).click()
    await shoot(
      clerk,
      'Layar survei, ditolak',
      clerk.getByText('Survei ini tidak ada lagi.', { exact: false }),
    )
    const year = await begin({ demo: true })
    const supervisor = await window(year, 'kabid')
    const answered = await waiting(supervisor, 'satisfaction.report')
    await goTo(supervisor, '/laporan/survei')
    await shoot(supervisor, 'Hasil survei, memuat', supervisor.getByRole('heading', { level: 1 }), true)
    await answered()
    await shoot(supervisor, 'Hasil survei', supervisor.getByText('IKM', { exact: true }))
    await supervisor.getByRole('textbox', { name: 'Dari' }).fill('01-01-2020')
    await supervisor.getByRole('textbox', { name: 'Sampai' }).fill('31-01-2020')
    await shoot(supervisor, 'Hasil survei, kosong', supervisor.getByText('Belum ada jawaban pada kurun ini'))
  },
}
