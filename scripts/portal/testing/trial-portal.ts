import { randomUUID } from 'node:crypto'
import type { PortalApplicant, PortalApplication } from '#adapters/portal/wire-entities.ts'
import { verificationCode } from '#domain/verification-code.ts'
import { readOfficeWords } from '../office-words.ts'
import { startPortal } from '../server.ts'
import type { PortalStart } from '../server.ts'

const words = readOfficeWords('pontianak')

export interface Said {
  readonly status: number
  readonly headers: Headers
  readonly body: Record<string, unknown>
}

/** A reference portal of a test on a port of its own, with a client that knows its secret. */
export async function trialPortal(own: Partial<PortalStart> = {}) {
  const running = await startPortal({
    port: 0,
    database: ':memory:',
    words,
    clientId: 'loket',
    clientSecret: 'rahasia',
    agencyPassword: 'dinas-kesehatan',
    officeApproves: false,
    limits: {
      fileBytes: 4096,
      mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
      pagesPerDocument: 5,
    },
    tokenSeconds: 900,
    faults: null,
    ...own,
  })
  const { apiBase } = running

  const token = async (secret = 'rahasia'): Promise<Response> =>
    fetch(`${apiBase}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'loket',
        client_secret: secret,
      }),
    })
  let bearer: string | null = null
  const signIn = async (): Promise<string> => {
    const answer = (await (await token()).json()) as { access_token: string }
    return answer.access_token
  }

  /** One call of the API. Writing calls get a key of their own unless one is given. */
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Said> => {
    bearer ??= await signIn()
    const isBytes = body instanceof Uint8Array
    const response = await fetch(`${apiBase}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${bearer}`,
        ...(method === 'GET' || method === 'HEAD' ? {} : { 'idempotency-key': randomUUID() }),
        ...(body === undefined || isBytes ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : isBytes ? Buffer.from(body) : JSON.stringify(body),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true && text !== ''
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
    }
  }
  return { ...running, call, token, words }
}

export type TrialPortal = Awaited<ReturnType<typeof trialPortal>>

export const anApplicant = (own: Partial<PortalApplicant> = {}): PortalApplicant => ({
  id: randomUUID(),
  kind: 'person',
  nik: '6171014506900003',
  name: 'Sari Wulandari',
  nameOnPermit: 'dr. Sari Wulandari',
  identity: { kind: 'ktp', number: '6171014506900003', validUntil: null },
  citizenship: 'ID',
  birthPlace: 'Pontianak',
  birthDate: '1990-06-05',
  sex: 'female',
  religion: null,
  maritalStatus: null,
  addressKtp: 'Jalan Ampera 4',
  addressDomicile: null,
  rtRw: null,
  village: null,
  district: null,
  phone: '+6281200000001',
  email: 'sari@example.org',
  occupation: null,
  almaMater: null,
  graduationYear: null,
  photoSha256: null,
  company: null,
  ...own,
})

export const anApplication = (
  applicantId: string,
  own: Partial<PortalApplication> = {},
): PortalApplication => ({
  id: randomUUID(),
  registrationNumber: '0001/REG/2026',
  applicantId,
  permitTypeCode: 'SIPD',
  kind: 'new',
  practiceOrdinal: 1,
  str: { number: 'STR-1', validUntil: null, lifetime: true, profession: 'Dokter' },
  facility: {
    id: null,
    kind: 'facility',
    name: 'RSUD Kota Pontianak',
    type: 'hospital',
    address: 'Jalan Komodor Yos Sudarso',
    village: null,
    district: null,
  },
  schedule: [{ days: ['mon', 'tue', 'wed'], from: '17:00', until: '20:00' }],
  otherPermits: [],
  targetPermitId: null,
  targetPermitNumber: null,
  reasonCode: null,
  effectiveOn: null,
  technical: {},
  representative: null,
  channel: 'counter',
  submittedAt: '2026-03-02T01:15:00.000Z',
  acceptedAt: '2026-03-02T01:20:00.000Z',
  dueOn: '2026-03-06',
  clock: 'running',
  officeCode: words.office.profile.officeCode,
  workflowCode: words.office.profile.stageTable.code,
  trackingCode: verificationCode(crypto.getRandomValues(new Uint8Array(16))),
  stage: words.office.profile.stageTable.start,
  stageLabel: 'Front Office',
  status: 'in-process',
  note: null,
  ...own,
})
