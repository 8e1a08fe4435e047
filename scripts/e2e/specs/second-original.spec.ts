import { deskWork, samplePerson } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'
import { printDeskPage } from '../pages/print-desk-page.ts'

test('a second original without anybody at hand stays open until the supervisor has agreed', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const work = deskWork(page)
  const holder = 'dr. Pelangi Mempawah'
  const id = await work.toPrintDesk({
    ...samplePerson,
    nik: '6171 0447 0894 0831',
    name: 'Pelangi Mempawah',
    nameOnPermit: holder,
    strNumber: '6122100126004831',
  })
  await work.signIn('cetak')
  await work.client.dossiers.number.mutate({ applicationId: id, stage: null })
  const printed = await work.client.dossiers.print.mutate({
    applicationId: id,
    printerId: null,
    reason: null,
  })
  const first = printed.ok ? printed.value.jobs.find((one) => one.document === 'permit') : undefined
  await expect
    .poll(async () => (await work.client.printing.job.query({ jobId: first?.id ?? '' }))?.state)
    .toBe('printed')
  await page.goto('about:blank')
  await open('/pencetakan')

  const desk = printDeskPage(page)
  await desk.choose(holder)
  await page.keyboard.press('r')
  await expect(desk.dialog.getByLabel('Alasan cetak ulang')).toBeFocused()
  await page.keyboard.insertText('Terkena tumpahan air')
  await desk.dialog.getByRole('radio', { name: 'Menyusul hari ini' }).click()
  await expectAccessible()
  await page.keyboard.press('Control+Enter')
  await expect(desk.dialog).toHaveCount(0)
  const openList = page.getByRole('list', { name: 'Persetujuan susulan' })
  const line = openList.getByRole('listitem').filter({ hasText: holder })
  await expect(line).toContainText('Terkena tumpahan air')
  // Whoever printed it is not asked to agree.
  await expect(line.getByRole('button', { name: /^Setujui/ })).toHaveCount(0)

  await work.signIn('kabid')
  await page.goto('about:blank')
  await open('/')
  await line.getByRole('button', { name: /^Setujui/ }).click()
  await expect(desk.dialog).toContainText('Terkena tumpahan air')
  await expectAccessible()
  await desk.dialog.getByRole('button', { name: 'Setujui' }).click()
  await expect(desk.dialog).toHaveCount(0)
  await expect(line).toHaveCount(0)
  const { jobs } = await work.client.dossiers.get.query({ id })
  expect(jobs.find(({ copy, document }) => document === 'permit' && copy === 2)?.second?.consentBy).toBe(
    'Haryati Mensiku, S.H.',
  )
})
