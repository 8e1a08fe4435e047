import { randomBytes } from 'node:crypto'
import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { ReportFolders } from '#ports/report-schedules.ts'

const said = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error)

/** Folders of this computer, and shared ones that it has connected. */
export const reportFolders: ReportFolders = {
  isWhole: (folder) => isAbsolute(folder),
  async put(folder, name, bytes) {
    // Made by nobody here: a disk that is not connected would leave a folder of its name on this one.
    const found = await stat(folder).catch(said)
    if (typeof found === 'string') return { ok: false, problem: 'folder-missing', detail: found }
    if (!found.isDirectory()) return { ok: false, problem: 'folder-missing', detail: 'ENOTDIR' }
    const draft = join(folder, `.${name}.${randomBytes(4).toString('hex')}.part`)
    try {
      await writeFile(draft, bytes)
      await rename(draft, join(folder, name))
      return { ok: true }
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined)
      return { ok: false, problem: 'folder-refused', detail: said(error) }
    }
  },
}
