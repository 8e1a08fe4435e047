import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changesAnswer, metaAnswer, trackAnswer, verifyAnswer } from '#adapters/portal/wire-calls.ts'
import { entitySchemas } from '#adapters/portal/wire-entities.ts'
import type { EntityName, PortalPermit } from '#adapters/portal/wire-entities.ts'
import { anApplicant, anApplication, trialPortal } from './testing/trial-portal.ts'
import type { TrialPortal } from './testing/trial-portal.ts'

let portal: TrialPortal
beforeAll(async () => {
  portal = await trialPortal()
})
afterAll(() => portal.close())

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
let lastNik = 6171010000000000n
const newNik = (): string => String((lastNik += 1n))

const dossier = async (): Promise<{ applicantId: string; id: string }> => {
  const applicant = anApplicant({ nik: newNik() })
  const application = anApplication(applicant.id)
  expect(
    (await portal.call('PUT', `/applicants/${applicant.id}`, { baseVersion: null, applicant })).status,
  ).toBe(200)
  expect(
    (await portal.call('PUT', `/applications/${application.id}`, { baseVersion: null, application })).status,
  ).toBe(200)
  return { applicantId: applicant.id, id: application.id }
}

const sendFile = async (text: string): Promise<string> => {
  const bytes = Buffer.from(text)
  await portal.call('PUT', `/files/${hashOf(bytes)}`, bytes, { 'content-type': 'application/pdf' })
  return hashOf(bytes)
}

const aPermit = (
  applicationId: string,
  pdfSha256: string,
  own: Partial<PortalPermit> = {},
): PortalPermit => ({
  id: randomUUID(),
  applicationId,
  number: `503/${randomUUID()}/2026`,
  permitTypeCode: 'SIPD',
  holderName: 'dr. Sari Wulandari',
  issuedOn: '2026-03-05',
  validUntil: '2031-03-04',
  signedBy: { name: 'Drs. Contoh', position: 'Kepala Dinas', capacity: 'definitive' },
  signedAt: null,
  signature: 'wet',
  pdfSha256,
  verificationCode: '0123456789ABCDEFGHJKMNPQR0',
  supersedes: null,
  status: 'active',
  statusOn: null,
  statusReason: null,
  ...own,
})

describe('signing in', () => {
  it('gives a token for the right secret only', async () => {
    expect((await portal.token()).status).toBe(200)
    expect((await portal.token('salah')).status).toBe(401)
  })

  it('refuses a call without a token, and one whose token was revoked', async () => {
    const other = await trialPortal()
    expect((await fetch(`${other.apiBase}/meta`)).status).toBe(401)
    expect((await other.call('GET', '/meta')).status).toBe(200)
    other.portal.store.revokeTokens()
    expect((await other.call('GET', '/meta')).status).toBe(401)
    await other.close()
  })

  it('says what it is, by the contract’s schema', async () => {
    expect(metaAnswer.parse((await portal.call('GET', '/meta')).body).version).toBe('1.0')
  })
})

describe('a key of a writing call', () => {
  it('gives the first answer again and does the work once', async () => {
    const applicant = anApplicant({ nik: newNik() })
    const key = { 'idempotency-key': randomUUID() }
    const send = () =>
      portal.call('PUT', `/applicants/${applicant.id}`, { baseVersion: null, applicant }, key)
    const first = await send()
    const second = await send()
    expect([first.status, second.status]).toEqual([200, 200])
    expect(first.headers.get('idempotency-replayed')).toBeNull()
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(second.body).toEqual(first.body)
    expect(portal.portal.store.entity('applicant', applicant.id)?.version).toBe(1)
  })

  it('is refused with another body', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const one = anApplicant({ nik: newNik() })
    await portal.call('PUT', `/applicants/${one.id}`, { baseVersion: null, applicant: one }, key)
    const reused = await portal.call('PUT', `/applicants/${one.id}`, { baseVersion: 1, applicant: one }, key)
    expect([reused.status, reused.body['code']]).toEqual([422, 'idempotency-key-reused'])
  })

  it('may be used again after a refusal', async () => {
    const { id } = await dossier()
    const key = { 'idempotency-key': randomUUID() }
    const bytes = Buffer.from('berkas yang terlambat')
    const document = {
      id: randomUUID(),
      applicationId: id,
      requirementCode: 'ktp',
      page: 1,
      pages: 1,
      sha256: hashOf(bytes),
      fileName: 'ktp.pdf',
      mediaType: 'application/pdf',
      sizeBytes: bytes.length,
      uploadedAt: '2026-03-02T01:15:00.000Z',
      check: 'unchecked',
      checkNote: null,
    }
    const send = () => portal.call('PUT', `/documents/${document.id}`, { baseVersion: null, document }, key)
    const refused = await send()
    expect([refused.status, refused.body['code']]).toEqual([422, 'file-missing'])
    await sendFile('berkas yang terlambat')
    expect((await send()).status).toBe(200)
  })

  it('must be there', async () => {
    const applicant = anApplicant({ nik: newNik() })
    const missing = await portal.call(
      'PUT',
      `/applicants/${applicant.id}`,
      { baseVersion: null, applicant },
      { 'idempotency-key': '' },
    )
    expect(missing.body['code']).toBe('idempotency-key-missing')
  })
})

