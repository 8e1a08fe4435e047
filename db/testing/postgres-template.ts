/**
 * Brings the database from which test databases are copied to the state every test starts from.
 * Called once per test run, on an empty database.
 */
export const prepareTemplate = async (_url: string): Promise<void> => {
  // Nothing yet: tests get empty databases.
}
