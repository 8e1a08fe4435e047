import type { CustomScheme, Protocol } from 'electron'
import type { ClientId, Station } from '#hosts/shared/station.ts'

export const pageUrl = 'sepok://loket/'

/**
 * A scheme that behaves like an https site of its own. `corsEnabled` stays off: it would let pages of other origins
 * read it, and our own page does not need it.
 */
export const stationScheme: CustomScheme = {
  scheme: 'sepok',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
}

// `URL.origin` is "null" for schemes that URL does not know, so host and scheme are compared.
export const isOurPage = (address: string | undefined): boolean => {
  const url = address === undefined ? null : URL.parse(address)
  return url?.protocol === 'sepok:' && url.host === 'loket' && url.username === '' && url.password === ''
}

/** Hands every request of the scheme to the station, in the name of the window session that asks. */
export const serveStation = (
  protocol: Protocol,
  station: Pick<Station, 'fetch'>,
  clientOf: () => ClientId,
): void =>
  protocol.handle('sepok', (request) =>
    isOurPage(request.url) ? station.fetch(request, clientOf()) : new Response(null, { status: 404 }),
  )
