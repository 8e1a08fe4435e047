import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PermitType } from '#domain/permit-type.ts'
import type { OfficeProfile } from '#domain/profile.ts'
import { assembleCatalogue, type Catalogue, type DataFile } from '../assemble-catalogue.ts'
import { assembleProfile } from '../assemble-profile.ts'
import { officeTypes } from '../office-types.ts'

const assets = join(import.meta.dirname, '..', '..', '..', '..', 'assets')

/** A data file of the product. */
export const readDataFile = (file: string): DataFile => ({
  file,
  json: JSON.parse(readFileSync(join(assets, file), 'utf8')) as unknown,
})

export const readDataFolder = (folder: string): readonly DataFile[] =>
  readdirSync(join(assets, folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readDataFile(`${folder}/${name}`))

/** The catalogue of the product, with further files where a test brings some. Throws when it is refused. */
export function productCatalogue(further: readonly DataFile[] = []): Catalogue {
  const assembled = assembleCatalogue(
    readDataFolder('catalogue/requirement-sets'),
    [...readDataFolder('catalogue/permit-types'), ...further],
    'test',
    readDataFolder('catalogue/laws'),
  )
  if (!assembled.ok) throw new Error(JSON.stringify(assembled.refusal))
  return assembled.value
}

/** An office as a station would load it. Throws when its file is refused. */
export function productOffice(
  file: DataFile,
  catalogue: Catalogue = productCatalogue(),
): { readonly profile: OfficeProfile; readonly types: readonly PermitType[] } {
  const assembled = assembleProfile(file, readDataFile('calendar/indonesia.json'), catalogue)
  if (!assembled.ok) throw new Error(JSON.stringify(assembled.refusal))
  return { profile: assembled.value, types: officeTypes(assembled.value, catalogue.types) }
}
