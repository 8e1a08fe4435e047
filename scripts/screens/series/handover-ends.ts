import { deskWork, keptPaper, samplePerson } from '../../e2e/desk-work.ts'
import { handoverPage } from '../../e2e/pages/handover-page.ts'
import { failing, goTo } from '../provoke.ts'
import type { Series } from '../studio.ts'

const person = (n: number, name: string) => ({
  ...samplePerson,
  nik: `61710447089409${n}`,
  name,
  nameOnPermit: `dr. ${name}`,
  strNumber: `61221001260009${n}`,
})
const bringer = {
  kind: 'person',
  name: 'Danu Pembawa',
  nik: '6171041505900969',
  phone: '081255000969',
  facilityName: '',
  letterSeen: false,
} as const

/** *Penyerahan Izin*: what goes back besides the permit, who signs, and what is left to be done. */
export const handoverEnds: Series = {
  name: 'penyerahan-lain',
  title: 'Penyerahan: berkas asli, pengembalian, tanda tangan',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'loket')
    const work = deskWork(page)
    const desk = handoverPage(page)
    const form = person(71, 'Kirana Asliwati')
    const keeping = {
      ...form,
      papers: [...(form.papers ?? []).filter((one) => one.requirementCode !== 'STR'), keptPaper('STR', '2')],
    }
    const original = await work.toCounter(keeping)
    const back = await work.toApplicant({ ...person(72, 'Laras Berkasari'), papers: keeping.papers })
    const filing = await work.client.collective.open.mutate({ id: crypto.randomUUID(), bringer })
    if (!filing.ok) throw new Error('the filing is refused')
    const collective: string[] = []
    for (const [n, name] of [
      [73, 'Oktavia Kolektif'],
      [74, 'Puspa Kolektif'],
    ] as const)
      collective.push(
        await work.toCounter({
          ...person(n, name),
          collectiveFilingId: filing.value.id,
          representativeName: bringer.name,
          representativePhone: bringer.phone,
          representativeRelation: 'Kuasa',
        }),
      )
    const lineOf = async (id: string) => (await work.client.dossiers.get.query({ id })).line
    await page.reload()
    await desk.open()
    await shoot(page, 'Penyerahan, belum di rak', page.getByText(/belum ditaruh di rak/))
    await page.keyboard.press('F6')
    await shoot(page, 'Penyerahan, tulis letak rak', page.getByRole('textbox', { name: 'Letak rak' }))
    await page.keyboard.press('Escape')

    const kept = await lineOf(original)
    await desk.find(kept.registrationNumber)
    const originals = desk.part('Berkas asli di kantor')
    await shoot(page, 'Penyerahan, berkas asli', originals)
    await originals.getByRole('checkbox').first().uncheck()
    await desk.seen.check()
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Penyerahan, asli tanpa alasan', originals.getByText(/^Tulis alasannya/))
    await originals.getByRole('textbox').fill('Dipinjam Dinas Kesehatan')
    const signing = desk.part('Tanda tangan penerima')
    await signing.getByRole('radio', { name: 'Di layar' }).click()
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Penyerahan, belum ditandatangani', signing.getByText(/^Bidang tanda tangan/))
    await signing.getByRole('button', { name: 'Minta tanda tangan' }).click()
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Tanda tangan, kosong ditolak', desk.dialog.getByText(/^Bidang tanda tangan/))
    await desk.sign()
    await shoot(page, 'Tanda tangan, ditandatangani', desk.dialog)
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Penyerahan, sudah ditandatangani', signing.getByRole('img'))
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Penyerahan, diserahkan tanpa asli', desk.done(kept.holderName))

    const together = await lineOf(collective[0] ?? '')
    await desk.find(together.registrationNumber)
    // Nothing of the filing can be taken along before it is on the screen.
    await page.getByText(/berkas lain dari pengajuan ini/).waitFor()
    await page.keyboard.press('F7')
    await shoot(page, 'Penyerahan, pengajuan kolektif', page.getByText(/surat diserahkan bersama/))

    await desk.show('Belum tuntas')
    await shoot(page, 'Belum tuntas, daftar', page.getByRole('grid'))
    await page.getByRole('row').filter({ hasText: 'Surat lama belum diserahkan' }).first().click()
    const owed = desk.part('Surat lama yang ditunggu')
    await owed.getByRole('combobox').click()
    await page.getByRole('option', { name: 'Hilang, ada surat kepolisian' }).click()
    await owed.getByRole('button', { name: 'Catat Surat Lama' }).click()
    await shoot(page, 'Belum tuntas, surat lama ditolak', owed.getByText(/^Tulis nomor surat/))
    await page.getByRole('row').filter({ hasText: 'berkas asli di kantor' }).first().click()
    await shoot(page, 'Belum tuntas, berkas asli', desk.part('Berkas asli di kantor'))

    await desk.show('Kembalikan berkas')
    await shoot(page, 'Kembalikan berkas, daftar', page.getByRole('grid'))
    await page.getByRole('radio', { name: /^Ditolak/ }).click()
    await shoot(page, 'Kembalikan berkas, ditolak saja', page.getByRole('grid'))
    await page.getByRole('radio', { name: /^Semua/ }).click()
    const returned = await lineOf(back)
    await desk.find(returned.registrationNumber)
    await shoot(page, 'Kembalikan berkas, dipilih', desk.part('Berkas yang dikembalikan'))
    await desk.seen.check()
    const mended = await failing(page, 'handover.giveBackPapers')
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Kembalikan berkas, gagal disimpan', page.getByText(/^Belum tersimpan/))
    await mended()
    await page.keyboard.press('Control+Enter')
    await shoot(page, 'Kembalikan berkas, dikembalikan', desk.done(returned.holderName))
    await goTo(page, `/berkas/${original}`)
    await page.getByRole('tab', { name: /^Riwayat/ }).click()
    await shoot(
      page,
      'Berkas, tanda tangan di riwayat',
      page.getByRole('img', { name: 'Tanda tangan penerima' }),
    )
    await page.getByRole('tab', { name: /^Data/ }).click()
    const owing = page.getByText(/belum dikembalikan: Dipinjam/)
    await owing.scrollIntoViewIfNeeded()
    await shoot(page, 'Berkas, asli belum dikembalikan', owing)

    const failed = await window(station, 'loket')
    await failing(failed, 'handover.papersToGiveBack')
    await handoverPage(failed).open()
    await handoverPage(failed).show('Kembalikan berkas')
    await shoot(
      failed,
      'Kembalikan berkas, gagal dibuka',
      failed.getByText('Daftar berkas yang dikembalikan gagal dibuka'),
    )
  },
}
