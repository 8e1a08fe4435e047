import type { EsignRefusal, SigningAccount, SigningService } from '#domain/signing-service.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Schedule } from '#ports/schedule.ts'

/** Making the picture and signing may take this long at a busy service (domain 7.3). */
export const answerWithinMs = 120_000

/** A permit is far below; more is not our paper. */
const mostBytes = 32 * 1024 * 1024

/** One answer of the service. */
export interface EsignAnswer {
  readonly status: number
  /** Without its parameters, in small letters. */
  readonly mediaType: string
  /** Under which the signed file can be fetched once more (v1); null: none was given. */
  readonly documentId: string | null
  /** null: the line broke before its end. */
  readonly body: Uint8Array | null
}

export interface EsignQuestion {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: FormData | { readonly json: unknown }
}

/** Asks one question; the deadline is for question and answer together. */
export type AskEsign = (
  service: SigningService,
  account: SigningAccount,
  question: EsignQuestion,
) => Promise<Result<EsignAnswer, Extract<EsignRefusal, { code: 'signing-unreachable' }>>>

/** The service over HTTP. Follows no redirect: what redirects is a gate of the network, and gets no passphrase. */
export const askEsignOver =
  (schedule: Schedule): AskEsign =>
  async (service, { username, password }, { method, path, body }) => {
    const stop = new AbortController()
    const disarm = schedule(answerWithinMs, () => stop.abort())
    try {
      const response = await fetch(`${service.url}${path}`, {
        method,
        redirect: 'manual',
        signal: stop.signal,
        headers: {
          authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
          ...(body && 'json' in body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: 'json' in body ? JSON.stringify(body.json) : body }),
      })
      return ok({
        status: response.status,
        mediaType: (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
        documentId: response.headers.get('id_dokumen'),
        body: await wholeBody(response),
      })
    } catch (error) {
      return refuse({ code: 'signing-unreachable', why: stop.signal.aborted ? 'silent' : whyOf(error) })
    } finally {
      disarm()
    }
  }

async function wholeBody(response: Response): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of response.body ?? []) {
      length += part.length
      if (length > mostBytes) return null
      parts.push(part)
    }
  } catch {
    return null
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** fetch hides what went wrong one level below. */
function whyOf(error: unknown): 'name' | 'connection' | 'tls' {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name'
  return /CERT|SSL|TLS|SIGNED|EPROTO/.test(code) ? 'tls' : 'connection'
}
