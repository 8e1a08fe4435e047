import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok, refuse } from '#domain/result.ts'
import type { User } from '#ports/records.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import { openTestDb, type TestDatabase } from '#db/testing/open-test-db.ts'
import { anApplicant, aRegisteredDossier, anId, instant } from '#domain/testing/builders.ts'
import { aPrintJob } from '#domain/testing/print-jobs.ts'
import { withNews } from './work-news.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDb()
})
afterEach(() => database.close())

const at = instant('2026-11-19T02:24:00.000Z')
const user: User = {
  id: anId(1, 'f'),
  username: 'ratih',
  name: 'Ratih Puspalina',
  passwordHash: 'x',
  roles: ['front-office'],
  counter: null,
  active: true,
  createdAt: at,
}

describe('the news of a change', () => {
  it('reaches other windows only once the change can be read', async () => {
    const seen: Promise<readonly [string, boolean]>[] = []
    const heard: string[] = []
    const dossier = aRegisteredDossier()
    const job = aPrintJob({ applicationId: dossier.state.id })
    const work = withNews(database.work, (topic, id) => {
      heard.push(topic)
      const found =
        topic === 'dossier'
          ? database.queries.findApplication(id ?? '')
          : database.queries.findPrintJob(id ?? '')
      if (topic !== 'office') seen.push(found.then((one) => [topic, one !== undefined] as const))
    })
    await work.run(async (stores) => {
      await stores.applicants.save(anApplicant(), at)
      await stores.applications.save(dossier.state, dossier.events)
      await stores.printJobs.add(job)
      await stores.users.save(user)
      expect(heard).toEqual([])
      expect(await database.queries.findApplication(dossier.state.id)).toBeUndefined()
      return ok(null)
    })
    expect(heard).toEqual(['dossier', 'printing', 'office'])
    expect(await Promise.all(seen)).toEqual([
      ['dossier', true],
      ['printing', true],
    ])
  })

  it('is told once of work that had to begin again', async () => {
    const heard: string[] = []
    const twice: UnitOfWork = {
      run: async (task) => {
        await database.work.run(async (stores) => {
          await task(stores)
          return refuse('again')
        })
        return database.work.run(task)
      },
    }
    const work = withNews(twice, (topic) => heard.push(topic))
    await work.run(async ({ users }) => {
      await users.save(user)
      return ok(null)
    })
    expect(heard).toEqual(['office'])
  })

  it('is not told of work that was refused or failed', async () => {
    const heard: string[] = []
    const work = withNews(database.work, (topic) => heard.push(topic))
    await work.run(async ({ users }) => {
      await users.save(user)
      return refuse({ code: 'no' })
    })
    const failed = work.run(async ({ users }) => {
      await users.save(user)
      throw new Error('the power failed')
    })
    await expect(failed).rejects.toThrow('the power failed')
    expect(heard).toEqual([])
    expect(await database.queries.countUsers()).toBe(0)
  })
})