describe('writing', () => {
  it('answers 409 with the whole entity when the version moved on', async () => {
    const { applicantId } = await dossier()
    const applicant = anApplicant({ id: applicantId, nik: newNik(), phone: '+62813' })
    const moved = await portal.call('PUT', `/applicants/${applicantId}`, { baseVersion: null, applicant })
    expect([moved.status, moved.body['version']]).toEqual([409, 1])
    expect(entitySchemas.applicant.safeParse(moved.body['current']).success).toBe(true)
    expect(
      (await portal.call('PUT', `/applicants/${applicantId}`, { baseVersion: 1, applicant })).body['version'],
    ).toBe(2)
  })

  it('names who has a NIK already', async () => {
    const first = anApplicant({ nik: newNik() })
    await portal.call('PUT', `/applicants/${first.id}`, { baseVersion: null, applicant: first })
    const twin = anApplicant({ nik: first.nik })
    const refused = await portal.call('PUT', `/applicants/${twin.id}`, { baseVersion: null, applicant: twin })
    expect([refused.status, refused.body['code'], refused.body['existingId']]).toEqual([
      422,
      'nik-taken',
      first.id,
    ])
  })

  it('refuses another office’s application, an unknown applicant and a body that is not the contract’s', async () => {
    const applicant = anApplicant({ nik: newNik() })
    const put = (own: object) => {
      const application = { ...anApplication(applicant.id), ...own }
      return portal.call('PUT', `/applications/${application.id}`, { baseVersion: null, application })
    }
    expect((await put({ officeCode: 'lain' })).status).toBe(403)
    expect((await put({})).status).toBe(404)
    const wrong = await put({ dueOn: '06-03-2026' })
    expect([wrong.status, (wrong.body['errors'] as { path: string }[])[0]?.path]).toEqual([
      422,
      'application.dueOn',
    ])
  })

  it('takes history without a gap and counts what it knows already', async () => {
    const { id } = await dossier()
    const event = (seq: number) => ({
      id: randomUUID(),
      applicationId: id,
      seq,
      at: '2026-03-02T01:15:00.000Z',
      actor: { name: 'Rina', role: 'front-office', station: 'Loket 1' },
      action: 'forward',
      fromStage: null,
      toStage: 'fo',
      note: null,
    })
    const first = [event(1), event(2)]
    const post = (events: object[]) => portal.call('POST', `/applications/${id}/events`, { events })
    expect((await post(first)).body).toEqual({ accepted: 2 })
    expect((await post([...first, event(3)])).body).toEqual({ accepted: 3 })
    const gap = await post([event(5)])
    expect([gap.status, gap.body['code'], gap.body['expectedSeq']]).toEqual([422, 'gap', 4])
  })

  it('takes a permit once its PDF is there, and one number once', async () => {
    const { id } = await dossier()
    const missing = aPermit(id, hashOf(Buffer.from('tidak ada')))
    expect(
      (await portal.call('PUT', `/permits/${missing.id}`, { baseVersion: null, permit: missing })).body[
        'code'
      ],
    ).toBe('file-missing')
    const permit = aPermit(id, await sendFile('izin'))
    expect((await portal.call('PUT', `/permits/${permit.id}`, { baseVersion: null, permit })).status).toBe(
      200,
    )
    const twin = aPermit(id, permit.pdfSha256, { number: permit.number })
    expect(
      (await portal.call('PUT', `/permits/${twin.id}`, { baseVersion: null, permit: twin })).body['code'],
    ).toBe('number-taken')
    const givenUp = { ...twin, status: 'void', statusOn: '2026-11-23', statusReason: 'Ralat' }
    expect(
      (await portal.call('PUT', `/permits/${twin.id}`, { baseVersion: null, permit: givenUp })).status,
    ).toBe(200)
  })
})

