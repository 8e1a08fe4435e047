import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSampleContainer } from '#adapters/signing/sample-container.ts'
import { signPdf } from '#adapters/signing/sign-pdf.ts'
import { instantOf } from '#domain/instant.ts'
import { sha256Of } from '../testing/counter-desk.ts'
import { openSigningDesk, type SigningDesk } from '../testing/signing-desk.ts'

const now = '2026-11-19T02:24:00.000Z'
let desk: SigningDesk
const own = () => ({ name: 'Pejabat Contoh', nip: desk.official.nip })

beforeAll(async () => {
  desk = await openSigningDesk(now, 180)
}, 120_000)
afterAll(() => desk.office.close())

describe('a letter that was signed with another application', { timeout: 60_000 }, () => {
  /** As another program of the same standard would, and without a word of when. */
  const signElsewhere = async (pdf: Uint8Array, holder: { name: string; nip: string | null }) => {
    const span = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2027-01-01T00:00:00Z') }
    const container = await makeSampleContainer({ ...holder, ...span }, 'di luar')
    const task = { container, passphrase: 'di luar', name: holder.name, reason: '', location: '' }
    const signed = await signPdf({ ...task, pdf, at: instantOf(Date.parse(now)) })
    if (!signed.ok) throw new Error(signed.refusal.code)
    return signed.value
  }
  const stranger = { name: 'Orang Lain', nip: null }
  const bringIn = async (id: string, pdf: Uint8Array, by = 'agency-head') => {
    const stored = await desk.office.fetch(by, '/files?name=surat.pdf', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: pdf as Uint8Array<ArrayBuffer>,
    })
    const { sha256 } = (await stored.json()) as { sha256: string }
    return desk.head.dossiers.signOutside.mutate({ applicationId: id, stage: 'kepala-dinas', sha256 })
  }
  const codeOf = async (brought: ReturnType<typeof bringIn>) => {
    const answer = await brought
    return answer.ok ? 'signed' : { ...answer.refusal }
  }

  it('is taken as its permit, and that very file is printed from then on', async () => {
    const id = desk.next()
    const given = await desk.paper('agency-head', 'to-sign-outside', id)
    const signed = await signElsewhere(given, own())
    expect(await bringIn(id, signed)).toMatchObject({
      ok: true,
      value: { product: { signature: { method: 'electronic', by: desk.official.name } } },
    })
    expect(sha256Of(await desk.paper('agency-head', 'product', id))).toBe(sha256Of(signed))
    const { history } = await desk.look(id)
    expect(history.at(-1)?.text).toContain('di luar aplikasi')
    expect(await codeOf(bringIn(id, signed))).toMatchObject({ code: 'already-signed' })
  })

  it('is refused with what is wrong: no signature, changed after it, another person, another permit', async () => {
    const [id, other] = [desk.next(), desk.next()]
    const given = await desk.paper('agency-head', 'to-sign-outside', id)
    const signed = await signElsewhere(given, own())
    const changed = Uint8Array.from(signed)
    changed[300] = (changed[300] ?? 0) ^ 1
    const told = [
      await codeOf(bringIn(id, given)),
      await codeOf(bringIn(id, changed)),
      await codeOf(bringIn(id, Buffer.concat([signed, Buffer.from('\n% lagi')]))),
      await codeOf(bringIn(id, await signElsewhere(given, stranger))),
      await codeOf(bringIn(other, signed)),
    ]
    expect(told).toMatchObject([
      { code: 'outside-signature-broken', why: 'missing' },
      { code: 'outside-signature-broken', why: 'changed' },
      { code: 'outside-signature-broken', why: 'not-whole' },
      { code: 'certificate-of-another', holder: 'Orang Lain', official: desk.official.name },
      { code: 'outside-paper-differs', mismatches: expect.anything() },
    ])
    expect(await bringIn(id, await signElsewhere(await signElsewhere(given, stranger), own()))).toMatchObject(
      {
        ok: true,
      },
    )
    desk.putBack(other)
  })
})
