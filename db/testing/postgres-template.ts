import { openDatabase } from '../open.ts'

/**
 * Brings the database from which test databases are copied to the newest shape.
 * Called once per test run, on an empty database.
 */
export const prepareTemplate = async (url: string): Promise<void> => {
  const opened = await openDatabase({ url }, { officeZone: () => 'Asia/Pontianak' })
  if (!opened.ok) throw new Error(`the template cannot be opened: ${JSON.stringify(opened.refusal)}`)
  await opened.value.migrate()
  await opened.value.close()
}
