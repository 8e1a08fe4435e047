import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fontMeasurer } from '#adapters/paper/fonts.ts'
import { paginate } from '#adapters/paper/paginate.ts'
import { outsideMargins, textsOf } from '#adapters/paper/testing/geometry.ts'
import { pdfText } from '#adapters/paper/testing/poppler.ts'
import { layOutSheet } from '#domain/documents/lay-out.ts'
import { officeDate } from '#domain/office-date.ts'
import { documentKinds } from '#domain/stage-table.ts'
import { hasSample, samplePaper } from '#services/sample-papers.ts'
import { composeStation, setUpOffice } from '../testing/composed-station.ts'
import { listProfiles, readOfficeFiles } from './office-files.ts'

const assets = join(import.meta.dirname, '..', '..', '..', 'assets')
const today = officeDate('2026-11-19')

describe.each(listProfiles(assets).map(({ code }) => code))('samples of the documents of %s', (profile) => {
  const files = readOfficeFiles(assets, profile)
  if (!files.ok) throw new Error(profile)
  const { office } = files.value
  const code = office.profile.offers[0]?.code ?? ''

  it.each(documentKinds.filter(hasSample))('%s stands within its margins with words of nobody', (kind) => {
    const made = samplePaper(office, kind, code, today)
    const isMade = office.profile.documents.some((one) => one.kind === kind)
    if (made === undefined) return expect(isMade).toBe(false)
    if (!made.ok) throw new Error(made.refusal.code)
    const document = layOutSheet(made.value, null)
    const pages = paginate(document, fontMeasurer)
    expect(outsideMargins({ ...document, marks: [] }, pages)).toEqual([])
    expect(pages.flatMap(textsOf).join(' ')).not.toMatch(/undefined|null|NaN|\{\w+\}/)
  })
})

describe('a sample as it is shown', () => {
  const open = composeStation()
  afterAll(async () => (await open).close())

  it('bears CONTOH on every page and is read back, for the administrator alone', async () => {
    const station = await open
    const signIn = await setUpOffice(station)
    await signIn('admin')
    const code = 'SIPD'
    for (const kind of ['permit', 'refusal-letter', 'receipt', 'daily-report'] as const) {
      const shown = await station.fetch('admin', `/files/sample-of/${kind}/${code}/2026-11-19.pdf`)
      expect([kind, shown.status]).toEqual([kind, 200])
      const text = pdfText(new Uint8Array(await shown.arrayBuffer()))
      expect(text).toContain('CONTOH')
    }
    expect((await station.fetch('admin', `/files/sample-of/tilang/${code}/2026-11-19.pdf`)).status).toBe(404)
    await signIn('front-office')
    const refused = await station.fetch('front-office', `/files/sample-of/permit/${code}/2026-11-19.pdf`)
    expect(refused.status).toBe(403)
  })
})
