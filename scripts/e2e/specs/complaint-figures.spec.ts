import { deskWork } from '../desk-work.ts'
import { expect, test } from '../fixtures.ts'

test('a figure about complaints opens those behind it, one of them opens, and the way back leads to the same figure', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open()
  const { client, signIn } = deskWork(page)
  await signIn('kabid')
  const { day } = await client.overview.now.query()
  const year = day.slice(0, 4)
  for (const name of ['Nuraini Kapuasari', 'Sari Landak']) {
    const entered = await client.complaints.enter.mutate({
      id: crypto.randomUUID(),
      form: {
        channel: 'counter',
        receivedOn: day.split('-').toReversed().join('-'),
        anonymous: false,
        name,
        contact: '',
        topic: 'waktu',
        text: 'Sudah ditanyakan dua kali.',
        applicationId: null,
      },
    })
    expect(entered).toMatchObject({ ok: true })
  }
  await page.goto('about:blank')
  await open(`/laporan/pengaduan?dari=${year}-01-01&sampai=${year}-12-31`)
  const topics = page.getByRole('table', { name: 'Menurut pokok' })
  const figure = topics.getByRole('button', { name: /masuk, Waktu penyelesaian$/ })
  const count = Number(await figure.innerText())
  expect(count).toBeGreaterThan(1)
  await figure.click()
  const behind = page.getByRole('listbox', { name: 'Di balik angka' })
  await expect(behind.getByRole('option')).toHaveCount(count)
  await expectAccessible()
  await page.keyboard.press('Escape')
  await expect(behind).toHaveCount(0)
  await expect(figure).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(behind).toBeVisible()
  const first = behind.getByRole('option').first()
  const number = /ADU-\d{4}-\d{4}/.exec(await first.innerText())?.[0] ?? ''
  await first.dblclick()
  await expect(page.getByRole('heading', { level: 2, name: number })).toBeVisible()
  await page.goBack()
  await expect(behind.getByRole('option')).toHaveCount(count)

  await open('/laporan/register/register-in')
  const lines = page.getByRole('grid', { name: 'Register masuk' }).getByRole('row')
  await expect(lines.nth(1)).toBeVisible()
  await lines.nth(2).click()
  await expect(lines.nth(2)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/berkas\//)
  await page.goBack()
  await expect(lines.nth(2)).toHaveAttribute('aria-selected', 'true')
})
