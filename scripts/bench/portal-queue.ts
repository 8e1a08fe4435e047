import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { openDatabase, type OpenDatabase } from '#db/open.ts'
import { instantOf } from '#domain/instant.ts'
import { composeStation, officePassword, setUpOffice } from '#hosts/testing/composed-station.ts'
import { startChild, type Child } from '../lib/start-child.ts'
import { inProject } from '../lib/paths.ts'
import { bringFiles, walkInForm } from './walk-ins.ts'

export interface Folder {
  readonly path: string
  remove(): void
}

export function newFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'sepok-bench-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export async function openBeside(dataDir: string): Promise<OpenDatabase> {
  const file = join(dataDir, 'kantor.sqlite')
  const opened = await openDatabase({ file }, { mode: 'read', officeZone: () => 'Asia/Pontianak' })
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value
}

/** An office that took in so many walk-ins while it had no portal: all that it has to tell waits in its outbox. */
export async function fillQueue(dossiers: number): Promise<Folder> {
  const folder = newFolder()
  const station = await composeStation({ dataDir: folder.path, now: () => Date.now() })
  const signIn = await setUpOffice(station)
  const [counter, admin] = [await signIn('front-office'), station.client('admin')]
  // Receipts have nothing to do with what is measured.
  for (const one of await admin.administration.printers.query())
    await admin.administration.savePrinter.mutate({ ...one, documents: [] })
  const documents = await bringFiles(openDiskFileCabinet(join(folder.path, 'files')))
  for (let n = 0; n < dossiers; n += 1) {
    const { applicationId } = await counter.intake.begin.mutate()
    const order = { applicationId, draftId: null, form: walkInForm(n, documents), printerId: null }
    const registered = await counter.intake.register.mutate(order)
    if (!registered.ok) throw new Error(JSON.stringify(registered.refusal))
  }
  await station.close()
  return folder
}

/** A portal that knows nothing yet, as a process of its own. */
export interface BenchPortal {
  readonly base: string
  close(): Promise<void>
}

export async function startBenchPortal(roundTripMs = 0): Promise<BenchPortal> {
  const folder = newFolder()
  const child: Child = startChild([
    inProject('scripts', 'bench', 'portal-server.ts'),
    folder.path,
    String(roundTripMs),
  ])
  const base = await child.ready
  return {
    base,
    close: async () => {
      child.child.kill('SIGTERM')
      await child.ended
      folder.remove()
    },
  }
}

/** The office of the queue on a copy of its folder, with its windows, not yet joined to a portal. */
export async function openQueue(queue: Folder) {
  const folder = newFolder()
  cpSync(queue.path, folder.path, { recursive: true })
  const station = await composeStation({ dataDir: folder.path, now: () => Date.now() })
  const signIn = async (username: string) => {
    const client = station.client(username)
    const entered = await client.session.signIn.mutate({ username, password: officePassword })
    if (!entered.ok) throw new Error(entered.refusal.code)
    return client
  }
  const admin = await signIn('admin')
  const beside = await openBeside(folder.path)
  const lanes = await beside.queries.listPortalPlans(10_000)
  return {
    path: folder.path,
    /** Applications of which something waits. */
    ids: lanes,
    signIn,
    beside,
    /** Joins the portal and waits until everything is there. Gives the milliseconds that it took. */
    drain: async (portal: BenchPortal): Promise<number> => {
      const from = performance.now()
      const saved = await admin.portal.saveServer.mutate({
        base: portal.base,
        clientId: 'loket',
        secret: 'rahasia',
      })
      if (!saved.ok) throw new Error(saved.refusal.code)
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 20))
        // Whoever looks on takes as little of the machine as can be: what is left is counted once nothing can go.
        const { plans, calls, sends } = await beside.queries.portalWork(instantOf(Date.now()))
        if (plans || calls || sends) continue
        const took = performance.now() - from
        const { unplanned, waiting, filesWaiting, aside, filesAside } = await beside.queries.portalFigures()
        if (aside + filesAside > 0) throw new Error(`the portal refused ${aside + filesAside}`)
        if (unplanned + waiting + filesWaiting === 0) return took
      }
    },
    close: async () => {
      await beside.close()
      await station.close()
      folder.remove()
    },
  }
}

export type OpenQueue = Awaited<ReturnType<typeof openQueue>>
