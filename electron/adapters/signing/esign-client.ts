import { z } from 'zod'
import type { EsignRefusal, SigningAccount, SigningService } from '#domain/signing-service.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { AskEsign, EsignAnswer } from './esign-http.ts'

/** What the service needs to sign one paper. */
export interface EsignTask {
  readonly service: SigningService
  readonly account: SigningAccount
  /** NIK of the signer, 16 digits. */
  readonly nik: string
  readonly passphrase: string
  /** In the place of the passphrase (v2 only); null: none. */
  readonly totp: string | null
  readonly pdf: Uint8Array
  readonly reason: string
  readonly location: string
}

export interface EsignClient {
  /**
   * Has one PDF signed, invisibly: the page shows the office's own QR already. The answer is a PDF; whether it is ours
   * and holds a signature is for the verifier to say. Repeatable: each call makes another signature.
   */
  sign(task: EsignTask): Promise<Result<Uint8Array, EsignRefusal>>
  /** Whether account and signer are known there, without signing anything. */
  status(task: Pick<EsignTask, 'service' | 'account' | 'nik'>): Promise<Result<'active', EsignRefusal>>
  /** Has a code of one use sent to the signer; version 1 knows none and refuses with `signing-refused`. */
  requestTotp(task: Pick<EsignTask, 'service' | 'account' | 'nik'>): Promise<Result<'sent', EsignRefusal>>
}

/** Esign Client Service of BSrE, as open clients of it call it (domain 7.2, 7.3). */
export function createEsignClient(ask: AskEsign): EsignClient {
  return {
    sign: (task) => (task.service.version === 'v1' ? signV1(ask, task) : signV2(ask, task)),
    status: async ({ service, account, nik }) => {
      const answer = await ask(
        service,
        account,
        service.version === 'v1'
          ? { method: 'GET', path: `/api/user/status/${encodeURIComponent(nik)}` }
          : { method: 'POST', path: '/api/v2/user/check/status', body: { json: { nik } } },
      )
      if (!answer.ok) return answer
      const said = StatusAnswer.safeParse(jsonOf(answer.value))
      if (answer.value.status !== 200 || !said.success) return refuse(refusalOf(answer.value))
      const { status_code: number, status } = said.data
      return number === 1111 || status === 'ISSUE' ? ok('active') : refuse({ code: 'signer-unknown' })
    },
    requestTotp: async ({ service, account, nik }) => {
      if (service.version === 'v1') return refuse({ code: 'signing-refused', number: null })
      const answer = await ask(service, account, {
        method: 'POST',
        path: '/api/v2/sign/get/totp',
        body: { json: { nik } },
      })
      if (!answer.ok) return answer
      const sent = answer.value.status === 200 && jsonOf(answer.value) !== undefined
      return sent ? ok('sent') : refuse(refusalOf(answer.value))
    },
  }
}

const StatusAnswer = z.object({
  status_code: z.coerce.number().optional(),
  status: z.union([z.string(), z.number()]).optional(),
})
const SignedFiles = z.object({ file: z.array(z.string()).length(1) })
const Failure = z.object({
  status_code: z.coerce.number().int().optional(),
  error: z.string().optional(),
  message: z.string().optional(),
})

async function signV1(ask: AskEsign, task: EsignTask): Promise<Result<Uint8Array, EsignRefusal>> {
  const { service, account, nik, passphrase, pdf, reason, location } = task
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'surat.pdf')
  for (const [name, value] of Object.entries({ nik, passphrase, tampilan: 'invisible', reason, location }))
    form.set(name, value)
  const answer = await ask(service, account, { method: 'POST', path: '/api/sign/pdf', body: form })
  if (!answer.ok) return answer
  const { status, body, documentId } = answer.value
  if (status !== 200) return refuse(refusalOf(answer.value))
  if (body !== null || documentId === null) return pdfOr(body)
  // It was signed and the line broke: the service hands the file out once more under its id.
  const path = `/api/sign/download/${encodeURIComponent(documentId)}`
  const again = await ask(service, account, { method: 'GET', path })
  return again.ok ? pdfOr(again.value.status === 200 ? again.value.body : null) : again
}

async function signV2(ask: AskEsign, task: EsignTask): Promise<Result<Uint8Array, EsignRefusal>> {
  const { service, account, nik, passphrase, totp, pdf, reason, location } = task
  const json = {
    nik,
    ...(totp === null ? { passphrase } : { totp }),
    signatureProperties: [{ tampilan: 'INVISIBLE', reason, location }],
    file: [Buffer.from(pdf).toString('base64')],
  }
  const answer = await ask(service, account, { method: 'POST', path: '/api/v2/sign/pdf', body: { json } })
  if (!answer.ok) return answer
  if (answer.value.status !== 200) return refuse(totpRefusalOf(answer.value, totp) ?? refusalOf(answer.value))
  const files = SignedFiles.safeParse(jsonOf(answer.value))
  const [file] = files.success ? files.data.file : []
  return pdfOr(file === undefined ? null : new Uint8Array(Buffer.from(file, 'base64')))
}

const pdfOr = (body: Uint8Array | null): Result<Uint8Array, EsignRefusal> =>
  body !== null && Buffer.from(body.subarray(0, 5)).toString('latin1') === '%PDF-'
    ? ok(body)
    : refuse({ code: 'signing-answer-foreign' })

function jsonOf({ mediaType, body }: EsignAnswer): unknown {
  if (body === null || mediaType !== 'application/json') return undefined
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return undefined
  }
}

/** The number of a wrong passphrase, in both versions. */
const wrongPassphrase = 2031

/** The NIK is not registered. */
const notRegistered = 1110

/**
 * Whether an answer is about a code of one use; null: it is not. Its numbers are written nowhere, so the word decides: asked
 * for where none was sent, refused where one was.
 */
function totpRefusalOf(answer: EsignAnswer, sent: string | null): EsignRefusal | null {
  const said = Failure.safeParse(jsonOf(answer))
  if (!said.success || !/\bt?otp\b/i.test(`${said.data.error ?? ''} ${said.data.message ?? ''}`)) return null
  return { code: sent === null ? 'totp-needed' : 'totp-wrong' }
}

/** What an answer other than success means. The service's own words go no further: they may repeat what was sent. */
function refusalOf(answer: EsignAnswer): EsignRefusal {
  const said = Failure.safeParse(jsonOf(answer))
  if (!said.success)
    return answer.status === 401 || answer.status === 403
      ? { code: 'signing-account-refused' }
      : { code: 'signing-answer-foreign' }
  const { status_code: number = null, error = '', message = '' } = said.data
  if (number === wrongPassphrase || /passphrase[^.]*(salah|wrong|invalid|incorrect)/i.test(error + message))
    return { code: 'passphrase-wrong' }
  if (number === notRegistered) return { code: 'signer-unknown' }
  if (answer.status === 401 || answer.status === 403) return { code: 'signing-account-refused' }
  return { code: 'signing-refused', number: number ?? answer.status }
}
