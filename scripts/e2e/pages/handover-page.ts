import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** *Penyerahan Izin*: what waits, the scan field, and the one at the counter. */
export const handoverPage = (page: Page) => {
  const list = page.getByRole('grid', { name: 'Izin yang siap diambil' })
  const scan = page.getByRole('textbox', { name: 'Pindai tanda terima pemohon' })
  return {
    list,
    scan,
    rows: list.getByRole('row').filter({ has: page.getByRole('gridcell') }),
    /** Another list than what is ready. */
    show: (name: string) =>
      page
        .getByRole('radiogroup', { name: 'Daftar' })
        .getByRole('radio', { name: new RegExp(`^${name}`) })
        .click(),
    chosen: (name: string) => page.getByRole('heading', { level: 2, name }),
    part: (name: string) => page.getByRole('region', { name, exact: true }),
    seen: page.getByRole('checkbox', { name: /^KTP cocok dengan/ }),
    done: (name: string) =>
      page.getByText(new RegExp(`^(Diserahkan|Berkas dikembalikan) kepada ${name} pukul`)),
    dialog: page.getByRole('dialog'),
    /** Signs in the open field with a hand that moves. */
    async sign() {
      const field = page.getByRole('dialog').getByRole('img', { name: 'Bidang tanda tangan' })
      await expect(field).toBeVisible()
      const frame = await field.boundingBox()
      if (frame === null) throw new Error('there is nothing to sign in')
      const at = (x: number, y: number) => [frame.x + frame.width * x, frame.y + frame.height * y] as const
      await page.mouse.move(...at(0.2, 0.6))
      await page.mouse.down()
      for (const [x, y] of [
        [0.3, 0.2],
        [0.4, 0.7],
        [0.5, 0.3],
        [0.6, 0.65],
        [0.8, 0.4],
      ] as const)
        await page.mouse.move(...at(x, y), { steps: 6 })
      await page.mouse.up()
    },
    async open() {
      await page.getByRole('link', { name: /^Penyerahan Izin/ }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Penyerahan Izin' })).toBeVisible()
      await expect(scan).toBeFocused()
    },
    async find(text: string) {
      await scan.fill(text)
      await scan.press('Enter')
    },
  }
}
