import pg from 'pg'

/** Comes back once a transaction of this PostgreSQL database waits for a lock that another one holds. */
export async function someoneWaits(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (;;) {
      const { rowCount } = await client.query(
        'SELECT 1 FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())',
      )
      if (rowCount) return
    }
  } finally {
    await client.end()
  }
}
