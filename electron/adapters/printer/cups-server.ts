import { existsSync } from 'node:fs'
import { request } from 'node:http'
import type { RequestOptions } from 'node:http'
import { userInfo } from 'node:os'
import { buffer } from 'node:stream/consumers'

/** The machine's print server, reached by HTTP. */
export interface CupsServer {
  /**
   * Sends one IPP request.
   * Rejects with the system's error when the server is not there, answers something else, or `signal` fires; with
   * `PrintServerForbids` when it wants to know first who asks and this user may not.
   *
   * @param as  `user`: over its socket the server is told as whom this program runs, which administrators need
   */
  post(path: string, body: Uint8Array, signal: AbortSignal, as?: 'nobody' | 'user'): Promise<Uint8Array>
}

/** The server wants a password, or says no to this user. */
export class PrintServerForbids extends Error {}

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
    post: (path, body, signal, as = 'nobody') =>
      new Promise((resolve, reject) => {
        const place = placeOf(server)
        const call = request(
          {
            ...place,
            path,
            method: 'POST',
            // CUPS answers another name than its own with 400.
            headers: {
              host: 'localhost',
              'content-type': 'application/ipp',
              'content-length': body.length,
              // The server compares the name with that of the process at the other end of the socket.
              ...(as === 'user' &&
                place.socketPath !== undefined && { authorization: `PeerCred ${userInfo().username}` }),
            },
            agent: false,
            signal,
          },
          (response) => {
            buffer(response).then((answer) => {
              if (response.statusCode === 200) resolve(new Uint8Array(answer))
              else if (response.statusCode === 401 || response.statusCode === 403)
                reject(new PrintServerForbids(`the print server answered ${response.statusCode}`))
              else reject(new Error(`the print server answered ${response.statusCode ?? 0}`))
            }, reject)
          },
        )
        call.on('error', reject)
        call.end(body)
      }),
  }
}
