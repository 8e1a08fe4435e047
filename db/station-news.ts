import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import type { ChangeNews, NewsStore } from '#ports/stores.ts'
import type { Connection } from './connection.ts'
import { isPostgres } from './repositories/reading.ts'

const channel = 'sepok_news'
/** The server takes up to 8,000 bytes in one notification. */
const mostBytes = 7_500
const everything: readonly ChangeNews[] = [{ topic: 'everything', id: null }]

/** The name of one station among those on a server, so that it does not hear itself. */
export const newStationToken = (): string => randomUUID()

/** The server passes it on when the transaction commits, and forgets it when that is taken back. */
export const makeNewsStore = (trx: Knex, from: string): NewsStore => ({
  async tell(news) {
    if (!isPostgres(trx) || news.length === 0) return
    const whole = JSON.stringify({ from, news })
    const message = whole.length > mostBytes ? JSON.stringify({ from, news: everything }) : whole
    await trx.raw('SELECT pg_notify(?, ?)', [channel, message])
  },
})

/**
 * Hears what other stations have changed, from now on; after a time in which the server could not be heard it says that
 * everything may have changed. Nothing is ever heard of an embedded file.
 *
 * @returns stops listening
 */
export const hearOtherStations = async (
  { listen }: Connection,
  own: string,
  hear: (news: readonly ChangeNews[]) => void,
): Promise<() => Promise<void>> =>
  listen
    ? listen(channel, {
        hear: (message) => {
          const { from, news } = readMessage(message)
          if (from !== own) hear(news)
        },
        missed: () => hear(everything),
      })
    : () => Promise.resolve()

/** Words of another program version are news of anything. */
function readMessage(message: string): { readonly from: unknown; readonly news: readonly ChangeNews[] } {
  try {
    const { from, news } = JSON.parse(message) as { from?: unknown; news?: unknown }
    return { from, news: isNews(news) ? news : everything }
  } catch {
    return { from: null, news: everything }
  }
}

const isNews = (value: unknown): value is readonly ChangeNews[] =>
  Array.isArray(value) &&
  value.every(
    (one: unknown) =>
      typeof one === 'object' &&
      one !== null &&
      'topic' in one &&
      typeof one.topic === 'string' &&
      'id' in one &&
      (one.id === null || typeof one.id === 'string'),
  )
