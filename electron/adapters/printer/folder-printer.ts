import { randomUUID } from 'node:crypto'
import { access, constants, link, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PrintVerdict } from '#domain/print-job.ts'
import type { PrinterCondition, RenderedJob } from '#ports/printing.ts'
import { errorName, failed, printed } from './verdicts.ts'

const extensions: Readonly<Record<RenderedJob['mediaType'], string>> = {
  'application/pdf': 'pdf',
  'application/vnd.escpos': 'escpos',
}

/** A job's title as a file name that every file system takes, without extension. */
export function fileNameOf(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const short = Array.from(plain).slice(0, 80).join('').trim()
  return short === '' ? 'cetakan' : short
}

const noSuchFolder = new Set(['ENOENT', 'ENOTDIR'])
const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
/** Answers of file systems that have no hard links. */
const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK'])

/** Gives a finished file its name unless that name is taken. */
async function nameFile(draft: string, place: string): Promise<'named' | 'taken'> {
  try {
    await link(draft, place)
    await rm(draft)
    return 'named'
  } catch (error) {
    if (errorName(error) === 'EEXIST') return 'taken'
    if (!noLinks.has(errorName(error))) throw error
  }
  try {
    await stat(place)
    return 'taken'
  } catch (error) {
    if (errorName(error) !== 'ENOENT') throw error
  }
  await rename(draft, place)
  return 'named'
}

/**
 * Puts a job into a folder as `TITLE.pdf` or `TITLE.escpos`; a name that is taken gets " (2)". The file
 * appears whole or not at all, and is on the disk when this resolves. A missing folder is never made.
 */
export async function printToFolder(
  folder: string,
  rendered: RenderedJob,
  title: string,
): Promise<PrintVerdict> {
  const draft = join(folder, `.${randomUUID()}.part`)
  const name = fileNameOf(title)
  const extension = extensions[rendered.mediaType]
  try {
    const file = await open(draft, 'wx', 0o644)
    try {
      await file.writeFile(rendered.bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    let place = join(folder, `${name}.${extension}`)
    for (let number = 2; (await nameFile(draft, place)) === 'taken'; number += 1) {
      place = join(folder, `${name} (${number}).${extension}`)
    }
    return printed
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    const code = errorName(error)
    if (noSuchFolder.has(code)) return failed('folder-missing', folder)
    if (noRoom.has(code)) return failed('disk-full', folder)
    return failed('rejected', `${code} ${folder}`)
  }
}

/** Whether the folder is there and can be written to. */
export async function probeFolder(folder: string): Promise<PrinterCondition> {
  try {
    if (!(await stat(folder)).isDirectory())
      return { state: 'trouble', reason: 'folder-missing', detail: folder }
    await access(folder, constants.W_OK)
    return { state: 'ready' }
  } catch (error) {
    if (noSuchFolder.has(errorName(error)))
      return { state: 'trouble', reason: 'folder-missing', detail: folder }
    return { state: 'trouble', reason: 'offline', detail: `${errorName(error)} ${folder}` }
  }
}
