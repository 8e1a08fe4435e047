import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { rebuildState } from '#domain/application-history.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { openOfficeAtWork } from '../testing/office-walk.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'
import { card, handoverWork } from '../testing/handover-work.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const { ready, together, stateOf, historyOf } = handoverWork(() => desk)

describe('several papers for one receiver', () => {
  it('go out in one act with one receipt, and every dossier’s history tells of it', async () => {
    const ids = [await ready(701), await ready(702), await ready(703)]
    const handed = await together(ids)
    if (!handed.ok) throw new Error(JSON.stringify(handed.refusal))
    expect(await desk.outcome(handed.value.jobId ?? '')).toBe('printed')
    for (const id of ids) {
      expect(await historyOf(id)).toContain(
        'Diserahkan kepada Bagas Tirtamulya bersama 2 surat lain; surat kuasa dan KTP diperiksa',
      )
      const state = await stateOf(id)
      expect(state.openStages).toEqual([])
      expect(rebuildState(await desk.besides.queries.history(id))).toEqual(state)
    }
    const jobs = await desk.sql<{ content: string }>(
      "SELECT content FROM print_jobs WHERE document = 'handover-receipt' AND id = ?",
      handed.value.jobId,
    )
    expect(jobs).toHaveLength(1)
    const content = JSON.parse(jobs[0]?.content ?? '{}') as { data: { papers: unknown[] } }
    expect(content.data.papers).toHaveLength(3)
  })

  it('stay here all together when one of them has gone, and the refusal names it and who was first', async () => {
    const [first, second] = [await ready(711), await ready(712)]
    const alone = await together([second], { receivedBy: 'Sari Kapuas', relation: 'Adik' })
    expect(alone).toMatchObject({ ok: true })
    const refused = await together([first, second])
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        code: 'paper-refused',
        applicationId: second,
        registrationNumber: (await stateOf(second)).registrationNumber.text,
        refusal: { code: 'already-handed-over', receivedBy: 'Sari Kapuas' },
      },
    })
    expect((await stateOf(first)).handedOverAt).toBeNull()
    expect((await stateOf(first)).prints['handover-receipt']).toBeUndefined()
    expect(await together([first])).toMatchObject({ ok: true })
  })

  it('are handed over once by two clerks at the same time, and once by an order that is sent again', async () => {
    const ids = [await ready(721), await ready(722)]
    const other = await desk.signIn('front-office')
    const order = {
      actId: randomUUID(),
      papers: ids.map((applicationId) => ({ applicationId, oldPermit: null })),
      receivedBy: 'Bagas Tirtamulya',
      relation: 'Staf RSUD',
      receiverNik: null,
      identity: { card: 'ktp', letterOfAuthority: true },
      printerId: null,
    } as const
    const reversed = { ...order, actId: randomUUID(), papers: order.papers.toReversed() }
    const answers = await Promise.all([
      desk.counter.handover.handOverTogether.mutate(order),
      other.handover.handOverTogether.mutate(reversed),
    ])
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(answers.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'paper-refused' } })
    const winner = answers[0].ok ? order : reversed
    const again = await desk.counter.handover.handOverTogether.mutate(winner)
    expect(again).toEqual(answers.find((one) => one.ok))
    const rows = await desk.sql('SELECT id FROM handovers WHERE application_id IN (?, ?)', ...ids)
    expect(rows).toHaveLength(2)
  })

  it('belong to one holder when the holder fetches them', async () => {
    const own = await ready(731)
    const another = await ready(732)
    const self = { receivedBy: 'dr. Siapa', relation: 'self', identity: card }
    expect(await together([own, another], self)).toMatchObject({
      ok: false,
      refusal: {
        code: 'paper-refused',
        applicationId: another,
        refusal: { code: 'paper-of-another-holder' },
      },
    })
    expect(await together([own], self)).toMatchObject({ ok: true })
  })

  it('go either by e-mail or over the counter, never both at once', { timeout: 120_000 }, async () => {
    const office = await openOfficeAtWork('tanjungpinang')
    try {
      const id = await office.takeIn({ permitTypeCode: 'SIPOP' })
      const isReady = (state: ApplicationState) =>
        state.openStages.some((one) => one.stage === 'registrasi-keluar')
      await office.walk(id, isReady)
      const counter = await office.as('front-office')
      const receiver = { relation: 'Suami', receiverNik: null, printerId: null }
      const answers = await Promise.all([
        counter.handover.handOver.mutate({
          applicationId: id,
          receivedBy: '',
          identity: null,
          method: 'email',
          ...receiver,
        }),
        counter.handover.handOverTogether.mutate({
          actId: randomUUID(),
          papers: [{ applicationId: id, oldPermit: null }],
          receivedBy: 'Bagas Tirtamulya',
          identity: { card: 'ktp', letterOfAuthority: true },
          ...receiver,
        }),
      ])
      expect(answers.filter((one) => one.ok)).toHaveLength(1)
      expect(answers.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'already-handed-over' } })
      expect(await office.damages()).toEqual([])
    } finally {
      await office.close()
    }
  })
})

