/** The reference portal as a process of its own, behind a line that may be long: `portal-server.ts DATA-FOLDER ROUND-TRIP-MS`. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { readOfficeWords } from '../portal/office-words.ts'
import { startPortal } from '../portal/server.ts'

const [folder = '.', roundTrip = '0'] = process.argv.slice(2)

const running = await startPortal({
  port: 0,
  database: join(folder, 'portal.sqlite'),
  words: readOfficeWords('pontianak'),
  clientId: 'loket',
  clientSecret: 'rahasia',
  agencyPassword: 'dinas-kesehatan',
  officeApproves: false,
  limits: {
    fileBytes: 2_000_000,
    mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
    pagesPerDocument: 20,
  },
  tokenSeconds: 900,
  faults: null,
})

/** Everything that one side says is heard by the other half a round trip later, in its order. */
function delay(from: Socket, to: Socket, ms: number): void {
  from.on('data', (bytes) => void setTimeout(() => void (to.destroyed || to.write(bytes)), ms))
  from.on('close', () => void setTimeout(() => to.destroy(), ms))
  from.on('error', () => undefined)
}

async function behindLongLine(port: number, ms: number): Promise<number> {
  const line = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: '127.0.0.1', noDelay: true })
    delay(near, far, ms / 2)
    delay(far, near, ms / 2)
  })
  await new Promise<void>((resolve) => void line.listen(0, '127.0.0.1', resolve))
  return (line.address() as AddressInfo).port
}

const base = new URL(running.apiBase)
if (Number(roundTrip) > 0) base.port = String(await behindLongLine(Number(base.port), Number(roundTrip)))
console.log(`READY ${base.href}`)
