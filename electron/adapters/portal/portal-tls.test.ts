import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createServer, getCACertificates, setDefaultCACertificates } from 'node:tls'
import forge from 'node-forge'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { trialPortal } from '../../../scripts/portal/testing/trial-portal.ts'
import { never, openLine, stopAll, stops } from './testing/stand-in.ts'

const trusted = getCACertificates('default')
afterAll(() => setDefaultCACertificates(trusted))
afterEach(stopAll)

const keys = forge.pki.rsa.generateKeyPair(2048)
const office = [{ name: 'commonName', value: 'Portal Kota Contoh' }]
const year = 365 * 86_400_000

/** A certificate for this name that nobody but itself vouches for. */
function certificateFor(name: { readonly ip: string } | { readonly host: string }, endsInMs = year): string {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = keys.publicKey
  certificate.serialNumber = '01'
  certificate.validity.notBefore = new Date(Date.now() - 2 * year)
  certificate.validity.notAfter = new Date(Date.now() + endsInMs)
  certificate.setSubject(office)
  certificate.setIssuer(office)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true },
    {
      name: 'subjectAltName',
      altNames: ['ip' in name ? { type: 7, ip: name.ip } : { type: 2, value: name.host }],
    },
  ])
  certificate.sign(keys.privateKey, forge.md.sha256.create())
  return forge.pki.certificateToPem(certificate)
}

/** The reference portal behind TLS with this certificate; counts the connections that were made. */
async function portalBehind(cert: string) {
  const portal = await trialPortal()
  stops.push(portal.close)
  const inside = new URL(portal.apiBase)
  let connections = 0
  const front = createServer({ cert, key: forge.pki.privateKeyToPem(keys.privateKey) }, (outer) => {
    connections += 1
    const inner = connect(Number(inside.port), inside.hostname)
    // Whichever side ends first takes the other with it.
    for (const [one, other] of [
      [outer, inner],
      [inner, outer],
    ] as const) {
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  front.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  stops.push(() => new Promise((resolve) => front.close(resolve)))
  const { port } = front.address() as AddressInfo
  const line = openLine({
    base: `https://127.0.0.1:${port}${inside.pathname.replace(/\/$/, '')}`,
    clientId: 'loket',
    secret: 'rahasia',
    officeCode: portal.words.office.profile.officeCode,
  })
  return { line, connections: () => connections }
}

describe('a portal behind TLS', () => {
  it('is spoken with over one connection when somebody whom this machine trusts vouches for it', async () => {
    const certificate = certificateFor({ ip: '127.0.0.1' })
    setDefaultCACertificates([...trusted, certificate])
    const { line, connections } = await portalBehind(certificate)
    for (let asked = 0; asked < 3; asked += 1) expect((await line.meta(never)).kind).toBe('done')
    expect(connections()).toBe(1)
    setDefaultCACertificates(trusted)
  })

  it.each([
    ['nobody vouches for it', certificateFor({ ip: '127.0.0.1' }), false],
    ['its certificate is of another name', certificateFor({ host: 'portal.kota.contoh.id' }), true],
    ['its certificate has ended', certificateFor({ ip: '127.0.0.1' }, -86_400_000), true],
  ])('is not believed when %s, and gets neither account nor data', async (_, certificate, isVouchedFor) => {
    setDefaultCACertificates(isVouchedFor ? [...trusted, certificate] : trusted)
    const { line } = await portalBehind(certificate)
    expect(await line.meta(never)).toMatchObject({ kind: 'later', why: 'tls' })
    setDefaultCACertificates(trusted)
  })

  it('that speaks no TLS at that address is told as such', async () => {
    const portal = await trialPortal()
    stops.push(portal.close)
    const line = openLine({
      base: portal.apiBase.replace('http:', 'https:'),
      clientId: 'loket',
      secret: 'rahasia',
      officeCode: portal.words.office.profile.officeCode,
    })
    expect(await line.meta(never)).toMatchObject({ kind: 'later', why: 'tls' })
  })
})
