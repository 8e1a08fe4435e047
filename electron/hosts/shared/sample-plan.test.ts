import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseInstant } from '#domain/instant.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { regimeOn } from '#domain/permit-type.ts'
import { getType } from '#services/office.ts'
import { readOfficeFiles } from './office-files.ts'
import { createPeople } from './sample/people.ts'
import { arrivals, planApplications } from './sample/plan.ts'
import { createRandom } from './sample/random.ts'

const read = readOfficeFiles(join(import.meta.dirname, '..', '..', '..', 'assets'), 'pontianak')
if (!read.ok) throw new Error('the data files of Pontianak are broken')
const { office } = read.value
const { profile } = office

test('for a second place somebody comes only where the law of that day leaves more than one', () => {
  // Its year reaches back before 3 November 2025, when one place was all for some.
  const now = parseInstant('2026-10-13T09:00:00+07:00')
  if (!now.ok) throw new Error('no moment')
  const today = officeDateOf(now.value, profile.timeZone)
  const random = createRandom(1)
  const plans = planApplications(
    office,
    [],
    today,
    arrivals(profile.calendar, now.value, today, 2500, random),
    random,
    createPeople(random, today, profile.regionCode, []),
  )
  const limits = plans
    .filter(({ form }) => form.practiceOrdinal === 2)
    .map(({ form, arrivesAt }) => {
      const regime = regimeOn(getType(office, form.permitTypeCode), officeDateOf(arrivesAt, profile.timeZone))
      return regime.ok ? regime.value.placeLimit : 0
    })
  expect(limits.length).toBeGreaterThan(50)
  expect(limits.filter((limit) => limit !== null && limit < 2)).toEqual([])
})
