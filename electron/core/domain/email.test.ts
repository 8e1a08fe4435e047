import { describe, expect, it } from 'vitest'
import { parseEmail } from './email.ts'

describe('an e-mail address', () => {
  it.each([
    [' kinanti.sebangki@Contoh.GO.id ', 'kinanti.sebangki@contoh.go.id'],
    ['A+b@x.id', 'A+b@x.id'],
    ['a_1@rsud-kota.contoh.id', 'a_1@rsud-kota.contoh.id'],
  ])('takes %j', (typed, email) => {
    expect(parseEmail(typed)).toEqual({ ok: true, value: email })
  })

  it.each([
    ['', 'email-empty'],
    ['kinanti.contoh.id', 'email-at'],
    ['a@b@contoh.id', 'email-at'],
    ['kinanti @contoh.id', 'email-space'],
    ['@contoh.id', 'email-name'],
    ['a..b@contoh.id', 'email-name'],
    ['.a@contoh.id', 'email-name'],
    ['kinanti@', 'email-domain'],
    ['kinanti@contoh', 'email-domain'],
    ['kinanti@contoh..id', 'email-domain'],
    ['kinanti@-contoh.id', 'email-domain'],
    ['kinanti@contoh.id,', 'email-domain'],
    [`a@${'a'.repeat(300)}.id`, 'email-domain'],
  ])('refuses %j as %s', (typed, code) => {
    expect(parseEmail(typed)).toMatchObject({ ok: false, refusal: { code } })
  })
})
