import { join } from 'node:path'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { hashText } from '#adapters/system/hash.ts'
import type { PartExamination } from '#domain/examination.ts'
import type { Instant } from '#domain/instant.ts'
import { StartRefusal } from '#hosts/shared/start-refusal.ts'
import { readStationDatabase } from '#hosts/shared/station-database.ts'
import { examineOffice } from '#services/examine-office.ts'

/** Examines the office of a data folder; a database too damaged to be opened is a finding like any other. Only reads. */
export async function examineFolder(
  place: { readonly dataDir: string; readonly databaseUrl: string | null },
  startedAt: Instant,
): Promise<readonly PartExamination[]> {
  try {
    const database = await readStationDatabase(place)
    try {
      const cabinet = openDiskFileCabinet(join(place.dataDir, 'files'))
      const { queries, integrityCheck } = database
      return await examineOffice({ queries, cabinet, hash: hashText, integrityCheck, startedAt })
    } finally {
      await database.close()
    }
  } catch (error) {
    if (!(error instanceof StartRefusal) || error.code !== 'database-unusable') throw error
    const damage = { code: 'database-damaged', detail: error.message } as const
    return [{ part: 'database', examined: 1, damages: [damage], notices: [] }]
  }
}
