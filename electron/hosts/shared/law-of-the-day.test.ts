import { describe, expect, it, onTestFinished } from 'vitest'
import { openCounterDesk } from '../testing/counter-desk.ts'

interface Day {
  readonly now: string
  readonly law: string
  readonly str: { readonly strLifetime: boolean; readonly strValidUntil: string }
  readonly asked: readonly string[]
  readonly notAsked: readonly string[]
  readonly validUntil: string
}

// The same doctor at the same hospital, on three working mornings.
const days: readonly Day[] = [
  {
    now: '2022-03-01T02:24:00.000Z',
    law: 'Permenkes 2052/2011',
    str: { strLifetime: false, strValidUntil: '30-06-2024' },
    asked: ['ORG_RECOMMENDATION', 'HEALTH_LETTER', 'APPLICATION_LETTER'],
    notAsked: ['FIRST_SIP_STATEMENT', 'PLACE_LETTER'],
    validUntil: '2024-06-30',
  },
  {
    now: '2024-03-01T02:24:00.000Z',
    law: 'UU 17/2023',
    str: { strLifetime: true, strValidUntil: '' },
    asked: ['FIRST_SIP_STATEMENT', 'PLACE_LETTER', 'STR'],
    notAsked: ['ORG_RECOMMENDATION', 'HEALTH_LETTER'],
    validUntil: '2029-02-28',
  },
  {
    now: '2026-11-19T02:24:00.000Z',
    law: 'Permenkes 13/2025',
    str: { strLifetime: true, strValidUntil: '' },
    asked: ['FIRST_SIP_STATEMENT', 'PLACE_LETTER', 'STR'],
    notAsked: ['ORG_RECOMMENDATION', 'HEALTH_LETTER'],
    validUntil: '2031-11-18',
  },
]

describe('the law of the filing day', () => {
  it.each(days)('$law decides what is asked and how long the permit holds on $now', async (day) => {
    const desk = await openCounterDesk(day.now)
    onTestFinished(() => desk.close())
    const id = await desk.takeIn(day.str)
    const codes = (await desk.counter.dossiers.get.query({ id })).requirements.map((one) => one.code)
    expect(codes).toEqual(expect.arrayContaining([...day.asked]))
    expect(codes.filter((code) => day.notAsked.includes(code))).toEqual([])
    await desk.toPrintDesk(id)
    // The number is taken under a later law, the permit keeps that of its filing.
    const numbered = await desk.printDesk.dossiers.number.mutate({ applicationId: id, stage: null })
    expect(numbered).toMatchObject({ ok: true, value: { product: { validUntil: day.validUntil } } })
  })

  it('limits the places by the profession’s own rule before it says three for all', async () => {
    const nurse = { permitTypeCode: 'SIPP', nameOnPermit: 'Kinanti Sebangki' } as const
    for (const [now, limit] of [
      ['2024-03-01T02:24:00.000Z', 2],
      ['2026-11-19T02:24:00.000Z', 3],
    ] as const) {
      const desk = await openCounterDesk(now)
      onTestFinished(() => desk.close())
      for (let place = 1; place <= limit; place += 1)
        await desk.takeIn({ ...nurse, facilityName: `RS ${'ABC'[place - 1]}` })
      const { applicationId } = await desk.counter.intake.begin.mutate()
      const form = await desk.fill({ ...nurse, facilityName: 'RS Z' })
      const order = { applicationId, draftId: null, form, printerId: null }
      expect(await desk.counter.intake.register.mutate(order)).toMatchObject({
        refusal: { code: 'place-limit-reached', limit, held: limit },
      })
    }
  })
})
