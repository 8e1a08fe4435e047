import { schedule } from '#adapters/system/schedule.ts'
import { openPortalLineWith } from '#adapters/portal/portal-client.ts'
import { createClock } from '#adapters/system/clock.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import type { OpenPortalLine, PortalLine } from '#ports/portal.ts'
import { readOfficeFiles } from '../shared/office-files.ts'
import { openOffice, stationTools } from '../shared/open-office.ts'
import { openStationDatabase } from '../shared/station-database.ts'

/**
 * A station that only speaks with the portal, as a process of its own: `node portal-station.ts DATA-FOLDER PROFILE NOW N`. It
 * sends what waits and says `idle`; or it is gone, as after a power cut, once the portal has answered its Nth writing call
 * and before that is written down. N 0: it lives.
 */
const [dataDir = '', profile = '', now = '', dieAfter = '0'] = process.argv.slice(2)

const files = readOfficeFiles(assetsDir, profile)
if (!files.ok) throw new Error(JSON.stringify(files.refusal))
const { office } = files.value
const database = await openStationDatabase({ dataDir, databaseUrl: null }, () => office.profile.timeZone)
const began = Date.now()
const present = (): number => Date.parse(now) + Date.now() - began

let answered = 0
const dying = async <T>(asked: Promise<T>): Promise<T> => {
  const answer = await asked
  answered += 1
  if (answered === Number(dieAfter)) process.kill(process.pid, 'SIGKILL')
  return answer
}
const openLine: OpenPortalLine = (route) => {
  const line = openPortalLineWith({ schedule, now: present })(route)
  const mortal: PortalLine = {
    ...line,
    put: (...call) => dying(line.put(...call)),
    postEvents: (...call) => dying(line.postEvents(...call)),
    sendFile: (...call) => dying(line.sendFile(...call)),
  }
  return mortal
}

const tools = stationTools({
  dataDir,
  database,
  now: present,
  log: {
    info: () => undefined,
    warn: () => undefined,
    error: (...entry: unknown[]) => console.error(...entry),
  },
  publish: () => undefined,
})
const { portal } = openOffice(office, { ...tools, clock: createClock(present), openPortalLine: openLine })
portal.start()
const look = async (): Promise<void> => {
  await portal.whenIdle()
  const { unplanned, waiting, filesWaiting } = await database.queries.portalFigures()
  if (unplanned + waiting + filesWaiting === 0) process.stdout.write('idle\n')
  else setTimeout(() => void look(), 20)
}
await look()
process.stdin.resume()
