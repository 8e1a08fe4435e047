import { describe, expect, it } from 'vitest'
import type { TimeOfDay } from './time-of-day.ts'
import { delayReasonsOf, longestDelayReason, readDelayReason } from './delay-reason.ts'
import { accepted, anId, aRegisteredDossier, day, withEvent } from './testing/builders.ts'

describe('why a dossier takes longer', () => {
  it('is written in words, and in a few of them', () => {
    expect(readDelayReason('  pemohon berhalangan ')).toEqual({ ok: true, value: 'pemohon berhalangan' })
    expect(readDelayReason('  ')).toMatchObject({ refusal: { code: 'delay-reason-empty' } })
    expect(readDelayReason('a'.repeat(longestDelayReason))).toMatchObject({ ok: true })
    expect(readDelayReason('a'.repeat(longestDelayReason + 1))).toMatchObject({
      refusal: { code: 'delay-reason-long', most: longestDelayReason },
    })
  })

  it('is told by its history in its order, a visit that was put off among them; notes of other acts are none', () => {
    const explained = withEvent(
      accepted(aRegisteredDossier(), null),
      { action: 'delay-explained', reasonId: anId(1) },
      { note: 'STR menunggu keterangan' },
    )
    const { events } = withEvent(explained, { action: 'rack-placed', place: 'A1' }, { note: 'bukan alasan' })
    const last = events.at(-1)
    if (last === undefined) throw new Error('a history of nothing')
    const time = {
      date: day('2026-03-05'),
      from: '09:00' as TimeOfDay,
      until: '10:00' as TimeOfDay,
      place: 'RSUD',
    }
    const postponed = {
      ...last,
      note: 'hujan',
      body: { action: 'appointment-postponed', appointmentId: anId(2), from: time, to: time },
    } as const
    expect(delayReasonsOf([...events, postponed])).toMatchObject([
      { reason: 'STR menunggu keterangan', postponed: false },
      { reason: 'hujan', postponed: true },
    ])
  })
})
