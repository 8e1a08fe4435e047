import { minutesOfDay } from '#domain/report-time.ts'
import type { CaseDesk, SampleCase } from './sample-case.ts'

const begins = 20

/**
 * Two dossiers that nobody goes on with: one past its limit, one on the working day before it. Where the office promises no
 * day it is the law's, after which silence is consent.
 */
export const nearLimits: SampleCase = {
  name: 'near-limits',
  daysAgo: begins,
  share: 0.15,
  async *play(desk) {
    const { stageTable, automaticApproval, calendar } = desk.office.profile
    const days = stageTable.limit?.workingDays ?? automaticApproval?.workingDays
    const type = desk.office.types.find((one) => one.kinds.includes('new') && one.holder === 'person')
    if (days === undefined || !type || days + 2 > begins) return
    const perDay = minutesOfDay(calendar)
    yield (begins - days - 2) * perDay
    yield* leftAfterAcceptance(desk, type.code)
    yield 3 * perDay
    yield* leftAfterAcceptance(desk, type.code)
  },
}

/** Takes somebody in and works on it until it is declared complete; then it lies. */
async function* leftAfterAcceptance(
  desk: CaseDesk,
  permitTypeCode: string,
): AsyncGenerator<number, void, void> {
  const { id } = await desk.register(await desk.form({ permitTypeCode }))
  for (let tried = 0; tried < 20 && desk.state(id).acceptedAt === null; tried += 1) {
    yield 2
    await desk.step(id)
  }
}
