import { randomUUID } from 'node:crypto'
import { requestAccount } from '../../portal/applicant-moves.ts'
import { done, onlineMoves } from '../../portal/testing/online-moves.ts'
import { trialPortal } from '../../portal/testing/trial-portal.ts'
import { answering, failing, goTo, waiting } from '../provoke.ts'
import type { Series } from '../studio.ts'

const refused = {
  key: randomUUID(),
  applicationId: null,
  registrationNumber: 'P-2026-002268',
  holderName: 'apt. Lestari Sekayam, S.Farm.',
  kind: 'applicant',
  kindLabel: 'Data pemohon',
  sentence:
    'NIK ini sudah dipakai pemohon lain di portal. Cocokkan identitasnya, lalu satukan pemohonnya. Isian: NIK.',
  mender: 'counter',
  detail: 'NIK sudah terdaftar atas pemohon lain.',
  fields: [
    {
      path: 'nik',
      message: 'Sudah dipakai pemohon lain.',
      mend: { field: 'nik', label: 'NIK', value: '6171045506920004' },
    },
  ],
  mending: { way: 'here', sentence: null, corrections: 0 },
  status: 422,
  code: 'nik-taken',
  since: '2026-11-20T01:12:00.000Z',
  tries: 1,
  body: JSON.stringify({ nik: '6171045506920004', name: 'Lestari Sekayam' }, null, 2),
  isResent: false,
}

const missed = {
  sha256: 'ab'.repeat(32),
  applicationId: null,
  registrationNumber: 'P-2026-002271',
  holderName: 'dr. Sari Wulandari',
  fileName: 'str.pdf',
  requirement: 'Surat Tanda Registrasi (STR)',
  sentence: 'Portal tidak memiliki berkas ini lagi. Minta pemohon mengunggahnya kembali.',
  since: '2026-11-20T01:12:00.000Z',
  tries: 1,
  nextTryAt: null,
}

/** *Portal*: what needs somebody: two values, what was refused, what has no place, requests for an account. */
export const portalLists: Series = {
  name: 'portal-daftar',
  title: 'Portal, yang perlu ditangani',
  run: async ({ station: begin, window, shoot }) => {
    const portal = await trialPortal({ officeApproves: true })
    const station = await begin({ demo: true })
    const admin = await window(station, 'admin')
    await goTo(admin, '/pengaturan/portal')
    await admin.getByLabel('Alamat portal').fill(portal.apiBase)
    await admin.getByLabel('Client ID').fill('loket')
    await admin.getByLabel('Kata rahasia').fill('rahasia')
    await admin.keyboard.press('Control+Enter')
    await admin.getByRole('button', { name: 'Jeda' }).waitFor()
    const online = onlineMoves(portal)
    online.apply(online.register('6171014506900003'), { permitTypeCode: 'SIPX' })
    const asked = { email: 'sari@example.org', phone: '081255501188', password: 'kata-sandi-panjang' }
    done(requestAccount(portal.portal, { ...asked, nik: '6171014506900011', name: 'Sari Wulan' }, true))
    const page = await window(station, 'loket')
    await answering(page, 'portal.aside', [refused, { ...refused, key: randomUUID(), isResent: true }])
    await answering(page, 'portal.files', [missed])
    const held = await waiting(page, 'inbox.conflicts')
    await page.getByRole('link', { name: 'Portal' }).click()
    await shoot(
      page,
      'Portal, konflik, memuat',
      page.getByRole('heading', { level: 1, name: 'Portal' }),
      true,
    )
    await held()
    const row = page.getByRole('grid').getByRole('row').nth(1)
    const pane = page.getByRole('complementary', { name: 'Yang dipilih' })
    await row.click()
    await shoot(page, 'Portal, konflik', pane.getByRole('button', { name: /^Pakai isian portal/ }))
    await failing(page, 'inbox.settleConflict')
    await page.keyboard.press('k')
    await shoot(page, 'Portal, konflik, belum tersimpan', pane.getByRole('alert'))
    await page.getByRole('radio', { name: /^Ditolak portal/ }).click()
    await row.click()
    await shoot(page, 'Portal, ditolak portal', pane.getByRole('button', { name: /^Perbaiki dan kirim/ }))
    for (const [tab, act] of [
      ['Perlu tempat', /^Catat dan selesai/],
      ['Belum terambil', /^Ambil sekarang/],
      ['Permintaan akun', /^Setujui/],
    ] as const) {
      const radio = page.getByRole('radio', { name: new RegExp(`^${tab}`) })
      if (!(await radio.isVisible())) continue
      await radio.click()
      await shoot(page, `Portal, ${tab.toLowerCase()}`, page.getByRole('grid'))
      if (!(await row.isVisible())) continue
      await row.click()
      await shoot(page, `Portal, ${tab.toLowerCase()}, satu dipilih`, pane.getByRole('button', { name: act }))
    }
    await page.getByRole('radio', { name: 'Diputuskan' }).click()
    await row.click()
    await shoot(page, 'Portal, permintaan akun, diputuskan', pane.getByText('Oleh', { exact: true }))
    const failed = await window(station, 'loket')
    await failing(failed, 'inbox.arrivals')
    await goTo(failed, '/portal/arrivals')
    await shoot(failed, 'Portal, gagal dibuka', failed.getByText('Daftar gagal dibuka'))
    await portal.close()
  },
}
