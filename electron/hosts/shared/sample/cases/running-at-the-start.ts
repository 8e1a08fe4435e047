import { numericDate } from '#domain/indonesian.ts'
import { emptyOldBook } from '#domain/old-book-form.ts'
import { oldBookStages } from '#domain/old-book-stages.ts'
import { addDays } from '#domain/office-date.ts'
import { getStage } from '#domain/stage-table.ts'
import type { SampleCase } from './sample-case.ts'

/** A permit of the old book that only waited to be fetched when the office began. */
export const runningAtTheStart: SampleCase = {
  name: 'running-at-the-start',
  daysAgo: 1,
  share: 0.3,
  async *play(desk) {
    const { office, services, ids } = desk
    const table = office.profile.stageTable
    const stage = oldBookStages(table).find(({ code }) => getStage(table, code).handsOver)
    const offer = office.profile.offers[0]
    if (!stage || !offer) return
    const day = (daysAgo: number): string => numericDate(addDays(desk.today(), -daysAgo))
    const filled = await desk.form({ permitTypeCode: offer.code })
    const form = {
      ...filled,
      documents: [],
      papers: [],
      oldBook: {
        ...emptyOldBook,
        number: 'Agenda 118',
        filedOn: day(30),
        stage: stage.code,
        acceptedOn: day(28),
        productNumber: `446/118/${offer.code}`,
        issuedOn: day(15),
        signedOn: day(14),
      },
    }
    const order = { applicationId: ids.uuid(), draftId: null, form, printerId: null }
    const carried = await services.carryRunning(order, desk.as('applicant'))
    if (!carried.ok) throw new Error(JSON.stringify(carried.refusal))
    yield 1
  },
}
