import { describe, expect, it } from 'vitest'
import type { SecretBox } from '#ports/secrets.ts'
import { openSigningAccount, sealSigningAccount } from './signing-account.ts'

const url = 'https://esign.go.id'
const box = (keyId: string): SecretBox => ({
  keyId,
  seal: (secret) => `${keyId}:${[...secret].toReversed().join('')}`,
  open: (sealed) =>
    sealed.startsWith(`${keyId}:`) ? [...sealed.slice(keyId.length + 1)].toReversed().join('') : null,
})
const [one, other] = [box('loket-1'), box('loket-2')]

describe('the account of an office with several stations', () => {
  it('opens at the station where it was typed, and at another one once it was typed there too', () => {
    const first = sealSigningAccount({ username: 'dpmptsp', password: 'rahasia' }, url, null, one)
    if (!first.ok) throw new Error(first.refusal.code)
    expect(openSigningAccount(first.value, { url }, one)).toEqual({
      username: 'dpmptsp',
      password: 'rahasia',
    })
    expect(openSigningAccount(first.value, { url }, other)).toBeNull()
    expect(
      sealSigningAccount({ username: 'dpmptsp', password: null }, url, first.value, other),
    ).toMatchObject({
      refusal: { code: 'signing-password-needed' },
    })
    const both = sealSigningAccount({ username: 'dpmptsp', password: 'rahasia' }, url, first.value, other)
    if (!both.ok) throw new Error(both.refusal.code)
    for (const station of [one, other])
      expect(openSigningAccount(both.value, { url }, station)?.password).toBe('rahasia')
  })

  it('goes to its own address only', () => {
    const kept = sealSigningAccount({ username: 'dpmptsp', password: 'rahasia' }, url, null, one)
    if (!kept.ok) throw new Error(kept.refusal.code)
    expect(openSigningAccount(kept.value, { url: 'https://lain.id' }, one)).toBeNull()
  })

  it('with another name or address locks out what other stations kept of the former one', () => {
    const kept = sealSigningAccount({ username: 'dpmptsp', password: 'rahasia' }, url, null, one)
    const renamed =
      kept.ok && sealSigningAccount({ username: 'loket', password: 'baru' }, url, kept.value, other)
    expect(renamed && renamed.ok && Object.keys(renamed.value.sealed)).toEqual(['loket-2'])
  })
})