describe('a lost receipt', () => {
  it('needs a signed statement, which is printed here and told in the history', async () => {
    const id = await ready(751)
    expect(await together([id], { receipt: 'lost' })).toMatchObject({
      refusal: { code: 'loss-statement-needed' },
    })
    const printed = await desk.counter.handover.printLossStatement.mutate({
      applicationIds: [id],
      receivedBy: 'Bagas Tirtamulya',
      relation: 'Staf RSUD',
      printerId: null,
    })
    if (!printed.ok) throw new Error(printed.refusal.code)
    expect(await desk.outcome(printed.value.jobId)).toBe('printed')
    expect(await together([id], { receipt: 'lost', statementSigned: true })).toMatchObject({ ok: true })
    const history = await historyOf(id)
    expect(history).toContain('Surat pernyataan kehilangan tanda terima dicetak')
    expect(history.join('\n')).toContain('tanda terima hilang, surat pernyataan ditandatangani')
  })
})

describe('the rack and those who do not come', () => {
  it('keeps a place until the paper goes, and the same place again is no second line', async () => {
    const id = await ready(771)
    const place = (text: string | null) =>
      desk.counter.handover.placeOnRack.mutate({ applicationId: id, place: text })
    expect(await place('a-12')).toEqual({ ok: true, value: { rackPlace: 'A-12' } })
    expect(await place('A-12')).toEqual({ ok: true, value: { rackPlace: 'A-12' } })
    expect(await place('rak paling atas sekali')).toMatchObject({ refusal: { code: 'rack-place-wrong' } })
    expect((await historyOf(id)).filter((one) => one.includes(' rak '))).toEqual(['Ditaruh di rak A-12'])
    const { lines } = await desk.counter.handover.ready.query()
    expect(lines.find((one) => one.id === id)).toMatchObject({ rackPlace: 'A-12', reminders: 0 })
    expect(await together([id])).toMatchObject({ ok: true })
    expect((await stateOf(id)).rackPlace).toBeUndefined()
    expect(await place('B-1')).toMatchObject({ refusal: { code: 'nothing-on-the-rack' } })
  })

  it('counts a reminder once, though two clerks or a repeated order tell of it', async () => {
    const id = await ready(772)
    const remind = (seen: number) =>
      desk.counter.handover.noteReminder.mutate({ applicationId: id, channel: 'whatsapp', seen })
    expect(await remind(0)).toEqual({ ok: true, value: { reminders: 1 } })
    expect(await remind(0)).toEqual({ ok: true, value: { reminders: 1 } })
    expect(await remind(1)).toEqual({ ok: true, value: { reminders: 2 } })
    const { lines } = await desk.counter.handover.ready.query()
    expect(lines.find((one) => one.id === id)).toMatchObject({ reminders: 2 })
  })
})
