import { deskWork, keptPaper, samplePerson } from '../../e2e/desk-work.ts'
import { intakePage } from '../../e2e/pages/intake-page.ts'
import { lateEntryPage, typedAgo, typedTomorrow } from '../../e2e/pages/late-entry-page.ts'
import { failing, goTo } from '../provoke.ts'
import type { Series } from '../studio.ts'

const doctor = { nik: '6171044708940612', name: 'Ratih Sebangki', strNumber: '6122100126000612' }

/** *Entri Susulan*: an application and a handover that were done on paper. */
export const lateEntry: Series = {
  name: 'susulan',
  title: 'Entri Susulan',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const page = await window(station, 'loket')
    const intake = intakePage(page)
    const late = lateEntryPage(page)
    await intake.open()
    await page.getByRole('button', { name: 'Entri Susulan' }).click()
    await shoot(page, 'Susulan, kosong', late.day)
    await late.day.fill(typedTomorrow())
    await late.time.fill('08.00')
    await late.reason.fill('Listrik padam pukul 09.10–14.00')
    await shoot(page, 'Susulan, waktu belum terjadi', page.getByText(/belum terjadi/))
    const taken = typedAgo(30)
    await late.day.fill(taken.day)
    await late.time.fill(taken.time)
    await page.getByLabel('NIK', { exact: true }).focus()
    await intake.typeWalkIn(doctor)
    await intake.attachEverything()
    await intake.press('Control+Enter')
    await shoot(page, 'Susulan, persetujuan', late.dialog)
    await late.consent('kabid', 'bukan kata sandinya')
    await shoot(page, 'Susulan, persetujuan ditolak', late.dialog.getByText(/tidak cocok/))
    await late.consent('kabid')
    await shoot(page, 'Susulan, terdaftar', page.getByRole('heading', { name: 'Permohonan terdaftar' }))
    await intake.press('Control+b')
    await page.getByRole('tab', { name: 'Data permohonan' }).click()
    await shoot(page, 'Susulan, data permohonan', page.getByRole('region', { name: 'Pendaftaran' }))
    await page.getByRole('tab', { name: /^Riwayat/ }).click()
    await shoot(page, 'Susulan, riwayat', page.getByText(/Entri susulan: diterima/))

    const other = await window(station, 'loket')
    const original = await deskWork(other).toCounter({
      ...samplePerson,
      nik: '6171 0447 0894 0613',
      name: 'Kirana Susulan',
      nameOnPermit: 'dr. Kirana Susulan',
      strNumber: '6122100126000613',
      papers: [keptPaper('STR', '2')],
    })
    await deskWork(other).signIn('loket')
    await other.reload()
    await goTo(other, '/terima/susulan/penyerahan')
    await shoot(other, 'Susulan, penyerahan', other.getByRole('heading', { name: 'Penyerahan di kertas' }))
    const { line } = await deskWork(other).client.dossiers.get.query({ id: original })
    await other.getByRole('combobox', { name: 'Dokumen yang diserahkan' }).fill(line.registrationNumber)
    await other.getByRole('option', { name: /Kirana Susulan/ }).click()
    const kept = other.getByRole('region', { name: 'Berkas asli di kantor' })
    await kept.getByRole('checkbox').uncheck()
    await other.keyboard.press('Control+Enter')
    await shoot(other, 'Susulan, penyerahan dengan berkas asli', kept.getByRole('textbox'))
    const forms = await window(station, 'loket')
    await goTo(forms, '/terima/susulan/formulir')
    const list = forms.getByRole('grid', { name: 'Formulir bernomor' })
    await shoot(forms, 'Susulan, formulir', forms.getByRole('heading', { name: 'Cetak formulir bernomor' }))
    await forms.keyboard.press('Control+Enter')
    await shoot(forms, 'Susulan, formulir dicetak', list.getByText('Belum dipakai').first())
    await list.getByText('Belum dipakai').first().click()
    await forms.getByRole('button', { name: 'Batalkan formulir' }).click()
    await shoot(forms, 'Susulan, formulir dibatalkan', forms.getByRole('dialog'))

    const failed = await window(station, 'loket')
    await failing(failed, 'handover.ready')
    await goTo(failed, '/terima/susulan/penyerahan')
    await shoot(failed, 'Susulan, daftar gagal dibuka', failed.getByText('Daftar dokumen gagal dibuka'))
  },
}
