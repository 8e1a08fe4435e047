import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { startPostgres } from './postgres-server.ts'
import type { PostgresServer } from './postgres-server.ts'
import { prepareTemplate } from './postgres-template.ts'

export interface PostgresDesk {
  readonly url: string
  close(): Promise<void>
}

const template = 'sepok_template'

/**
 * Hands out test databases to the processes of a test run. The server is started at the first request, so a run that
 * asks for none costs nothing. POST gives `{name, url}`, DELETE /name takes the database back.
 */
export const openPostgresDesk = async (): Promise<PostgresDesk> => {
  let server: Promise<PostgresServer> | undefined
  const started = (): Promise<PostgresServer> => (server ??= startWithTemplate())

  const desk = createServer((request, response) => {
    const answer = async (): Promise<object> => {
      const { adminUrl, urlOf } = await started()
      if (request.method === 'DELETE') {
        await inDatabase(
          adminUrl,
          `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(request.url?.slice(1) ?? '')} WITH (FORCE)`,
        )
        return {}
      }
      const name = `test_${randomUUID().replaceAll('-', '')}`
      await inDatabase(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
      return { name, url: urlOf(name) }
    }
    answer().then(
      (value) => response.end(JSON.stringify(value)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
    )
  })
  desk.listen(0, '127.0.0.1')
  await once(desk, 'listening')
  return {
    url: `http://127.0.0.1:${(desk.address() as AddressInfo).port}`,
    close: async () => {
      desk.closeAllConnections()
      desk.close()
      await (await server?.catch(() => undefined))?.stop()
    },
  }
}

const startWithTemplate = async (): Promise<PostgresServer> => {
  const server = await startPostgres()
  await inDatabase(server.adminUrl, `CREATE DATABASE ${template}`)
  await prepareTemplate(server.urlOf(template))
  return server
}

const inDatabase = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
