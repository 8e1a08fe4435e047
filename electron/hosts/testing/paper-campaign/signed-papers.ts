import type { SigningThreads } from '#adapters/signing/signing-tools.ts'
import { openContainer } from '#adapters/signing/container.ts'
import { makeSampleContainer } from '#adapters/signing/sample-container.ts'
import { signWith } from '#adapters/signing/sign-pdf.ts'
import { keyFacts } from '#domain/documents/key-facts.ts'
import type { SignedFile } from '#domain/documents/print-content.ts'
import { instant } from '#domain/testing/builders.ts'
import { createRandom } from '#hosts/shared/sample/random.ts'
import type { CampaignFigures, CampaignTools } from './campaign.ts'
import { randomPaper } from './good-papers.ts'

/** A signed file with what its record says of it. */
export interface SignedPaper {
  readonly bytes: Uint8Array
  readonly file: Omit<SignedFile, 'sha256'>
}

/** Papers are laid out once for so many signatures: the signature is what is tried. */
const signaturesEach = 20

const open = async () => {
  const holder = {
    name: 'Hj. NUR AZIZAH',
    nip: '197305221993112001',
    from: new Date('2026-01-01T00:00:00Z'),
    until: new Date('2028-01-01T00:00:00Z'),
  }
  const opened = openContainer(await makeSampleContainer(holder, 'sandi'), 'sandi')
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value
}

/** Signs originals of many records, each at a second of its own. */
export async function signSome(
  tools: Pick<CampaignTools, 'renderPdf'>,
  count: number,
  seed: number,
): Promise<SignedPaper[]> {
  const container = await open()
  const signed: SignedPaper[] = []
  for (let i = 0; i < count; i++) {
    const { content, document } = randomPaper(seed + i - (i % signaturesEach), { sheet: 'original' })
    const made = await signWith(container, {
      pdf: await tools.renderPdf(document),
      name: 'Hj. NUR AZIZAH',
      reason: 'Penetapan izin',
      location: 'Pontianak',
      at: instant(new Date(Date.UTC(2026, 10, 19, 2, 0, i)).toISOString()),
    })
    if (!made.ok) throw new Error(made.refusal.code)
    const { verification, electronic } = content.data
    const hasCode = verification !== null && (content.kind === 'permit' || electronic !== null)
    signed.push({
      bytes: made.value,
      file: {
        kind: 'signed-file',
        paper: content.paper,
        facts: keyFacts(content),
        ...(hasCode ? { checkAddress: verification.address } : {}),
      },
    })
  }
  return signed
}

/** Changes one bit of each of many signed files: whatever it is, the signature must not hold. */
export async function tryChangedBits(
  tools: Pick<CampaignTools, 'renderPdf'> & Pick<SigningThreads, 'verifyPdf'>,
  count: number,
  seed: number,
): Promise<CampaignFigures> {
  const random = createRandom(seed)
  const wrong: string[] = []
  const times: number[] = []
  const codes: Record<string, number> = {}
  for (const [i, { bytes }] of (await signSome(tools, count, seed)).entries()) {
    if (!(await tools.verifyPdf({ signed: bytes, original: null })).ok)
      wrong.push(`#${i} unchanged is refused`)
    const at = random.between(0, bytes.length - 1)
    const changed = Uint8Array.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ (1 << random.between(0, 7))
    const from = performance.now()
    const verdict = await tools.verifyPdf({ signed: changed, original: null })
    times.push(performance.now() - from)
    if (verdict.ok) wrong.push(`#${i} with a bit changed at ${at} is believed`)
    else codes[verdict.refusal.why] = (codes[verdict.refusal.why] ?? 0) + 1
  }
  return { tried: count, wrong, codes, times }
}
