import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import { expect, test } from '../fixtures.ts'
import { intakePage, scannedPdf } from '../pages/intake-page.ts'
import { signInPage } from '../pages/sign-in-page.ts'
import { startProgram } from '../start-program.ts'
import { startStation } from '../station.ts'

/** A folder that is cleared away after the test. */
const temporary = test.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'sepok-e2e-start-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})

const endOf = async (args: readonly string[]) => {
  const program = startProgram(args)
  const code = await program.ended
  return { code, said: program.said() }
}

test('a second start on the same data says so and leads to the first, which goes on', async ({
  open,
  page,
  station,
  browser,
}) => {
  await open('/')
  await signInPage(page).signIn('loket')
  const intake = intakePage(page)
  await intake.open()
  await intake.write('6171044708940921')

  const second = startProgram(['--port', '0', '--data', station.dataDir, '--demo'])
  const address = new URL(await second.ready)
  expect(await second.ended).toBe(0)
  expect(second.said()).toContain('SEPOK Loket sudah berjalan untuk folder data ini')
  expect(`${address.origin}/${address.hash}`).toBe(station.address('/'))

  const other = await browser.newPage()
  await other.goto(address.href)
  await signInPage(other).signIn('kabid')
  await other.close()

  await intake.press('Tab')
  await intake.write('Yohana Ambawang')
  await expect(intake.draftSaved).toBeVisible()
})

temporary(
  'a taken port is named with the way out, and the folder is free for the next start',
  async ({ folder }) => {
    const taken = createServer().listen({ host: '127.0.0.1', port: 0 })
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as AddressInfo
    const refused = await endOf(['--port', String(port), '--data', folder])
    await new Promise((resolve) => taken.close(resolve))
    expect(refused.code).toBe(3)
    expect(refused.said).toContain(`Porta ${port} sedang dipakai program lain. Tutup program itu`)
    const next = startProgram(['--port', '0', '--data', folder])
    await next.ready
    next.child.kill('SIGTERM')
    expect(await next.ended).toBe(0)
  },
)

temporary('a data folder that cannot be one is named before any window opens', async ({ folder }) => {
  const file = join(folder, 'berkas')
  writeFileSync(file, '')
  const refused = await endOf(['--port', '0', '--data', join(file, 'kantor')])
  expect(refused.code).toBe(4)
  expect(refused.said).toContain('tidak dapat dibuka. Pastikan disk atau folder jaringannya tersambung')
})

temporary(
  'a database of a newer program is refused with what to do, and stays as it is',
  async ({ folder }) => {
    const first = startProgram(['--port', '0', '--data', folder])
    await first.ready
    first.child.kill('SIGTERM')
    await first.ended
    await sql(folder, `INSERT INTO knex_migrations (name, batch) VALUES ('9999-of-tomorrow', 99)`)
    const refused = await endOf(['--port', '0', '--data', folder])
    expect(refused.code).toBe(6)
    expect(refused.said).toContain('sudah dipakai SEPOK Loket yang lebih baru. Pasang versi terbaru')
    expect(await sql(folder, 'SELECT name FROM knex_migrations ORDER BY id DESC LIMIT 1')).toEqual([
      { name: '9999-of-tomorrow' },
    ])
  },
)

test('a data folder that vanishes under the work is told at the file, and nothing typed is lost', async ({
  browser,
}) => {
  const station = await startStation({ demo: true })
  const away = `${station.dataDir}-lepas`
  const page = await browser.newPage()
  try {
    await page.goto(station.address('/'))
    await signInPage(page).signIn('loket')
    const intake = intakePage(page)
    await intake.open()
    await intake.write('6171044708940922')
    await page.getByRole('combobox', { name: 'Jenis izin' }).fill('SIPD')
    await page
      .getByRole('option', { name: /^SIPD / })
      .first()
      .click()
    await expect(intake.row('KTP')).toBeVisible()

    renameSync(station.dataDir, away)
    await intake.attach('KTP', scannedPdf('ktp.pdf'))
    await expect(intake.row('KTP').getByText(/ktp\.pdf/)).toContainText(/belum|gagal/i)
    await expect(page.getByLabel('NIK', { exact: true })).toHaveValue('6171 0447 0894 0922')
    expect(existsSync(station.dataDir)).toBe(false)

    renameSync(away, station.dataDir)
    await intake.attach('KTP', scannedPdf('ktp.pdf'))
    await expect(intake.row('KTP').getByRole('button', { name: /^Ganti / })).toBeVisible()
  } finally {
    await page.close()
    await station.close()
    rmSync(away, { recursive: true, force: true })
  }
})

/** What the office's own file says to a question, asked past the program. */
const sql = (folder: string, query: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const database = new sqlite3.Database(join(folder, 'kantor.sqlite'))
    database.all(query, (error, rows) => database.close(() => (error ? reject(error) : resolve(rows))))
  })
