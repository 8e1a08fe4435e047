import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSigningUrl } from './signing-service.ts'

it.each([
  ['https://esign.tanjungpinangkota.go.id/', 'https://esign.tanjungpinangkota.go.id'],
  ['  HTTPS://ESIGN.go.id:8443/tte  ', 'https://esign.go.id:8443/tte'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://127.0.0.1:9000/', 'http://127.0.0.1:9000'],
  ['http://[::1]:9000', 'http://[::1]:9000'],
])('the service is reached at %s', (typed, url) => {
  expect(readSigningUrl(typed)).toEqual({ ok: true, value: url })
})

it.each(['http://10.10.1.7', 'http://esign.go.id', 'http://localhost.orang.id', 'http://127.0.0.1.orang.id'])(
  'a passphrase never travels readable: %s',
  (typed) => {
    expect(readSigningUrl(typed)).toEqual({ ok: false, refusal: { code: 'signing-url-open', typed } })
  },
)

it.each([
  '',
  'esign.go.id',
  'ftp://esign.go.id',
  'https://user:sandi@esign.go.id',
  'https://a b',
  'https://a/?x=1',
])('is no address of a service: %s', (typed) => {
  expect(readSigningUrl(typed)).toMatchObject({ refusal: { code: 'signing-url-invalid' } })
})

it('whatever is taken is read again as the same, and is safe or on this computer', () => {
  fc.assert(
    fc.property(fc.webUrl({ validSchemes: ['http', 'https'] }), (typed) => {
      const read = readSigningUrl(typed)
      if (!read.ok) return
      expect(readSigningUrl(read.value)).toEqual(read)
      expect(read.value).toMatch(/^https:|^http:\/\/(localhost|127\.|\[::1\])/)
    }),
    { numRuns: 40 },
  )
})
