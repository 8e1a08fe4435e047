import { expect, it } from 'vitest'
import { instant } from '../testing/builders.ts'
import { sayNoticeRefusal } from './notices.ts'

it('who was told already is said with day and hour, however long ago', () => {
  const refusal = { code: 'notice-told', by: 'Rini', at: instant('2026-11-18T18:05:00.000Z') } as const
  expect(sayNoticeRefusal(refusal, 'Asia/Pontianak')).toContain('oleh Rini, 19 November 2026 pukul 01.05.')
})
