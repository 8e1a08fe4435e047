import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const service = { permitTypeCode: 'SIPD', kind: 'new' } as const

describe('the service standard at the counter', () => {
  it('is told for every type and kind in the list of the office', async () => {
    const offers = await desk.counter.information.offers.query()
    expect(offers.length).toBeGreaterThan(30)
    const asked = offers.flatMap(({ code, kinds }) =>
      kinds.map(({ kind }) => ({ permitTypeCode: code, kind })),
    )
    const told = await Promise.all(asked.map((one) => desk.counter.information.standard.query(one)))
    expect(told.filter((one) => one === null)).toEqual([])
    const strange = { permitTypeCode: 'TIDAK-ADA', kind: 'new' } as const
    expect(await desk.counter.information.standard.query(strange)).toBeNull()
  })

  it('is printed through the spool as often as it is asked for, and never for what is not offered', async () => {
    for (let n = 0; n < 2; n += 1) {
      const { jobId } = await desk.counter.information.print.mutate({ ...service, printerId: null })
      expect(await desk.outcome(jobId)).toBe('printed')
    }
    await expect(
      desk.counter.information.print.mutate({ ...service, permitTypeCode: 'TIDAK-ADA', printerId: null }),
    ).rejects.toThrow('tidak ditawarkan')
  })

  it('has blank papers for every kind that is filed here, and prints the chosen ones as one job', async () => {
    const offers = await desk.counter.information.offers.query()
    const asked = offers.flatMap(({ code, kinds }) =>
      kinds.map(({ kind }) => ({ permitTypeCode: code, kind })),
    )
    for (const one of asked) {
      const standard = await desk.counter.information.standard.query(one)
      const codes = standard?.forms.map(({ code }) => code) ?? []
      if (standard?.route.to !== 'own-office') {
        expect(codes).toEqual([])
        continue
      }
      const forms = ['application-form', ...codes.filter((code) => code !== 'application-form')]
      expect(codes).toEqual(forms)
      if (standard.requirements.some(({ label }) => label.startsWith('Surat kuasa')))
        expect(codes).toContain('power-of-attorney')
      if (standard.requirements.some(({ label }) => /^Surat (pernyataan|permohonan)/.test(label)))
        expect(standard.forms.filter((form) => form.asked).length).toBeGreaterThan(1)
    }
    const forms = ['application-form', 'power-of-attorney']
    const { jobId } = await desk.counter.information.printForms.mutate({ ...service, forms, printerId: null })
    expect(await desk.outcome(jobId)).toBe('printed')
    const print = (codes: string[]) =>
      desk.counter.information.printForms.mutate({ ...service, forms: codes, printerId: null })
    await expect(print([])).rejects.toThrow()
    await expect(print(['revocation-letter'])).rejects.toThrow('tidak ditawarkan')
  })

  it('prints a form with what was typed of the applicant, and a NIK among it masked', async () => {
    const { jobId } = await desk.counter.information.printForms.mutate({
      ...service,
      forms: ['power-of-attorney'],
      printerId: null,
      written: { name: 'dr. Kinanti Sebangki', phone: ' ', str: '6171044708940003' },
    })
    expect(await desk.outcome(jobId)).toBe('printed')
    const [job] = await desk.sql(`SELECT content FROM print_jobs WHERE id = '${jobId}'`)
    const content = JSON.stringify(job)
    expect(content).toContain('dr. Kinanti Sebangki')
    expect(content).toContain('6171************')
    expect(content).not.toContain('6171044708940003')
    const standard = await desk.counter.information.standard.query(service)
    const letter = standard?.forms.find(({ code }) => code === 'power-of-attorney')
    expect(letter?.answers).toEqual(['POWER_OF_ATTORNEY'])
  })

  it('takes a consultation once, however often it is told, and keeps nothing of who asked', async () => {
    const id = crypto.randomUUID()
    const order = { ...service, id, channel: 'phone' } as const
    await Promise.all([
      desk.counter.information.consult.mutate(order),
      desk.counter.information.consult.mutate(order),
    ])
    await desk.counter.information.consult.mutate({
      ...service,
      kind: 'renewal',
      id: crypto.randomUUID(),
      channel: 'counter',
    })
    const counted = await desk.printDesk.information.consultations.query()
    expect(counted).toEqual({ total: 2, counter: 1, phone: 1 })
    const [logged] = await desk.sql(`SELECT * FROM consultations WHERE id = '${id}'`)
    expect(Object.keys(logged ?? {}).sort()).toEqual([
      'answered_at',
      'answered_by',
      'channel',
      'id',
      'kind',
      'permit_type_code',
      'question',
      'station',
    ])
    expect(logged).toMatchObject({ permit_type_code: 'SIPD', kind: 'new', channel: 'phone' })
    await expect(
      desk.counter.information.consult.mutate({
        ...order,
        id: crypto.randomUUID(),
        permitTypeCode: 'TIDAK-ADA',
      }),
    ).rejects.toThrow('tidak ditawarkan')
  })
})
