import { createCanvas } from '@napi-rs/canvas'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { pdfBytes } from '#domain/testing/files.ts'

/** A file as a clerk chooses it. */
export interface ChosenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export const scannedPdf = (name: string): ChosenFile => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(pdfBytes()),
})

/** A portrait of nobody. */
export function portrait(name: string, widthPx = 600, heightPx = 800): ChosenFile {
  const canvas = createCanvas(widthPx, heightPx)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#b5453f'
  pen.fillRect(0, 0, widthPx, heightPx)
  pen.fillStyle = '#eeeeee'
  pen.arc(widthPx / 2, heightPx * 0.4, widthPx / 4, 0, Math.PI * 2)
  pen.fill()
  return { name, mimeType: 'image/jpeg', buffer: canvas.toBuffer('image/jpeg') }
}

/** A picture whose file is large because nothing in it repeats. */
export function noisyPicture(name: string, side = 900): ChosenFile {
  const canvas = createCanvas(side, side)
  const pen = canvas.getContext('2d')
  const picture = pen.createImageData(side, side)
  let seed = 20261119
  for (let index = 0; index < picture.data.length; index += 1) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    picture.data[index] = index % 4 === 3 ? 255 : seed >>> 24
  }
  pen.putImageData(picture, 0, 0)
  return { name, mimeType: 'image/png', buffer: canvas.toBuffer('image/png') }
}

/** *Terima Permohonan*. */
export const intakePage = (page: Page) => {
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  /** As an input method writes: a burst of keys would count as a barcode scanner. */
  const write = (text: string) => page.keyboard.insertText(text)
  /** The field that has the focus, by its name on the form. */
  const fieldInFocus = () =>
    page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null)
  const row = (code: string) => page.locator(`[data-field="documents.${code}"]`)
  return {
    press,
    write,
    fieldInFocus,
    row,
    field: (label: string) => page.getByRole('textbox', { name: label, exact: true }),
    save: page.getByRole('button', { name: /^Simpan & Cetak Tanda Terima/ }),
    draftSaved: page.getByText(/^Draf tersimpan \d\d\.\d\d\.\d\d$/),

    /** F2 from anywhere; the focus is in NIK then. */
    async open() {
      await press('F2')
      await expect(page.getByLabel('NIK', { exact: true })).toBeFocused()
    },

    /** The empty form of the next applicant, from the one that was just taken in. */
    async beginNext() {
      await press('F2')
      await expect(page.getByLabel('NIK', { exact: true })).toHaveValue('')
      await expect(page.getByLabel('NIK', { exact: true })).toBeFocused()
    },

    /** A day of the first session, by its key: what comes above the days meanwhile takes them from under a pointer. */
    async pickDay(day: string) {
      const button = page.getByRole('button', { name: day })
      await button.press('Space')
      await expect(button).toHaveAttribute('aria-pressed', 'true')
    },

    /** Chooses from a list: by typing where it can be typed, else by opening it. */
    async choose(label: string, option: string | RegExp, typed?: string) {
      const list = page.getByRole('combobox', { name: label, exact: true })
      await list.click()
      if (typed !== undefined) await list.fill(typed)
      await page
        .getByRole('option', { name: option, exact: typeof option === 'string' })
        .first()
        .click()
    },

    /** Chooses a permit type by its code, and waits for what it asks. */
    async chooseType(code: string) {
      const list = page.getByRole('combobox', { name: 'Jenis izin', exact: true })
      await list.click()
      await list.fill(code)
      await page
        .getByRole('option', { name: new RegExp(`^${code} `) })
        .first()
        .click()
      await expect(list).toHaveValue(new RegExp(`^${code} `))
      await expect(page.getByRole('combobox', { name: 'Macam permohonan' })).not.toHaveValue('')
    },

    chooseKind(kind: string | RegExp) {
      return this.choose('Macam permohonan', kind)
    },

    /** Somebody unknown, with what every person is asked. */
    async typePerson(person: { readonly nik: string; readonly name: string }) {
      await page.getByLabel('NIK', { exact: true }).fill(person.nik)
      await page.getByLabel(/^Nama sesuai (KTP|identitas)$/).fill(person.name)
      await page.getByLabel('Tempat lahir', { exact: true }).fill('Pontianak')
      await page.getByLabel('Nomor HP (WhatsApp)', { exact: true }).fill('081255000173')
      await page.getByLabel(/^Alamat sesuai (KTP|identitas)$/).fill('Jalan Khatulistiwa Gang Teluk Indah 5')
    },

    /** Tab until a field has the focus. */
    async tabTo(field: string) {
      for (let steps = 0; steps < 40; steps += 1) {
        if ((await fieldInFocus()) === field) return
        await press('Tab')
      }
      throw new Error(`Tab never came to ${field}; it stands at ${await fieldInFocus()}`)
    },

    /** Types a whole walk-in of a doctor at the city's hospital, field by field with Tab. */
    async typeWalkIn(person: { readonly nik: string; readonly name: string; readonly strNumber: string }) {
      await write(person.nik)
      await this.tabTo('name')
      await write(person.name)
      await this.tabTo('nameOnPermit')
      await write(`dr. ${person.name}`)
      await this.tabTo('birthPlace')
      await write('Pontianak')
      await this.tabTo('phone')
      await write('081255000173')
      await this.tabTo('addressKtp')
      await write('Jalan Khatulistiwa Gang Teluk Indah 5')
      await this.tabTo('village')
      await write('batu la')
      await expect(page.getByRole('option', { name: /Batu Layang|Batulayang/ })).toBeVisible()
      await press('Enter')
      await expect(page.getByLabel('Kecamatan', { exact: true }).first()).toHaveValue('Pontianak Utara')
      await this.tabTo('permitTypeCode')
      await write('dokter')
      await expect(page.getByRole('option', { name: /SIPD/ }).first()).toBeVisible()
      await press('Enter')
      await expect(row('ID_PHOTO')).toBeVisible()
      await this.tabTo('strNumber')
      await write(person.strNumber)
      await this.tabTo('facilityName')
      await write('RSUD Kota Pontianak')
      await this.tabTo('facilityAddress')
      await write('Jalan Kom Yos Sudarso')
      await this.tabTo('schedule.0')
      await press('Space', 'ArrowRight', 'Space', 'ArrowRight', 'Space')
      await page.getByLabel('Mulai', { exact: true }).focus()
      await write('17.00')
      await press('Tab')
      await write('20.00')
      await press('Tab')
    },

    /** Lets a file fall into the row of a requirement. */
    async attach(code: string, file: ChosenFile) {
      await row(code).locator('input[type=file]').setInputFiles(file)
    },

    /** Every requirement of the checklist that has no file yet, the photo cut as it stands. */
    async attachEverything() {
      const rows = page.locator('tr[data-field^="documents."]')
      await expect(rows.first()).toBeVisible()
      for (const one of await rows.all()) {
        const input = one.locator('input[type=file]')
        if ((await input.count()) === 0) continue
        const isPhoto = (await one.getAttribute('data-field')) === 'documents.ID_PHOTO'
        await input.setInputFiles(isPhoto ? portrait('foto.jpg') : scannedPdf('pindai.pdf'))
        if (isPhoto) await page.getByRole('button', { name: 'Pakai foto ini' }).click()
        await expect(one.getByRole('button', { name: /^Ganti / })).toBeVisible()
      }
    },
  }
}
