import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignPdf } from '@signpdf/signpdf'
import { Signer } from '@signpdf/utils'
import { addSignatureSlot } from '../signature-slot.ts'

/** Runs something in a folder of its own, which is gone afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'sepok-signing-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What poppler says of the signatures in a file. */
export const pdfsig = (bytes: Uint8Array): string =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'a.pdf'), bytes)
    return execFileSync('pdfsig', ['-nocert', join(folder, 'a.pdf')], { stdio: 'pipe' }).toString()
  })

/** A key with its certificate as OpenSSL makes them, in PEM. */
export interface OpensslIdentity {
  readonly key: string
  readonly certificate: string
}

/** @param kind  as `openssl req -newkey` takes it */
export const opensslIdentity = (kind: readonly string[], subject: string): OpensslIdentity =>
  inFolder((cwd) => {
    const args = ['req', '-x509', '-nodes', '-newkey', ...kind, '-keyout', 'k.pem', '-out', 'c.pem']
    execFileSync(
      'openssl',
      [...args, '-days', '30000', '-subj', subject, '-addext', 'basicConstraints=CA:FALSE'],
      { cwd, stdio: 'pipe' },
    )
    const read = (file: string): string => execFileSync('cat', [file], { cwd }).toString()
    return { key: read('k.pem'), certificate: read('c.pem') }
  })

class OpensslSigner extends Signer {
  readonly #identity: OpensslIdentity
  readonly #options: readonly string[]

  constructor(identity: OpensslIdentity, options: readonly string[]) {
    super()
    this.#identity = identity
    this.#options = options
  }

  override sign(covered: Buffer): Promise<Buffer> {
    return Promise.resolve(
      inFolder((cwd) => {
        writeFileSync(join(cwd, 'k.pem'), this.#identity.key)
        writeFileSync(join(cwd, 'c.pem'), this.#identity.certificate)
        writeFileSync(join(cwd, 'in'), covered)
        const args = ['cms', '-sign', '-binary', '-outform', 'DER', '-in', 'in', '-signer', 'c.pem']
        return execFileSync('openssl', [...args, '-inkey', 'k.pem', ...this.#options], { cwd, stdio: 'pipe' })
      }),
    )
  }
}

/**
 * Signs a PDF as another program would: OpenSSL makes the signature, in the form `adbe.pkcs7.detached` of older programs
 * unless `cades` is asked for.
 *
 * @param options  of `openssl cms -sign`, for example `-md sha512`
 */
export async function signElsewhere(
  pdf: Uint8Array,
  identity: OpensslIdentity,
  options: readonly string[] = [],
): Promise<Uint8Array> {
  const words = { name: 'Penanda tangan', reason: 'Persetujuan', location: 'Tanjungpinang', at: new Date(0) }
  const slot = Buffer.from(await addSignatureSlot(pdf, words))
  if (!options.includes('-cades')) {
    const at = slot.lastIndexOf('ETSI.CAdES.detached')
    slot.write('adbe.pkcs7.detached', at, 'latin1')
  }
  return new Uint8Array(await new SignPdf().sign(slot, new OpensslSigner(identity, options)))
}
