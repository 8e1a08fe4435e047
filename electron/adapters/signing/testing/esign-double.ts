import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Instant } from '#domain/instant.ts'
import type { EsignVersion, SigningService } from '#domain/signing-service.ts'
import { signPdf } from '../sign-pdf.ts'

/** How the double answers a request to sign. */
export type EsignBehaviour =
  | 'signs'
  /** Takes the request and never answers. */
  | 'silent'
  /** A page of the network's gate, with status 200. */
  | 'html'
  | 'redirect'
  /** Signs, and breaks the line in the middle of the answer. */
  | 'cut'
  /** Signs something else than what was sent. */
  | 'other-pdf'
  /** Sends the file back as it came. */
  | 'unsigned'
  | 'fails'

export interface EsignSigner {
  /** PKCS#12 that the double keeps for this NIK. */
  readonly container: Uint8Array
  readonly passphrase: string
  /** Signs (v2) with this code of one use only, once it was sent; absent: with the passphrase. */
  readonly totp?: string
}

export interface EsignDouble {
  service(version: EsignVersion): SigningService
  /** What it asks for; a test may change it. */
  readonly account: { username: string; password: string }
  /** What it does with the next requests to sign. */
  behaviour: EsignBehaviour
  /** Resolves when a request to sign has arrived and is kept waiting. */
  nextSilence(): Promise<void>
  /** Paths asked so far, in order. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

interface Wanted {
  readonly nik: string
  readonly passphrase: string
  readonly totp: string
  readonly pdf: Uint8Array
  readonly reason: string
  readonly location: string
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A service that really signs, with certificate files it keeps by NIK; both versions at one address. */
export async function startEsignDouble(parts: {
  readonly signers: Readonly<Record<string, EsignSigner>>
  readonly now: () => Instant
  /** What `other-pdf` signs. */
  readonly otherPdf?: Uint8Array
}): Promise<EsignDouble> {
  const account = { username: 'loket-uji', password: 'Sandi-Layanan-5521' }
  const asked: string[] = []
  const kept = new Map<string, Uint8Array>()
  const silences: (() => void)[] = []
  const double = { behaviour: 'signs' as EsignBehaviour }

  const json = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' }).end(JSON.stringify(body))
  }

  const sent = new Set<string>()

  async function signed({ nik, passphrase, totp, pdf, reason, location }: Wanted) {
    const signer = parts.signers[nik]
    if (!signer) return { status_code: 1110, error: 'User belum terdaftar' }
    if (signer.totp !== undefined) {
      if (totp === '') return { error: 'TOTP diperlukan untuk penanda tangan ini' }
      if (totp !== signer.totp || !sent.delete(nik)) return { error: 'TOTP salah atau sudah kedaluwarsa' }
    } else if (signer.passphrase !== passphrase) return { status_code: 2031, error: 'Passphrase anda salah' }
    const file = double.behaviour === 'other-pdf' ? (parts.otherPdf ?? pdf) : pdf
    if (double.behaviour === 'unsigned') return file
    const made = await signPdf({
      pdf: file,
      container: signer.container,
      passphrase: signer.passphrase,
      name: nik,
      reason,
      location,
      at: parts.now(),
    })
    return made.ok ? made.value : { status_code: 2011, error: made.refusal.code }
  }

  async function sign(response: ServerResponse, version: EsignVersion, wanted: Wanted): Promise<void> {
    switch (double.behaviour) {
      case 'signs':
      case 'cut':
      case 'other-pdf':
      case 'unsigned':
        break
      case 'silent':
        for (const heard of silences.splice(0)) heard()
        return
      case 'html':
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<html><body>Masuk ke jaringan</body></html>')
        return
      case 'redirect':
        response.writeHead(302, { location: '/masuk' }).end()
        return
      case 'fails':
        json(response, 500, { timestamp: '2026-11-19', status: 500, error: 'Internal Server Error' })
        return
    }
    const file = await signed(wanted)
    if (!(file instanceof Uint8Array)) return json(response, 400, file)
    if (version === 'v2')
      return json(response, 200, { time: 812, file: [Buffer.from(file).toString('base64')] })
    const id = `dok-${kept.size + 1}`
    kept.set(id, file)
    response.writeHead(200, {
      'content-type': 'application/pdf',
      'content-length': file.length,
      id_dokumen: id,
    })
    if (double.behaviour !== 'cut') return void response.end(file)
    response.write(file.subarray(0, file.length >> 1), () => response.destroy())
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    asked.push(path)
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = new Response(Buffer.concat(parts), {
      headers: { 'content-type': request.headers['content-type'] ?? 'text/plain' },
    })
    const basic = `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`
    if (request.headers.authorization !== basic) return json(response, 401, { error: 'Unauthorized' })
    if (path === '/api/sign/pdf') {
      const form = await body.formData()
      const file = form.get('file')
      return sign(response, 'v1', {
        nik: text(form.get('nik')),
        passphrase: text(form.get('passphrase')),
        totp: '',
        reason: text(form.get('reason')),
        location: text(form.get('location')),
        pdf: new Uint8Array(typeof file === 'string' || file === null ? [] : await file.arrayBuffer()),
      })
    }
    const [, downloaded] = /^\/api\/sign\/download\/(.+)$/.exec(path) ?? []
    if (downloaded !== undefined) {
      const file = kept.get(downloaded)
      kept.delete(downloaded)
      if (!file) return json(response, 404, { error: 'Dokumen tidak ditemukan' })
      return void response.writeHead(200, { 'content-type': 'application/pdf' }).end(file)
    }
    return answerJson(response, path, body)
  }

  async function answerJson(response: ServerResponse, path: string, body: Response): Promise<void> {
    const [, v1Nik] = /^\/api\/user\/status\/(\d+)$/.exec(path) ?? []
    const said = v1Nik === undefined ? ((await body.json()) as Record<string, unknown>) : { nik: v1Nik }
    if (path === '/api/v2/sign/pdf') {
      const [property] = said['signatureProperties'] as readonly Record<string, unknown>[]
      return sign(response, 'v2', {
        nik: text(said['nik']),
        passphrase: text(said['passphrase']),
        totp: text(said['totp']),
        reason: text(property?.['reason']),
        location: text(property?.['location']),
        pdf: new Uint8Array(Buffer.from(text((said['file'] as readonly unknown[])[0]), 'base64')),
      })
    }
    if (path === '/api/v2/sign/get/totp') {
      if (!parts.signers[text(said['nik'])])
        return json(response, 400, { status_code: 1110, error: 'User belum terdaftar' })
      sent.add(text(said['nik']))
      return json(response, 200, { status: 'success', message: 'Kode dikirim ke e-mail' })
    }
    if (v1Nik === undefined && path !== '/api/v2/user/check/status')
      return json(response, 404, { error: 'Not Found' })
    const known = parts.signers[text(said['nik'])] !== undefined
    json(
      response,
      200,
      known ? { status_code: 1111, status: 'ISSUE' } : { status_code: 1110, status: 'NOT_REGISTERED' },
    )
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(double, {
    account,
    asked,
    service: (version: EsignVersion) => ({ version, url: `http://127.0.0.1:${port}` }),
    nextSilence: () => new Promise<void>((resolve) => silences.push(resolve)),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}