describe('files', () => {
  it('are asked for by hash, sent once and given back', async () => {
    const bytes = Buffer.from('isi berkas')
    const path = `/files/${hashOf(bytes)}`
    const type = { 'content-type': 'image/jpeg' }
    expect((await portal.call('HEAD', path)).status).toBe(404)
    expect((await portal.call('PUT', path, bytes, type)).status).toBe(201)
    expect((await portal.call('PUT', path, bytes, type)).status).toBe(200)
    expect((await portal.call('HEAD', path)).headers.get('etag')).toBe(`"${hashOf(bytes)}"`)
    expect((await portal.call('GET', path)).headers.get('content-type')).toBe('image/jpeg')
  })

  it('are refused when too large or not of their hash', async () => {
    const large = Buffer.alloc(5000)
    const type = { 'content-type': 'image/jpeg' }
    expect((await portal.call('PUT', `/files/${hashOf(large)}`, large, type)).status).toBe(413)
    const wrong = await portal.call('PUT', `/files/${hashOf(large)}`, Buffer.from('lain'), type)
    expect([wrong.status, wrong.body['code']]).toEqual([400, 'hash-mismatch'])
  })

  it('of somebody else are taken out with their bytes', async () => {
    const { id } = await dossier()
    const sha256 = await sendFile('milik orang lain')
    const document = {
      id: randomUUID(),
      applicationId: id,
      requirementCode: 'ktp',
      page: 1,
      pages: 1,
      sha256,
      fileName: 'ktp.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 16,
      uploadedAt: '2026-03-02T01:15:00.000Z',
      check: 'unchecked',
      checkNote: null,
    }
    await portal.call('PUT', `/documents/${document.id}`, { baseVersion: null, document })
    expect((await portal.call('DELETE', `/documents/${document.id}`)).status).toBe(204)
    expect((await portal.call('HEAD', `/files/${sha256}`)).status).toBe(404)
    expect((await portal.call('DELETE', `/documents/${document.id}`)).status).toBe(404)
  })
})

describe('the change feed', () => {
  it('tells every commit in order, in pages, each by its entity’s schema', async () => {
    const own = await trialPortal()
    for (let made = 0; made < 5; made += 1) {
      const applicant = anApplicant({ nik: newNik() })
      await own.call('PUT', `/applicants/${applicant.id}`, { baseVersion: null, applicant })
    }
    const first = changesAnswer.parse((await own.call('GET', '/changes?limit=3')).body)
    const rest = changesAnswer.parse((await own.call('GET', `/changes?limit=3&after=${first.next}`)).body)
    expect([first.changes.length, first.more, rest.changes.length, rest.more]).toEqual([3, true, 2, false])
    for (const change of [...first.changes, ...rest.changes]) {
      expect(entitySchemas[change.entity as EntityName].safeParse(change.data).success).toBe(true)
    }
    const end = changesAnswer.parse((await own.call('GET', `/changes?after=${rest.next}`)).body)
    expect([end.changes, end.next]).toEqual([[], rest.next])
    await own.close()
  })

  it('holds its answer until something is there', async () => {
    const own = await trialPortal()
    const waiting = own.call('GET', '/changes?wait=25')
    const applicant = anApplicant({ nik: newNik() })
    await own.call('PUT', `/applicants/${applicant.id}`, { baseVersion: null, applicant })
    expect((await waiting).body['changes']).toHaveLength(1)
    await own.close()
  })

  it('says that a cursor of another life is gone', async () => {
    const other = await trialPortal()
    const { next } = changesAnswer.parse((await other.call('GET', '/changes')).body)
    await other.close()
    expect((await portal.call('GET', `/changes?after=${next}`)).status).toBe(410)
  })
})

describe('what a QR leads to', () => {
  it('verifies a permit, and says that it has run out', async () => {
    const { id } = await dossier()
    const code = '0123456789ABCDEFGHJKMNPQRW'
    const permit = aPermit(id, await sendFile('izin lama'), {
      verificationCode: code,
      validUntil: '2020-01-01',
    })
    await portal.call('PUT', `/permits/${permit.id}`, { baseVersion: null, permit })
    const answer = await fetch(`${portal.apiBase}/public/verify/${code}`)
    expect(verifyAnswer.parse(await answer.json())).toMatchObject({
      number: permit.number,
      status: 'expired',
    })
    expect((await fetch(`${portal.apiBase}/public/verify/00000000000000000000000000`)).status).toBe(404)
  })

  it('tracks an application with each counted day', async () => {
    const { id } = await dossier()
    const code = portal.portal.store.entity('application', id)?.data['trackingCode'] as string
    const answer = trackAnswer.parse(await (await fetch(`${portal.apiBase}/public/track/${code}`)).json())
    expect(answer.days.map((day) => [day.date, day.counted])).toEqual([
      ['2026-03-02', false],
      ['2026-03-03', true],
      ['2026-03-04', true],
      ['2026-03-05', true],
      ['2026-03-06', true],
    ])
  })
})
