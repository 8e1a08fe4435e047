import { accessSync, constants, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartRefusal } from './start-refusal.ts'
import { startWords } from './start-words.ts'

/** Makes a folder and those above it, for this account only. Nothing happens when it is there. */
export const makeFolder = (path: string): void => {
  // Not `recursive: true`: in a place that cannot be made (a missing drive, /proc) Node tries for ever.
  const make = () => mkdirSync(path, { mode: 0o700 })
  try {
    make()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    makeFolder(dirname(path))
    make()
  }
}

/** The refusal for a data folder, after what the system answered. */
export const refuseDataFolder = (dataDir: string, isReadOnly: boolean, cause?: unknown): StartRefusal =>
  new StartRefusal(
    'data-folder-unusable',
    isReadOnly ? startWords.dataFolderReadOnly(dataDir) : startWords.dataFolderGone(dataDir),
    { cause },
  )

/** Makes the data folder when it is absent; throws `StartRefusal` `data-folder-unusable` when nothing can be written there. */
export const prepareDataFolder = (dataDir: string): void => {
  try {
    makeFolder(dataDir)
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw refuseDataFolder(dataDir, ['EACCES', 'EROFS', 'EPERM'].includes(code ?? ''), error)
  }
}
