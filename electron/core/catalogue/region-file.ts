import { z } from 'zod'
import type { Region } from '#domain/regions.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { DataFile } from './assemble-catalogue.ts'
import { textField } from './fields.ts'
import { problemsOf, type DataFileProblem } from './problems.ts'

const coded = (pattern: RegExp, expected: string) => z.string().regex(pattern, expected)

const VillageFile = z.strictObject({
  code: coded(/^\d{2}\.\d{2}\.\d{2}\.[12]\d{3}$/, 'kode kelurahan (1001 …) atau desa (2001 …)'),
  name: textField,
  usualName: textField,
  postalCode: coded(/^\d{5}$/, 'lima angka atau null').nullable(),
})

const DistrictFile = z.strictObject({
  code: coded(/^\d{2}\.\d{2}\.\d{2}$/, 'kode kecamatan, misalnya 61.71.04'),
  name: textField,
  villages: z.array(VillageFile).min(1),
})

/** A kota or kabupaten with all its places: one file of `assets/regions`, named by the code. */
const RegionFile = z.strictObject({
  code: coded(/^\d{2}\.\d{2}$/, 'kode kota atau kabupaten, misalnya 61.71'),
  name: textField,
  province: textField,
  source: textField,
  districts: z.array(DistrictFile).min(1),
})

/** Checks an office's places: every code stands under its kecamatan and kota, and none twice. */
export function checkRegion({ file, json }: DataFile): Result<Region, readonly DataFileProblem[]> {
  const parsed = RegionFile.safeParse(json)
  if (!parsed.success) return refuse(problemsOf(file, parsed.error))
  const problems: DataFileProblem[] = []
  const seen = new Set<string>()
  const check = (field: string, code: string, above: string): void => {
    if (!code.startsWith(`${above}.`)) problems.push({ file, field, expected: `kode di bawah ${above}` })
    if (seen.has(code)) problems.push({ file, field, expected: `kode ${code} hanya satu kali` })
    seen.add(code)
  }
  parsed.data.districts.forEach((district, at) => {
    check(`districts[${at}].code`, district.code, parsed.data.code)
    district.villages.forEach(({ code }, index) =>
      check(`districts[${at}].villages[${index}].code`, code, district.code),
    )
  })
  return problems.length > 0 ? refuse(problems) : ok(parsed.data)
}
