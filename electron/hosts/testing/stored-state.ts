import { join } from 'node:path'
import type { ApplicationEvent } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { openOrThrow } from '#db/testing/open-test-db.ts'
import type { ComposedStation } from './composed-station.ts'

/** What a station has stored of an application, read beside it. */
export async function readState(
  { dataDir }: Pick<ComposedStation, 'dataDir'>,
  applicationId: string,
): Promise<{ readonly state: ApplicationState; readonly events: readonly ApplicationEvent[] }> {
  const database = await openOrThrow({ file: join(dataDir, 'kantor.sqlite') })
  try {
    const state = await database.queries.findApplication(applicationId)
    if (!state) throw new Error(`application ${applicationId} is not stored`)
    return { state, events: await database.queries.history(applicationId) }
  } finally {
    await database.close()
  }
}
