import type { Product } from '#domain/permit.ts'
import { parseScan } from '#domain/scan.ts'
import type { InkRefusal } from '#domain/signing.ts'
import type { FileCabinet, PictureReader } from '#ports/files.ts'
import type { Office } from './office.ts'

type ScanRefusal = Extract<
  InkRefusal,
  { code: 'signed-scan-needed' | 'signed-scan-unfit' | 'signed-scan-of-another' }
>

/** Codes on a scan that was uploaded; null: it is not kept here, or neither a PDF nor a picture that can be opened. */
export async function codesOnScan(
  { cabinet, pictures }: { readonly cabinet: FileCabinet; readonly pictures: PictureReader },
  sha256: string,
): Promise<readonly string[] | null> {
  const bytes = await cabinet.find(sha256)
  return bytes ? pictures.codesOn(bytes) : null
}

/**
 * Whether a scan may stand for the signed sheet of a product; null: it may. A code that names another paper refuses it; a scan on
 * which no code can be read is taken, because stamp and ink may lie on it.
 *
 * @param codes  undefined: no scan was attached; null: it cannot be read
 */
export function refuseScan(
  { profile }: Office,
  { verificationCode }: Pick<Product, 'verificationCode'>,
  codes: readonly string[] | null | undefined,
): ScanRefusal | null {
  if (codes === undefined) return profile.signedScan === 'required' ? { code: 'signed-scan-needed' } : null
  if (codes === null) return { code: 'signed-scan-unfit' }
  const rules = { publicBase: profile.portalPublicBase, registration: [], permit: [] }
  const named = codes.map((one) => parseScan(one, rules))
  const own = named.some((one) => one.kind === 'verify' && one.code === verificationCode)
  const foreign = named.some((one) => one.kind === 'verify' || one.kind === 'track')
  return foreign && !own ? { code: 'signed-scan-of-another' } : null
}
