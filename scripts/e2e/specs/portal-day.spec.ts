import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { officeDateOf } from '#domain/office-zone.ts'
import { instantOf } from '#domain/instant.ts'
import { decide } from '../../portal/agency-moves.ts'
import { saveProfile } from '../../portal/applicant-moves.ts'
import { done, onlineMoves } from '../../portal/testing/online-moves.ts'
import { trialPortal, type TrialPortal } from '../../portal/testing/trial-portal.ts'
import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { portalPage } from '../pages/portal-page.ts'

test.use({ ownOffice: 'portal-day' })
test.describe.configure({ mode: 'serial' })

const limits = {
  fileBytes: 2_000_000,
  mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
  pagesPerDocument: 5,
}
/** Whatever waits for the line takes its time. */
const slowly = { timeout: 20_000 }

let folder: string
let portal: TrialPortal
const startPortal = (own: Partial<Parameters<typeof trialPortal>[0]> = {}) =>
  trialPortal({ limits, database: join(folder, 'portal.sqlite'), ...own })
/** The same portal on the same address, as after a break of the line. */
const restartPortal = async (own: Partial<Parameters<typeof trialPortal>[0]> = {}) => {
  portal = await startPortal({ port: Number(new URL(portal.address).port), ...own })
}
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sepok-portal-'))
  portal = await startPortal()
})
test.afterAll(async () => {
  await portal.close()
  rmSync(folder, { recursive: true, force: true })
})

const there = (id: string) => portal.portal.store.entity('application', id)?.data

test('an application filed online is accepted at the counter and moves on by the decision that the agency takes in the portal', async ({
  open,
  page,
}) => {
  await open()
  const { client, signIn, act } = deskWork(page)
  await signIn('admin')
  const server = { base: portal.apiBase, clientId: 'loket', secret: 'rahasia' }
  expect(await client.portal.saveServer.mutate(server)).toMatchObject({ ok: true })
  const online = onlineMoves(portal)
  const { id } = online.apply(online.register('6171044506900731', { name: 'Rina Kencana Ayu' }))
  await signIn('loket')
  const dossier = () => client.dossiers.get.query({ id })
  await expect.poll(() => dossier().then(Boolean, () => false), slowly).toBe(true)
  for (const file of (await dossier()).requirements.flatMap((one) => one.documents))
    await client.dossiers.checkDocument.mutate({
      applicationId: id,
      stage: null,
      documentId: file.id,
      check: 'accepted',
      note: null,
    })
  await act(id, 'front-office', 'teruskan')
  await open(`/berkas/${id}`)
  const head = page.getByRole('region', { name: 'Berkas yang dibuka' }).or(page.getByRole('main')).first()
  await expect(head).toContainText('Pemeriksaan Dinas Kesehatan')
  await expect.poll(() => there(id)?.['stage'], slowly).toBe('dinas-kesehatan')
  const date = officeDateOf(instantOf(Date.now()), 'Asia/Pontianak')
  const word = { by: 'dr. Yudi', number: '440/731', date, inspected: false, note: null, file: null }
  done(decide(portal.portal, portal.words, id, { ...word, outcome: 'recommended' }))
  // The window hears of it by itself.
  await expect(head).toContainText('Pemrosesan', slowly)
  await expect(portalPage(page).head).toHaveText(/Portal/)
})

test('a day without the line loses nothing: what was taken in and issued meanwhile is read at the portal afterwards', async ({
  open,
  page,
}) => {
  await open()
  const { client, toCounter } = deskWork(page)
  await portal.close()
  const id = await toCounter({ ...samplePerson, nik: '6171044708940732', name: 'Yuniarti Landak' })
  await open(`/berkas/${id}`)
  const { head } = portalPage(page)
  await expect(head).toHaveText(/^Portal terputus .* belum terkirim/, slowly)
  await restartPortal()
  await head.click()
  await page.getByRole('dialog', { name: 'Portal' }).getByRole('button', { name: 'Kirim sekarang' }).click()
  await expect.poll(() => there(id)?.['status'], slowly).toBe('issued')
  const { line } = await client.dossiers.get.query({ id })
  const permit = () => portal.portal.store.ofApplication('permit', id)[0]?.data
  await expect.poll(permit, slowly).toBeDefined()
  const applicant = await page.context().newPage()
  await applicant.goto(`${portal.address}/verify/${String(permit()?.['verificationCode'])}`)
  await expect(applicant.getByText(line.holderName)).toBeVisible()
  await applicant.goto(`${portal.address}/track/${String(there(id)?.['trackingCode'])}`)
  await expect(applicant.getByText(line.registrationNumber)).toBeVisible()
  await applicant.close()
})

test('a telephone number that both sides changed waits until a clerk has picked one, which then goes to the portal', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const { client, signIn, takeIn } = deskWork(page)
  const online = onlineMoves(portal)
  const person = online.register('6171044506900733', { name: 'Siti Kapuas Raya' })
  const { id } = online.apply(person)
  await signIn('admin')
  await expect.poll(() => client.dossiers.get.query({ id }).then(Boolean, () => false), slowly).toBe(true)
  await client.portal.pause.mutate({ paused: true })
  const walkIn = {
    ...samplePerson,
    nik: '6171044506900733',
    name: 'Siti Kapuas Raya',
    permitTypeCode: 'SIPB',
  }
  const nameOnPermit = 'Siti Kapuas Raya'
  await takeIn({ ...walkIn, nameOnPermit, phone: '081255507331' })
  done(saveProfile(portal.portal, person.account, { phone: '+6281255507332' }))
  await signIn('admin')
  await client.portal.pause.mutate({ paused: false })
  await signIn('loket')
  await open('/portal')
  const { row, pane } = portalPage(page)
  await expect(row('Siti Kapuas Raya')).toBeVisible(slowly)
  await row('Siti Kapuas Raya').click()
  await expect(pane).toContainText('0812-5550-7331')
  await expect(pane).toContainText('0812-5550-7332')
  await expectAccessible()
  await page.keyboard.press('k')
  await expect(row('Siti Kapuas Raya')).toHaveCount(0)
  const phone = () => portal.portal.store.entity('applicant', person.applicant.id)?.data['phone']
  await expect.poll(phone, slowly).toBe('+6281255507331')
})

test('a secret that the portal no longer takes stops the traffic with a word to the administrator, whose new one lets it go on', async ({
  open,
  page,
}) => {
  await open()
  const { client, signIn, takeIn } = deskWork(page)
  await portal.close()
  await restartPortal({ clientSecret: 'rahasia-baru' })
  portal.portal.store.revokeTokens()
  const id = await takeIn({ ...samplePerson, nik: '6171044708940734' })
  await signIn('admin')
  await client.portal.sendNow.mutate()
  await open('/pengaturan/portal')
  const { head } = portalPage(page)
  await expect(head).toHaveText(/^Portal perlu administrator/, slowly)
  expect(there(id)).toBeUndefined()
  await page.getByLabel('Kata rahasia').fill('rahasia-baru')
  await page.keyboard.press('Control+Enter')
  await expect(head).not.toHaveText(/perlu administrator/, slowly)
  await expect.poll(() => there(id)?.['registrationNumber'], slowly).toBeTruthy()
})
