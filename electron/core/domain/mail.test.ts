import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Email } from './email.ts'
import { addMs, instantOf, msBetween } from './instant.ts'
import {
  afterInterruption,
  afterVerdict,
  isStillThisTry,
  mailDelayMs,
  mailPatienceMs,
  mailReasons,
  needsSomebody,
  type Mail,
  type MailVerdict,
} from './mail.ts'
import { readMailServer, type MailServerTyped } from './mail-server.ts'

const at = instantOf(Date.UTC(2026, 2, 2, 1))
const aMail = (change: Partial<Mail> = {}): Mail => ({
  id: 'm',
  applicationId: 'a',
  purpose: 'delivery',
  subjectId: 'p',
  to: 'kinanti@contoh.id' as Email,
  messageId: '<m@contoh.go.id>',
  fileSha256: 'ab'.repeat(32),
  replaces: null,
  askedAt: at,
  askedBy: { userId: 'u', name: 'Ratih', role: 'front-office', station: 'Loket 2' },
  state: 'sending',
  stateAt: at,
  reason: null,
  answer: null,
  attempts: 1,
  nextTryAt: at,
  tryingSince: at,
  handedAt: null,
  settled: null,
  ...change,
})

const reasons = fc.constantFrom(...mailReasons)
const later = (reason: Mail['reason']): MailVerdict => ({
  outcome: 'later',
  reason: reason ?? 'unreachable',
  of: 'server',
  answer: null,
})

describe('what becomes of a mail', () => {
  it('is tried again only after a verdict that the server certainly has not taken it', () => {
    const verdicts: fc.Arbitrary<MailVerdict> = fc.oneof(
      fc.constant({ outcome: 'sent', answer: '250 ok' } as const),
      reasons.map((reason) => ({ outcome: 'failed', reason, answer: null }) as const),
      reasons.map((reason) => ({ outcome: 'uncertain', reason, answer: null }) as const),
      fc.constant({ outcome: 'wrong-address', answer: '550 5.1.1' } as const),
      reasons.map(later),
    )
    fc.assert(
      fc.property(verdicts, fc.double({ min: 0, max: 0.999, noNaN: true }), (verdict, chance) => {
        const after = afterVerdict(aMail(), verdict, at, chance)
        expect(after.state === 'waiting').toBe(verdict.outcome === 'later')
        if (after.state === 'waiting') expect(after.handedAt).toBeNull()
        expect(after.id === 'm' && after.messageId === '<m@contoh.go.id>').toBe(true)
        expect(needsSomebody(after)).toBe(!['sent', 'waiting'].includes(after.state))
      }),
    )
  })

  it('waits at least a second and at most half an hour, and fails after three days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        reasons,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempts, reason, chance) => {
          const delay = mailDelayMs(attempts, reason, chance)
          expect(delay).toBeGreaterThanOrEqual(1_000)
          expect(delay).toBeLessThanOrEqual(30 * 60_000)
        },
      ),
    )
    const late = addMs(at, mailPatienceMs)
    expect(afterVerdict(aMail(), later('unreachable'), late, 0)).toMatchObject({
      state: 'failed',
      reason: 'unreachable',
    })
    // However often it is tried, it comes to an end.
    let mail = aMail()
    let now = at
    for (let tries = 0; mail.state !== 'failed' && tries < 100_000; tries += 1) {
      mail = { ...afterVerdict(mail, later('server-busy'), now, 0.9), attempts: mail.attempts + 1 }
      now = mail.nextTryAt > now ? mail.nextTryAt : now
    }
    expect(mail.state).toBe('failed')
    expect(msBetween(at, now)).toBeLessThanOrEqual(mailPatienceMs)
  })

  it('goes on after a kill as long as its end had not gone out, and is uncertain otherwise', () => {
    expect(afterInterruption(aMail(), at)).toMatchObject({ state: 'waiting', reason: 'station-stopped' })
    expect(afterInterruption(aMail({ handedAt: at }), at)).toMatchObject({
      state: 'uncertain',
      reason: 'station-stopped',
    })
  })

  it('takes a late verdict of its own try, and none of another one', () => {
    const tried = aMail()
    const given = afterInterruption(aMail({ handedAt: at }), at)
    expect(isStillThisTry(given, tried)).toBe(true)
    expect(isStillThisTry({ ...given, attempts: 2 }, tried)).toBe(false)
    expect(isStillThisTry(aMail({ state: 'cancelled' }), tried)).toBe(false)
  })

  it('needs nobody once it is settled, and never for a notice, which waits among the notices', () => {
    const bounced = aMail({ state: 'bounced' })
    expect(needsSomebody(bounced)).toBe(true)
    expect(needsSomebody({ ...bounced, purpose: 'notice' })).toBe(false)
    expect(needsSomebody({ ...bounced, settled: { how: 'sent-again', at, by: 'Ratih' } })).toBe(false)
  })
})

describe('the mail server as typed', () => {
  const typed: MailServerTyped = {
    host: ' SMTP.kota.go.id ',
    port: '587',
    security: 'starttls',
    clearAccepted: false,
    senderName: 'DPMPTSP\r\nBcc: lain@contoh.id',
    senderAddress: 'izin@kota.go.id',
    user: ' izin ',
  }
  it('is read without spaces, and a line end in the name begins no header', () => {
    expect(readMailServer(typed)).toMatchObject({
      ok: true,
      value: { host: 'smtp.kota.go.id', port: 587, senderName: 'DPMPTSP Bcc: lain@contoh.id', user: 'izin' },
    })
  })
  it.each([
    [{ host: 'https://kota.go.id' }, 'mail-host-wrong'],
    [{ host: '' }, 'mail-host-wrong'],
    [{ port: '0' }, 'mail-port-wrong'],
    [{ port: '65536' }, 'mail-port-wrong'],
    [{ senderName: ' ' }, 'mail-sender-name-needed'],
    [{ senderAddress: 'izin' }, 'mail-sender-wrong'],
    [{ security: 'none' }, 'mail-clear-not-accepted'],
  ] as const)('refuses %j', (change, code) => {
    expect(readMailServer({ ...typed, ...change })).toMatchObject({ ok: false, refusal: { code } })
  })
  it('goes without TLS to this very computer, or where somebody has agreed', () => {
    expect(readMailServer({ ...typed, security: 'none', host: '127.0.0.1' }).ok).toBe(true)
    expect(readMailServer({ ...typed, security: 'none', clearAccepted: true }).ok).toBe(true)
  })
})
