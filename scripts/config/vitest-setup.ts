import type { TestProject } from 'vitest/node'
import { openPostgresDesk } from '../../db/testing/postgres-desk.ts'
import type {} from '../../db/testing/postgres.ts'

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const desk = await openPostgresDesk()
  project.provide('postgresDeskUrl', desk.url)
  return desk.close
}
