import { expect, it, onTestFinished } from 'vitest'
import { aRegisteredDossier } from '#domain/testing/builders.ts'
import { doWork, store } from '#ports/testing/test-office.ts'
import { describeRepositories } from '../testing/repository-contracts.ts'
import { openTestDb } from '../testing/open-test-db.ts'

describeRepositories('postgres')

it('two that wait for each other in a circle both come to their end, one after the other', async () => {
  const office = await openTestDb('postgres')
  onTestFinished(() => office.close())
  const dossier = aRegisteredDossier()
  await store(office, dossier)
  const { id, applicant } = dossier.state
  const [first, second] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()]
  let runs = 0
  const both = await Promise.all([
    doWork(office, async ({ applications, applicants }) => {
      runs += 1
      await applications.lock([id])
      first.resolve(null)
      await second.promise
      return (await applicants.find(applicant.id))?.id
    }),
    doWork(office, async ({ applications, applicants }) => {
      runs += 1
      const person = await applicants.find(applicant.id)
      second.resolve(null)
      await first.promise
      await applications.lock([id])
      return person?.id
    }),
  ])
  expect(both).toEqual([applicant.id, applicant.id])
  expect(runs, 'one at least began again').toBeGreaterThan(2)
})
