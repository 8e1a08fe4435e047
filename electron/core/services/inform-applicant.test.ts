import { describe, expect, it } from 'vitest'
import { productCatalogue, productOffice, readDataFolder } from '#catalogue/testing/data-files.ts'
import { layOutSheet, layOutStrip } from '#domain/documents/lay-out.ts'
import { stripText } from '#domain/documents/strip.ts'
import { officeDate } from '#domain/office-date.ts'
import { instant } from '#domain/testing/builders.ts'
import { standardContent } from './inform-applicant.ts'
import { offersOn } from './offers.ts'
import type { Office } from './office.ts'
import { serviceStandard } from './service-standard.ts'

const catalogue = productCatalogue()
const day = officeDate('2026-11-20')
const at = instant('2026-11-20T03:00:00.000Z')
const offices = readDataFolder('profiles').map((file) => {
  const { profile, types } = productOffice(file, catalogue)
  return { name: profile.code, office: { profile, types } as unknown as Office }
})

describe.each(offices)('the printed service standard of $name', ({ office }) => {
  const papers = offersOn(office, day).flatMap(({ type, kinds }) =>
    kinds.flatMap(({ kind }) => {
      const standard = serviceStandard(office, type.code, kind, day)
      return standard ? [{ standard, content: standardContent(office, standard, at) }] : []
    }),
  )

  it.each([32, 42, 48] as const)('fits %i columns and drops no paper and no law', (columns) => {
    expect(papers.length).toBeGreaterThan(0)
    for (const { standard, content } of papers) {
      const strip = layOutStrip(content, columns)
      if (!strip) throw new Error('no strip')
      const lines = stripText(strip).split('\n')
      expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(columns)
      expect(lines.filter((line) => line.startsWith('[ ] '))).toHaveLength(standard.requirements.length)
      expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(standard.legalBasis.length)
      expect(lines.join(' ')).toContain('bukan tanda terima')
    }
  })

  it('is an A4 sheet that names the day and the type', () => {
    for (const { standard, content } of papers) {
      const sheet = layOutSheet(content, null)
      expect([sheet.paper.widthMm, sheet.paper.heightMm]).toEqual([210, 297])
      expect(sheet.title).toContain(standard.permitTypeCode)
      expect(sheet.foot?.left).toContain('20 November 2026')
    }
  })
})
