import { existsSync } from 'node:fs'
import { request } from 'node:http'
import type { RequestOptions } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** The machine's print server, reached by HTTP. */
export interface CupsServer {
  /**
   * Sends one IPP request.
   * Rejects with the system's error when the server is not there, answers something else, or `signal` fires.
   */
  post(path: string, body: Uint8Array, signal: AbortSignal): Promise<Uint8Array>
}

const usualSockets = ['/run/cups/cups.sock', '/var/run/cups/cups.sock', '/private/var/run/cupsd']

/** Where `CUPS_SERVER` points, else the socket of the machine's own server, else its port 631. */
function placeOf(server: string | undefined): RequestOptions {
  if (server !== undefined && server !== '') {
    if (server.startsWith('/')) return { socketPath: server }
    const [, host, port] = /^(.*?)(?::(\d+))?(?:\/.*)?$/.exec(server) ?? []
    return { host: host ?? server, port: Number(port ?? 631) }
  }
  const socketPath = usualSockets.find((path) => existsSync(path))
  return socketPath === undefined ? { host: 'localhost', port: 631 } : { socketPath }
}

/**
 * The print server of this machine.
 *
 * @param server  as in the environment variable `CUPS_SERVER`: a socket path or HOST:PORT; absent: the usual place
 */
export function connectToCups(server: string | undefined = process.env['CUPS_SERVER']): CupsServer {
  return {
    post: (path, body, signal) =>
      new Promise((resolve, reject) => {
        const call = request(
          {
            ...placeOf(server),
            path,
            method: 'POST',
            // CUPS answers another name than its own with 400.
            headers: { host: 'localhost', 'content-type': 'application/ipp', 'content-length': body.length },
            agent: false,
            signal,
          },
          (response) => {
            buffer(response).then((answer) => {
              if (response.statusCode === 200) resolve(new Uint8Array(answer))
              else reject(new Error(`the print server answered ${response.statusCode ?? 0}`))
            }, reject)
          },
        )
        call.on('error', reject)
        call.end(body)
      }),
  }
}
