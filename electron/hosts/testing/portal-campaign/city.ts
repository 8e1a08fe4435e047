import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { entityNames, type EntityName } from '#adapters/portal/wire-entities.ts'
import { memoryFolders } from '#db/testing/open-test-db.ts'
import { createRandom } from '#hosts/shared/sample/random.ts'
import { createApi } from '../../../../scripts/portal/api.ts'
import { readOfficeWords, type OfficeWords } from '../../../../scripts/portal/office-words.ts'
import { createPortal, type Portal } from '../../../../scripts/portal/portal.ts'
import { openPortalStore } from '../../../../scripts/portal/store.ts'
import { puts } from '../../../../scripts/portal/writing.ts'
import type { HeldTime } from './held-time.ts'

export const words: OfficeWords = readOfficeWords('pontianak')

export const portalBase = 'http://127.0.0.1:1/api/v1'

/** Ids and bytes that follow from a seed. */
export function seededIds(seed: number, time: Pick<HeldTime, 'now'>) {
  const random = createRandom(seed)
  const randomBytes = (count: number): Uint8Array =>
    Uint8Array.from({ length: count }, () => random.between(0, 255))
  let seq = 0
  return {
    uuid: (): string => v7({ msecs: time.now(), random: randomBytes(16), seq: (seq += 1) }),
    randomBytes,
  }
}

/** The reference portal within this process, which can lose what it learnt since a backup. */
export interface City {
  readonly words: OfficeWords
  /** As it runs now; another one after it was restored. */
  portal(): Portal
  answer(request: Request): Promise<Response>
  touch(path: string): void
  shiftClock(minutes: number): void
  /** Whoever waits for changes is told by this. */
  onChange(tell: () => void): void
  backUp(): void
  /** Goes back to the last backup; false: there is none. */
  restore(): boolean
  close(): void
}

/** Opens an empty portal. Small limits, so that a large scan is one that it does not take. */
export function openCity(seed: number, time: HeldTime): City {
  const folder = mkdtempSync(join(memoryFolders(), 'sepok-city-'))
  const ids = seededIds(seed, time)
  let shift = 0
  let restored = 0
  let hasBackup = false
  let tellChange: () => void = () => undefined
  const backup = join(folder, 'backup.sqlite')

  const start = (database: string): { readonly portal: Portal; readonly fetch: City['answer'] } => {
    const store = openPortalStore(database)
    // Whoever restores a portal makes its earlier cursors void.
    store.set('epoch', ids.uuid())
    const portal = createPortal({
      store,
      settings: {
        officeCode: words.office.profile.officeCode,
        publicBase: 'http://127.0.0.1:1',
        clientId: 'loket',
        clientSecret: 'rahasia',
        limits: {
          fileBytes: 4096,
          mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
          pagesPerDocument: 5,
        },
        tokenSeconds: 900,
      },
      now: () => new Date(time.now() + shift),
      newId: ids.uuid,
      randomBytes: ids.randomBytes,
    })
    const telling: Portal = {
      ...portal,
      change: (work) => {
        const before = portal.store.lastSeq()
        const done = portal.change(work)
        if (portal.store.lastSeq() !== before) tellChange()
        return done
      },
    }
    const api = createApi(telling, words)
    const fetch: City['answer'] = async (request) => {
      const url = new URL(request.url)
      const path = url.pathname.slice(new URL(portalBase).pathname.length)
      const body = await request.arrayBuffer()
      const { method, headers, signal } = request
      return api.fetch(
        new Request(`${url.origin}${path}${url.search}`, {
          method,
          headers,
          signal,
          ...(body.byteLength > 0 && { body }),
        }),
      )
    }
    return { portal: telling, fetch }
  }
  let running = start(':memory:')

  return {
    words,
    portal: () => running.portal,
    answer: (request) => running.fetch(request),
    touch: (path) => {
      const { portal } = running
      const [collection = '', id = ''] = path.slice(new URL(portalBase).pathname.length + 1).split('/')
      const entity: EntityName | undefined = puts[collection]?.entity
      const current = entity && entityNames.includes(entity) ? portal.store.entity(entity, id) : null
      if (current) portal.change(() => portal.store.put(current.entity, id, current.data, portal.instant()))
    },
    shiftClock: (minutes) => {
      shift = minutes * 60_000
    },
    onChange: (tell) => {
      tellChange = tell
    },
    backUp: () => {
      rmSync(backup, { force: true })
      running.portal.store.backupTo(backup)
      hasBackup = true
    },
    restore: () => {
      if (!hasBackup) return false
      running.portal.close()
      restored += 1
      const file = join(folder, `restored-${restored}.sqlite`)
      copyFileSync(backup, file)
      running = start(file)
      tellChange()
      return true
    },
    close: () => {
      running.portal.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
