import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfBytes } from '#domain/testing/files.ts'
import { changedAssets } from '../testing/changed-assets.ts'
import { photoBytes, sha256Of, type Client } from '../testing/counter-desk.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

describe('the scan of a sheet that was signed by hand', { timeout: 120_000 }, () => {
  let at: OfficeAtWork
  let desk: Client
  let own: string
  let other: string
  const assets = changedAssets('pontianak', (tree) => {
    tree['signedScan'] = 'required'
  })
  const bring = async (bytes: Uint8Array, name = 'lembar.pdf'): Promise<string> => {
    const answer = await at.office.fetch('front-office', `/files?name=${name}`, {
      method: 'POST',
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: { 'x-content-sha256': sha256Of(bytes) },
    })
    if (answer.status !== 200) throw new Error(await answer.text())
    return ((await answer.json()) as { sha256: string }).sha256
  }
  const sheetOf = async (id: string): Promise<Uint8Array> => {
    const answer = await at.office.fetch('front-office', `/files/product/${id}.pdf`)
    return new Uint8Array(await answer.arrayBuffer())
  }
  const record = (id: string, scanSha256: string | null) =>
    desk.dossiers.sign.mutate({ applicationId: id, stage: 'pencetakan', on: at.today(), scanSha256 })

  beforeAll(async () => {
    at = await openOfficeAtWork('pontianak', { assetsDir: assets.dir })
    const printed = async (nik: string): Promise<string> => {
      const id = await at.takeIn({ nik, facilityName: `RS ${nik.slice(-2)}` })
      await at.walk(id, (state) => (state.prints.permit ?? 0) > 0)
      return id
    }
    own = await printed('6171044708940861')
    other = await printed('6171044708940862')
    desk = await at.as('print-desk')
  }, 120_000)
  afterAll(async () => {
    await at.close()
    assets.remove()
  })

  it('is asked for where the office keeps one of every sheet', async () => {
    expect(await record(own, null)).toMatchObject({ refusal: { code: 'signed-scan-needed' } })
  })

  it('is refused when it is not there, cannot be opened, or shows the code of another permit', async () => {
    expect(await record(own, 'a'.repeat(64))).toMatchObject({ refusal: { code: 'signed-scan-unfit' } })
    expect(await record(own, await bring(pdfBytes()))).toMatchObject({
      refusal: { code: 'signed-scan-unfit' },
    })
    expect(await record(own, await bring(await sheetOf(other)))).toMatchObject({
      refusal: { code: 'signed-scan-of-another' },
    })
    expect((await at.read(own)).product?.signature).toBeNull()
  })

  it('goes with the record, is shown on the dossier, and the examination agrees', async () => {
    const scan = await bring(await sheetOf(own))
    expect(await record(own, scan)).toMatchObject({
      ok: true,
      value: { product: { signature: { method: 'wet', scanSha256: scan } } },
    })
    const { history } = await desk.dossiers.get.query({ id: own })
    expect(history.at(-1)?.text).toContain('pindaian terlampir')
    expect(await at.damages()).toEqual([])
  })

  it('is taken as a picture too, and where stamp and ink hide the code', async () => {
    const scan = await bring(photoBytes(), 'lembar.jpg')
    expect(await record(other, scan)).toMatchObject({ ok: true })
    expect((await at.read(other)).product?.signature?.scanSha256).toBe(scan)
  })
})
