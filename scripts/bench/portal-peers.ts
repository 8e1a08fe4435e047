import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PortalCall } from '#domain/portal-sync.ts'
import { inProject } from '../lib/paths.ts'
import { runCommand } from '../lib/run-command.ts'
import { startChild } from '../lib/start-child.ts'
import { newFolder } from './portal-queue.ts'

const peers = (...parts: string[]): string => inProject('scripts', 'bench', 'peers', ...parts)

/** Installs what is only measured against, unless it is there as the lock file names it. */
async function ensurePeers(): Promise<void> {
  const [lock, stamp] = [readFileSync(peers('package-lock.json'), 'utf8'), peers('node_modules', '.stamp')]
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('  installing the peers of this measurement …')
  const installed = await runCommand('npm', ['ci', '--prefix', peers()])
  if (installed.code !== 0) throw new Error(`npm ci failed: ${installed.output}`)
  writeFileSync(stamp, lock)
}

const documentOf = ({ key, kind, entityId, baseVersion, body }: PortalCall) => ({
  _id: key,
  kind,
  entityId,
  baseVersion,
  body,
})

/** Replicates the bodies of calls, each a document, between two PouchDBs on disk over HTTP. */
export async function openPouchPeer(calls: readonly PortalCall[]) {
  await ensurePeers()
  const folder = newFolder()
  const documents = join(folder.path, 'documents.json')
  writeFileSync(documents, JSON.stringify(calls.map(documentOf)))
  let runs = 0
  return {
    /** Gives milliseconds. `batch` null: as many documents at once as PouchDB takes by itself. */
    replicate: async (batch: number | null): Promise<number> => {
      runs += 1
      const place = join(folder.path, String(runs))
      mkdirSync(place)
      const server = startChild([peers('pouch-server.mjs'), place])
      const address = await server.ready
      const client = startChild([peers('pouch-client.mjs'), documents, place, address, String(batch ?? 0)])
      const took = Number(await client.ready)
      await client.ended
      server.child.kill('SIGTERM')
      await server.ended
      return took
    },
    close: () => folder.remove(),
  }
}
