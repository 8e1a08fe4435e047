import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { originalsToReturn } from '#domain/kept-originals.ts'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const paperOf = (requirementCode: string, change: object) => ({
  requirementCode,
  number: '',
  date: '',
  issuer: '',
  validUntil: '',
  form: '' as const,
  count: '',
  ...change,
})

describe('originals that the office keeps', () => {
  it('stand on the receipt with their number, in the history, and are owed', async () => {
    const form = await desk.fill({ nik: '6171044708940601', phone: '081234560601' })
    const papers = [
      ...form.papers.filter(({ requirementCode }) => requirementCode !== 'STR'),
      paperOf('STR', { kept: true, form: 'original', count: '2' }),
    ]
    const id = await desk.takeIn({ ...form, papers })
    const state = await desk.besides.queries.findApplication(id)
    expect(state && originalsToReturn(state)).toMatchObject([
      { requirementCode: 'STR', count: 2, keptBy: 'Petugas Front Office', returned: null },
    ])
    const view = await desk.counter.dossiers.get.query({ id })
    const label = view.requirements.find(({ code }) => code === 'STR')?.label ?? ''
    expect(view.history.map(({ text }) => text)).toContain(`Asli ditahan kantor: ${label}`)
    const receipt = await desk.office.fetch('front-office', `/files/receipt/${id}.pdf`)
    const text = squeeze(pdfText(new Uint8Array(await receipt.arrayBuffer())))
    expect(text).toContain(squeeze(`Asli ditahan kantor: ${label}, 2 lembar.`))
    expect(text).toContain('Dikembalikan saat hasil permohonan diserahkan.')
  })

  it('are none of a paper that was not brought', async () => {
    const form = await desk.fill({ nik: '6171044708940602', phone: '081234560602' })
    const papers = [...form.papers, paperOf('UNASKED', { kept: true })]
    const id = await desk.takeIn({ ...form, papers })
    const state = await desk.besides.queries.findApplication(id)
    expect(state && originalsToReturn(state)).toEqual([])
  })
})
