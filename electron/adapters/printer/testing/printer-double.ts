import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { createPrinterBrain } from './printer-brain.ts'
import type { PrinterBehaviour, PrinterBrain } from './printer-brain.ts'

/** A network printer on loopback that misbehaves as told and keeps every byte. */
export interface PrinterDouble {
  readonly port: number
  /** `tcp://127.0.0.1:PORT` */
  readonly address: string
  /** Every byte that reached it, status questions included, over all connections. */
  received(): Uint8Array
  /** What came out on paper. */
  paper(): Uint8Array
  /** The same, one part for each connection, the first one first. */
  papers(): readonly Uint8Array[]
  /** All that were ever made, and those open now. */
  connections(): number
  openConnections(): number
  /** A device that never read reads what has reached it. */
  wake(): void
  /** From the next connection on. `switched-off` closes the port; any other opens the same port again. */
  behave(behaviour: PrinterBehaviour): Promise<void>
  /** Resolves as soon as `enough` holds; asked again after everything that happens. */
  until(enough: (double: PrinterDouble) => boolean): Promise<void>
  close(): Promise<void>
}

/** Starts one on a free port. */
export async function startPrinterDouble(
  first: PrinterBehaviour = { kind: 'healthy' },
): Promise<PrinterDouble> {
  let behaviour = first
  let connectionCount = 0
  const chunks: Uint8Array[] = []
  const brains: PrinterBrain[] = []
  const sockets = new Set<Socket>()
  const watchers = new Set<() => void>()
  const happened = (): void => {
    for (const look of [...watchers]) look()
  }

  const keep = (bytes: Uint8Array): void => {
    chunks.push(bytes.slice())
    happened()
  }

  const serve = (socket: Socket): void => {
    const mine = behaviour
    const brain = createPrinterBrain(mine)
    brains.push(brain)
    connectionCount += 1
    sockets.add(socket)
    // A reset by the sender is part of the game.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      sockets.delete(socket)
      happened()
    })
    happened()
    if (mine.kind === 'never-reads') {
      socket.pause()
      return
    }
    if (mine.kind === 'closes-at-once') {
      socket.end()
      return
    }
    socket.write(brain.greeting())
    const take = (bytes: Uint8Array): void => {
      const reply = brain.take(bytes)
      if (reply.send.length > 0) socket.write(reply.send)
      if (reply.then === 'close') socket.end()
      if (reply.then === 'reset' || reply.then === 'power-off') socket.resetAndDestroy()
      if (reply.then === 'power-off') server.close()
      keep(bytes)
    }
    if (mine.kind === 'slow') readSlowly(socket, mine.bytesPerStep, take)
    else socket.on('data', take)
  }

  const server = createServer(serve)
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject)
        resolve()
      })
    })
  const shut = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy()
      if (!server.listening) resolve()
      else server.close(() => resolve())
    })

  await listen(0)
  const { port } = server.address() as AddressInfo
  if (first.kind === 'switched-off') await shut()

  const double: PrinterDouble = {
    port,
    address: `tcp://127.0.0.1:${port}`,
    received: () => new Uint8Array(Buffer.concat(chunks)),
    paper: () => new Uint8Array(Buffer.concat(brains.map((brain) => brain.paper()))),
    papers: () => brains.map((brain) => brain.paper()),
    connections: () => connectionCount,
    openConnections: () => sockets.size,
    wake: () => {
      for (const socket of sockets) socket.on('data', keep).resume()
    },
    behave: async (next) => {
      behaviour = next
      if (next.kind === 'switched-off') await shut()
      else if (!server.listening) await listen(port)
    },
    until: (enough) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!enough(double)) return
          watchers.delete(look)
          resolve()
        }
        watchers.add(look)
        look()
      }),
    close: shut,
  }
  return double
}

/** Takes a few bytes at a time, so that the sender's answer comes long after its bytes have left. */
function readSlowly(socket: Socket, bytesPerStep: number, take: (bytes: Uint8Array) => void): void {
  let waiting = Buffer.alloc(0)
  let ended = false
  const step = (): void => {
    if (waiting.length > 0) take(waiting.subarray(0, bytesPerStep))
    waiting = waiting.subarray(bytesPerStep)
    if (waiting.length > 0) setTimeout(step, 2)
    else if (ended) socket.end()
  }
  socket.on('data', (bytes) => {
    const idle = waiting.length === 0
    waiting = Buffer.concat([waiting, bytes])
    if (idle) setTimeout(step, 2)
  })
  socket.on('end', () => {
    ended = true
    if (waiting.length === 0) socket.end()
  })
}
