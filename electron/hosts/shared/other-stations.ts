import type { ChangeNews } from '#ports/stores.ts'
import type { StationTools } from './open-office.ts'

/** Topics of what a station keeps between questions; all else is read anew each time. */
const keptTopics = ['office', 'everything']

/**
 * Hears what other stations on the same server have changed: what is kept here is read again first, then the windows of
 * this station are told, so that none of them asks too early. One piece of news after the other.
 *
 * @param readAgain  reads what the station keeps; a fault of it is logged, and windows are told all the same
 * @returns stops hearing, once the last news has been dealt with
 */
export async function followOtherStations({
  database,
  log,
  publish,
  readAgain,
}: Pick<StationTools, 'database' | 'log' | 'publish'> & {
  readAgain(): Promise<void>
}): Promise<() => Promise<void>> {
  let last = Promise.resolve()
  const hear = async (news: readonly ChangeNews[]): Promise<void> => {
    try {
      if (news.some(({ topic }) => keptTopics.includes(topic))) await readAgain()
    } catch (err) {
      log.error({ err }, 'what another station changed could not be read')
    }
    for (const { topic, id } of news) publish(topic, id)
  }
  const stop = await database.hearOtherStations((news) => {
    last = last.then(() => hear(news))
  })
  return async () => {
    await stop()
    await last
  }
}
