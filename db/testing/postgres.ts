import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test databases are handed out; see postgres-desk.ts. */
    postgresDeskUrl: string
  }
}

export interface TestPostgres {
  readonly url: string
  /** Cuts off whoever is still connected. */
  drop(): Promise<void>
}

/**
 * A PostgreSQL database of a test's own, migrated to head. The first caller of a run waits a few seconds for the
 * server, the others some 30 ms. Databases that are not dropped end with the run.
 */
export const createPostgresDatabase = async (): Promise<TestPostgres> => {
  const { name, url } = (await askDesk('POST', '')) as { name: string; url: string }
  return {
    url,
    drop: async () => {
      await askDesk('DELETE', name)
    },
  }
}

const askDesk = async (method: string, path: string): Promise<unknown> => {
  const response = await fetch(`${inject('postgresDeskUrl')}/${path}`, { method })
  if (!response.ok) throw new Error(await response.text())
  return response.json()
}
