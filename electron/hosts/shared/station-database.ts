import { join } from 'node:path'
import { openDatabase, type DatabaseOptions, type OpenDatabase } from '#db/open.ts'
import type { DatabaseRefusal } from '#db/refusal.ts'
import { StartRefusal } from './start-refusal.ts'
import { startWords } from './start-words.ts'
import type { StationConfig } from './station.ts'

const databaseFile = 'kantor.sqlite'

type Place = Pick<StationConfig, 'dataDir' | 'databaseUrl'>

const placeOf = (config: Place) =>
  config.databaseUrl ? { url: config.databaseUrl } : { file: join(config.dataDir, databaseFile) }

/**
 * Opens the database of a station and takes the steps that it lacks, search words of an older program included.
 * Throws `StartRefusal` for what the person at the counter can mend.
 */
export async function openStationDatabase(
  config: Place,
  officeZone: DatabaseOptions['officeZone'],
): Promise<OpenDatabase> {
  const opened = await openDatabase(placeOf(config), { officeZone })
  if (!opened.ok) throw databaseRefusal(config, opened.refusal)
  const migrated = await opened.value.migrate()
  if (!migrated.ok) {
    await opened.value.close()
    throw databaseRefusal(config, migrated.refusal)
  }
  await opened.value.renewSearchWords()
  return opened.value
}

/** Opens it for reading only, also while the application runs. Throws `StartRefusal` as above. */
export async function readStationDatabase(config: Place): Promise<OpenDatabase> {
  const options = { mode: 'read', officeZone: () => 'Asia/Jakarta' } as const
  const opened = await openDatabase(placeOf(config), options)
  if (!opened.ok) throw databaseRefusal(config, opened.refusal)
  return opened.value
}

function databaseRefusal(config: Place, refusal: DatabaseRefusal): StartRefusal {
  const where = config.databaseUrl ? 'basis data kantor' : config.dataDir
  switch (refusal.code) {
    case 'database-newer':
      return new StartRefusal('database-unusable', startWords.databaseNewer)
    case 'database-older':
      return new StartRefusal('database-unusable', startWords.databaseOlder)
    case 'database-read-only':
      return new StartRefusal('data-folder-unusable', startWords.dataFolderReadOnly(where))
    case 'database-unreachable':
      return config.databaseUrl
        ? new StartRefusal('database-unusable', startWords.databaseUnreachable)
        : new StartRefusal('data-folder-unusable', startWords.dataFolderGone(where))
    case 'database-damaged':
      return new StartRefusal('database-unusable', startWords.databaseDamaged(where))
  }
}
