import { deskWork, samplePerson } from '../../e2e/desk-work.ts'
import { collectivePage } from '../../e2e/pages/collective-page.ts'
import { goTo } from '../provoke.ts'
import type { Series } from '../studio.ts'

const bringer = { name: 'Bagas Tirtamulya', nik: '6171041505900331', phone: '081255000300' }

/** *Pengajuan kolektif*: opened, refused, taken in, left out, closed, and found again from a dossier. */
export const collective: Series = {
  name: 'kolektif',
  title: 'Pengajuan Kolektif',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'loket')
    const { client, papersFor } = deskWork(page)
    const desk = collectivePage(page)
    await goTo(page, '/terima')
    await desk.filer('Kolektif').click()
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Kolektif, pembawa ditolak', desk.drawer.getByText(/^Nama belum diisi/))
    await desk.type(bringer)
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Kolektif, daftar kosong', desk.list.getByText(/^Belum ada berkas/))
    const filingId = page.url().split('/').at(-1) ?? ''
    for (const [index, name] of ['Sari Kapuasari', 'Melati Tengkawang'].entries()) {
      const filled = await papersFor({
        ...samplePerson,
        nik: `617104470894033${index + 1}`,
        name,
        nameOnPermit: `dr. ${name}`,
        collectiveFilingId: filingId,
        representativeName: bringer.name,
        representativePhone: bringer.phone,
        representativeRelation: 'Kuasa',
      })
      const { applicationId } = await client.intake.begin.mutate()
      await client.intake.register.mutate({ applicationId, draftId: null, form: filled, printerId: null })
    }
    await shoot(page, 'Kolektif, dua berkas diterima', desk.row('Melati Tengkawang'))
    await page.getByLabel('NIK', { exact: true }).fill('6171044708940333')
    await page.keyboard.press('Control+u')
    await shoot(page, 'Kolektif, tidak diterima', desk.dialog.getByRole('textbox', { name: 'Alasan' }))
    await page.keyboard.insertText('KTP tertinggal')
    await page.keyboard.press('Control+Enter')
    await shoot(
      page,
      'Kolektif, satu ditinggalkan',
      desk.list.getByRole('region', { name: 'Tidak diterima' }),
    )
    await page.keyboard.press('Control+e')
    await shoot(page, 'Kolektif, selesai', desk.dialog.getByText(/diterima, 1 tidak/))
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Kolektif, ditutup dan tercetak', page.getByText('Tercetak', { exact: true }))
    const [found] = await client.search.find.query({ text: 'wahyu landakoro' })
    await goTo(page, `/berkas/${found?.id ?? ''}`)
    await page.getByRole('tab', { name: /^Data permohonan/ }).click()
    const part = page.getByRole('region', { name: 'Kolektif' })
    await shoot(page, 'Kolektif, pada data permohonan', part)
    await part.getByRole('button').click()
    await shoot(page, 'Kolektif, daftar dari berkas', desk.dialog.getByRole('listitem').last())
  },
}
