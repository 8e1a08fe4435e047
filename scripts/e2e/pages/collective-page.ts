import type { Page } from '@playwright/test'

/** A bringer on their own, as typed. */
export interface TypedBringer {
  readonly name: string
  readonly nik: string
  readonly phone: string
}

/** *Pengajuan kolektif* on *Terima Permohonan*. */
export const collectivePage = (page: Page) => {
  const drawer = page.getByRole('dialog', { name: 'Pengajuan kolektif' })
  const list = page.getByRole('complementary', { name: 'Berkas kolektif' })
  return {
    drawer,
    list,
    dialog: page.getByRole('dialog'),
    filer: (name: string) =>
      page.getByRole('radiogroup', { name: 'Yang mengajukan' }).getByRole('radio', { name, exact: true }),
    row: (name: string) => list.getByRole('listitem').filter({ hasText: name }),
    /** Goes on with what was begun in this list and not saved. */
    resume: (name: string) =>
      list.getByRole('button', { name: `Lanjutkan ${name}`, exact: true }).press('Enter'),
    async type({ name, nik, phone }: TypedBringer) {
      await drawer.getByLabel('Nama yang membawa', { exact: true }).fill(name)
      await drawer.getByLabel('NIK yang membawa', { exact: true }).fill(nik)
      await drawer.getByLabel('Nomor HP yang membawa', { exact: true }).fill(phone)
    },
  }
}
