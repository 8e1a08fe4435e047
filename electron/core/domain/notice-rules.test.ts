import { describe, expect, it } from 'vitest'
import type { ApplicationEvent } from './application-event.ts'
import { afterTry, type Notice } from './notice.ts'
import { noticeContacts, noticeOnEntering, noticesAfter, wasWrong } from './notice-rules.ts'
import { parsePhone } from './phone.ts'
import type { StageNoticeKind } from './stage-table.ts'
import {
  accepted,
  aMove,
  anApplicant,
  anApplication,
  anId,
  aRegisteredDossier,
  handedOver,
  instant,
  issued,
  refused,
  returned,
  withEvent,
  withdrawn,
  type Dossier,
} from './testing/builders.ts'

/** The last event as if the stage that it opened carried this word. */
const telling = (dossier: Dossier, tells: StageNoticeKind): Dossier => {
  const last = dossier.events.at(-1)
  if (last?.body.action !== 'moved') throw new Error('only a move tells')
  const event: ApplicationEvent = { ...last, body: { ...last.body, tells } }
  return { state: dossier.state, events: [...dossier.events.slice(0, -1), event] }
}
const tellingMove = (dossier: Dossier, tells: StageNoticeKind): Dossier => {
  const at = dossier.events.findLastIndex((one) => one.body.action === 'moved')
  return {
    state: dossier.state,
    events: dossier.events.map((one, index) =>
      index === at && one.body.action === 'moved' ? { ...one, body: { ...one.body, tells } } : one,
    ),
  }
}

/** What is known after a change, given what was known before it. */
const follow = (known: readonly Notice[], before: Dossier | null, after: Dossier): readonly Notice[] => {
  const changed = noticesAfter(known, after.events.slice(before?.events.length ?? 0), after.state)
  return [
    ...known.map((one) => changed.find((other) => other.id === one.id) ?? one),
    ...changed.filter((one) => !known.some((other) => other.id === one.id)),
  ]
}
const briefly = (notices: readonly Notice[]): string[] => notices.map((one) => `${one.kind} ${one.state}`)

const registered = aRegisteredDossier()
const inProcess = telling(accepted(registered, '2026-03-09'), 'accepted')
const sentBack = telling(returned(inProcess), 'returned')
const ready = tellingMove(issued(inProcess), 'ready')

describe('what the procedure has the applicant told', () => {
  const stage = (...notifies: readonly StageNoticeKind[]) => [{ notifies }]
  const permit = { track: 'permit', accepted: true } as const

  it('is the word of the stage that fits the way of the dossier', () => {
    expect(noticeOnEntering(stage('ready', 'refused'), 'forward', permit)).toBe('ready')
    expect(noticeOnEntering(stage('ready', 'refused'), 'forward', { ...permit, track: 'refusal' })).toBe(
      'refused',
    )
    expect(noticeOnEntering(stage('returned'), 'return-to-applicant', permit)).toBe('returned')
    expect(noticeOnEntering(stage('accepted'), 'forward', { ...permit, accepted: false })).toBeNull()
    expect(noticeOnEntering(stage('accepted'), 'back', permit)).toBeNull()
    expect(noticeOnEntering(stage(), 'forward', permit)).toBeNull()
  })
})

