import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { anApplicant, anApplication } from '../../../scripts/portal/testing/trial-portal.ts'
import {
  answering,
  never,
  openLine as open,
  problemType,
  standIn,
  stopAll,
  stops,
} from './testing/stand-in.ts'

afterEach(stopAll)

describe('with a portal by another hand, that agrees with the contract to the letter', () => {
  const withoutNulls = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_, one: unknown) =>
        typeof one === 'object' && one !== null && !Array.isArray(one)
          ? Object.fromEntries(Object.entries(one).filter(([, inner]) => inner !== null))
          : one,
      ),
    )
  const applicant = anApplicant()
  const company = { name: 'PT Sehat', responsibleName: 'Budi' }
  const line = (change: object) => ({
    cursor: 'a',
    entity: 'applicant',
    id: applicant.id,
    version: 1,
    deleted: false,
    at: '2026-03-02T01:15:00.000Z',
    data: applicant,
    ...change,
  })
  const feedOf = async (...changes: readonly object[]) => {
    const portal = await standIn(answering(200, JSON.stringify({ changes, next: 'b', more: false })))
    const said = await portal.changes(null, 200, 0, never)
    if (said.kind !== 'done' || said.value === null) throw new Error(said.kind)
    return said.value.changes.map((one) => one.data)
  }

  it('that leaves out what may be absent, also inside: it is null here', async () => {
    const sparse = withoutNulls({ ...applicant, company }) as object
    expect(sparse).not.toHaveProperty('religion')
    expect(await feedOf(line({ data: sparse }))).toEqual([
      { ...applicant, company: { ...company, nib: null, npwp: null, responsibleNik: null } },
    ])
    const body = JSON.stringify({ current: sparse, version: 4 })
    const portal = await standIn(answering(409, body, problemType))
    const put = portal.put('applicants', applicant.id, { baseVersion: 1, applicant }, randomUUID(), never)
    expect(await put).toMatchObject({ kind: 'moved', version: 4, current: { religion: null } })
  })

  it('whose 409 shows what is no entity: nothing is merged with it', async () => {
    const portal = await standIn(answering(409, JSON.stringify({ current: { id: 'x' }, version: 4 })))
    const said = portal.put('applicants', applicant.id, { baseVersion: 1, applicant }, randomUUID(), never)
    expect(await said).toMatchObject({ kind: 'later', why: 'not-the-portal' })
  })

  it('whose feed has a line that is wrong inside: that one cannot be read, all others can', async () => {
    expect(
      await feedOf(
        line({ at: 'kemarin', data: { ...applicant, kind: 'robot' } }),
        line({ entity: 'antrean', id: '7', data: { nomor: 12 } }),
        line({ entity: 'antrean', data: null }),
        line({ deleted: true, data: null }),
        line({ data: { ...applicant, baru: 1 } }),
      ),
    ).toEqual([null, { nomor: 12 }, null, null, { ...applicant, baru: 1 }])
    const wrong = { ...applicant, kind: 'robot' }
    const portal = await standIn(
      answering(200, JSON.stringify({ changes: [line({ data: wrong })], next: 'b', more: false })),
    )
    const said = await portal.changes(null, 200, 0, never)
    expect(said.kind === 'done' && said.value?.changes[0]?.raw).toEqual(wrong)
  })

  it('whose codes are made of other letters without look-alikes', async () => {
    const application = { ...anApplication(applicant.id), trackingCode: 'L2345U789ABCDEFGHJKLMNPQRSTU' }
    expect(
      await feedOf(line({ entity: 'application', id: application.id, data: application })),
    ).toMatchObject([{ trackingCode: application.trackingCode }])
  })

  it.each([
    ['a problem of which only the code is given', 422, '{"code":"gap","expectedSeq":3}', { code: 'gap' }],
    [
      'a member of a wrong type, which is passed over',
      422,
      '{"title":7,"errors":"x","code":"y"}',
      { code: 'y' },
    ],
    [
      'a field that is named without words',
      400,
      '{"errors":[{"path":"a.b"}]}',
      { errors: [{ path: 'a.b' }] },
    ],
    ['a problem in another language', 403, '{"title":"禁止","detail":"ممنوع"}', { detail: 'ممنوع' }],
  ])('%s is a refusal', async (_, status, body, refusal) => {
    const portal = await standIn(answering(status, body, problemType))
    const said = portal.postEvents(applicant.id, { events: [] }, randomUUID(), never)
    expect(await said).toMatchObject({ kind: 'refused', refusal: { status, ...refusal } })
  })

  it.each([
    ['JSON of a gate before it', 404, '{"message":"no Route matched"}', 'application/json'],
    ['nothing at all', 422, '', 'application/problem+json'],
  ])('%s is no refusal', async (_, status, body, type) => {
    const portal = await standIn(answering(status, body, { 'content-type': type }))
    const said = portal.postMessage({}, randomUUID(), never)
    expect(await said).toMatchObject({ kind: 'later', why: 'not-the-portal' })
  })

  it('that says yes with or without a body', async () => {
    for (const [status, body] of [
      [201, ''],
      [201, '{}'],
      [200, ''],
      [204, ''],
    ] as const) {
      const portal = await standIn(answering(status, body))
      expect(await portal.postMessage({}, randomUUID(), never)).toEqual({ kind: 'done', value: null })
    }
  })

  it('whose ETag was made weak on the way, by whatever compresses there', async () => {
    const sha256 = '0'.repeat(64)
    const portal = await standIn(answering(200, '', { etag: `W/"${sha256}"` }))
    expect(await portal.hasFile(sha256, never)).toEqual({ kind: 'done', value: true })
  })

  it('that does not know the question whether a file is there: whoever sends it is told why', async () => {
    for (const status of [400, 403, 405, 406]) {
      const portal = await standIn(answering(status, ''))
      expect(await portal.hasFile('0'.repeat(64), never)).toEqual({ kind: 'done', value: false })
    }
    for (const status of [408, 425, 429, 503]) {
      const portal = await standIn(answering(status, ''))
      expect(await portal.hasFile('0'.repeat(64), never)).toMatchObject({ kind: 'later' })
    }
  })

  it('whose token call is refused for another reason than the secret: no entry is refused by that', async () => {
    const gate = createServer((_, outgoing) => {
      outgoing.writeHead(404, problemType)
      outgoing.end(JSON.stringify({ status: 404, title: 'Not Found' }))
    })
    await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
    stops.push(() => new Promise((resolve) => (gate.close(resolve), gate.closeAllConnections())))
    const { port } = gate.address() as AddressInfo
    const portal = open({ base: `http://127.0.0.1:${port}`, clientId: 'a', secret: 'b', officeCode: 'x' })
    const said = portal.put('applicants', applicant.id, { baseVersion: 1, applicant }, randomUUID(), never)
    expect(await said).toMatchObject({ kind: 'later', why: 'not-the-portal' })
  })

  it('that compresses, sends in pieces and names its headers as it likes', async () => {
    const asked: string[] = []
    const portal = await standIn((incoming, outgoing) => {
      asked.push(incoming.url ?? '')
      outgoing.writeHead(200, {
        'CONTENT-TYPE': 'Application/JSON; Charset="UTF-8"',
        'CONTENT-ENCODING': 'gzip',
      })
      const whole = gzipSync(JSON.stringify({ more: false, next: 'ß&=+ %20', changes: [] }))
      outgoing.write(whole.subarray(0, 9))
      setImmediate(() => outgoing.end(whole.subarray(9)))
    })
    const said = await portal.changes('ä/+&=%20 ?#"', 7, 25, never)
    expect(said).toEqual({ kind: 'done', value: { changes: [], next: 'ß&=+ %20', more: false } })
    const { searchParams } = new URL(asked[0] ?? '', 'http://x')
    expect(Object.fromEntries(searchParams)).toEqual({ after: 'ä/+&=%20 ?#"', limit: '7', wait: '25' })
  })

  it('that closes a line while it rests: at worst the call is for later, and goes on a new line', async () => {
    const server = createServer((incoming, outgoing) => {
      incoming.resume()
      const token = { access_token: 'a', token_type: 'bearer', expires_in: 900 }
      outgoing.writeHead(200, { 'content-type': 'application/json' })
      outgoing.end(JSON.stringify(incoming.url === '/api/v1/oauth/token' ? token : { version: 1 }))
      outgoing.on('finish', () => setImmediate(() => incoming.socket.destroy()))
    })
    await new Promise<void>((resolve) => server.listen(0, '::1', resolve))
    stops.push(() => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())))
    const { port } = server.address() as AddressInfo
    const portal = open({
      base: `http://[::1]:${port}/api/v1`,
      clientId: 'a',
      secret: 'b',
      officeCode: 'x',
    })
    let taken = 0
    for (let tries = 0; taken < 20 && tries < 200; tries += 1) {
      const said = await portal.put('permits', applicant.id, {}, randomUUID(), never)
      if (said.kind === 'done') taken += 1
      else expect(said).toMatchObject({ kind: 'later' })
    }
    expect(taken).toBe(20)
  })
})