describe('notices of an application', () => {
  it('are made by the move, one to an event, with the facts of that moment', () => {
    const made = follow([], registered, inProcess)
    expect(made).toMatchObject([
      {
        id: inProcess.events.at(-1)?.id,
        kind: 'accepted',
        state: 'waiting',
        facts: { dueOn: '2026-03-09', items: [], note: null },
      },
    ])
    expect(follow(made, registered, inProcess)).toEqual(made)
  })

  it('a return overtakes the promise that nobody has told yet', () => {
    const known = follow(follow([], registered, inProcess), inProcess, sentBack)
    expect(briefly(known)).toEqual(['accepted obsolete', 'returned waiting'])
    expect(known[1]?.facts.note).toBe('Foto kurang jelas')
  })

  it('what was told stays told, whatever comes later', () => {
    const [made] = follow([], registered, inProcess)
    const told = afterTry(made!, {
      id: anId(1, 'd'),
      channel: 'whatsapp',
      outcome: 'reached',
      at: instant('2026-03-02T04:00:00.000Z'),
      by: 'Ratih',
      note: null,
    })
    expect(briefly(follow([told], inProcess, sentBack))).toEqual(['accepted told', 'returned waiting'])
  })

  it('a promised day that moves is said as it is now', () => {
    const known = follow([], registered, inProcess)
    const moved = withEvent(inProcess, {
      action: 'promise-changed',
      from: inProcess.state.dueOn!,
      to: '2026-03-10' as never,
      why: [],
    })
    expect(follow(known, inProcess, moved)).toMatchObject([
      { kind: 'accepted', state: 'waiting', facts: { dueOn: '2026-03-10' } },
    ])
  })

  it('acceptance is said once, and once more after the applicant had it back', () => {
    const known = follow([], registered, inProcess)
    const again = telling(withEvent(inProcess, aMove(inProcess, ['verification'])), 'accepted')
    expect(briefly(follow(known, inProcess, again))).toEqual(['accepted waiting'])
    const repaired = telling(withEvent(sentBack, aMove(sentBack, ['verification'])), 'accepted')
    expect(briefly(follow(follow(known, inProcess, sentBack), sentBack, repaired))).toEqual([
      'accepted obsolete',
      'returned obsolete',
      'accepted waiting',
    ])
  })

  it('nobody is told to fetch what was handed over already', () => {
    const known = follow([], inProcess, ready)
    expect(briefly(known)).toEqual(['ready waiting'])
    expect(briefly(follow(known, ready, handedOver(ready)))).toEqual(['ready obsolete'])
  })

  it('a refusal is told when its letter can be fetched', () => {
    const letter = tellingMove(refused(inProcess), 'refused')
    expect(briefly(follow([], inProcess, letter))).toEqual(['refused waiting'])
  })

  it('a withdrawn application has nothing to tell', () => {
    const known = follow([], inProcess, sentBack)
    expect(briefly(follow(known, sentBack, withdrawn(sentBack)))).toEqual(['returned obsolete'])
  })

  it('who stands at the counter reads it on the receipt', () => {
    expect(follow([], null, inProcess)).toEqual([])
    const online = aRegisteredDossier({ data: anApplication({ channel: 'online' }) })
    expect(briefly(follow([], null, telling(accepted(online, null), 'accepted')))).toEqual([
      'accepted waiting',
    ])
  })
})

describe('a try to reach somebody', () => {
  const [made] = follow([], registered, inProcess)
  const aTry = (n: number, outcome: 'reached' | 'no-answer' | 'wrong-number' | 'printed') =>
    ({
      id: anId(n, 'd'),
      channel: 'phone',
      outcome,
      at: instant('2026-03-02T04:00:00.000Z'),
      by: 'Ratih',
      note: null,
    }) as const

  it('leaves the notice waiting until somebody was reached or the slip was printed', () => {
    const once = afterTry(made!, aTry(1, 'no-answer'))
    expect(once.state).toBe('waiting')
    expect(afterTry(once, aTry(2, 'wrong-number')).state).toBe('waiting')
    expect(afterTry(once, aTry(2, 'reached'))).toMatchObject({ state: 'told', tries: [{}, {}] })
    expect(afterTry(once, aTry(2, 'printed')).state).toBe('printed')
  })

  it('counts once, however often it is sent', () => {
    const once = afterTry(made!, aTry(1, 'no-answer'))
    expect(afterTry(once, aTry(1, 'no-answer'))).toBe(once)
  })
})

describe('a number that was found wrong', () => {
  const [made] = follow([], registered, inProcess)
  const found = (numbers?: readonly string[]) =>
    afterTry(made!, {
      id: anId(1, 'd'),
      channel: 'phone',
      outcome: 'wrong-number',
      at: instant('2026-03-02T04:00:00.000Z'),
      by: 'Ratih',
      note: null,
      numbers,
    })
  const phone = (text: string) => {
    const read = parsePhone(text)
    if (!read.ok) throw new Error(text)
    return read.value
  }

  it('is told until it is mended', () => {
    const notice = found([phone('081255000173')])
    expect(wasWrong(notice, phone('081255000173'))).toBe(true)
    expect(wasWrong(notice, phone('081255000174'))).toBe(false)
  })

  it('is any number where the try did not keep it', () => {
    expect(wasWrong(found(), phone('081255000174'))).toBe(true)
    expect(wasWrong(made!, phone('081255000174'))).toBe(false)
  })
})

describe('whom to call', () => {
  const contacts = (phone: string | null, representative: { name: string; phone: string } | null = null) =>
    noticeContacts({
      applicant: anApplicant({ phone }),
      data: anApplication({
        representative: representative && { ...representative, nik: null, relation: 'kuasa' },
      }),
    })

  it('is the holder first, then the representative', () => {
    expect(
      contacts('+6281255000173', { name: 'Bagus', phone: '+6281255000300' }).map((one) => [
        one.who,
        one.mobile,
      ]),
    ).toEqual([
      ['holder', true],
      ['representative', true],
    ])
  })

  it('takes no messages on a landline, and is nobody without a number', () => {
    expect(contacts('+62561733210')[0]?.mobile).toBe(false)
    expect(contacts(null)).toEqual([])
    expect(contacts('tidak ada')).toEqual([])
  })
})
