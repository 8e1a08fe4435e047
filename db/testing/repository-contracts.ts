import { describe, onTestFinished } from 'vitest'
import { applicationStoreContract } from '#ports/testing/application-store.contract.ts'
import { bringInContract } from '#ports/testing/bring-in.contract.ts'
import { calendarStoreContract } from '#ports/testing/calendar-store.contract.ts'
import { reportSchedulesContract } from '#ports/testing/report-schedules.contract.ts'
import { closingStoreContract } from '#ports/testing/closing-store.contract.ts'
import { collectiveFilingContract } from '#ports/testing/collective-filing.contract.ts'
import { deputyshipStoreContract } from '#ports/testing/deputyship-store.contract.ts'
import { blankStoreContract } from '#ports/testing/blank-store.contract.ts'
import { complaintStoreContract } from '#ports/testing/complaint-store.contract.ts'
import { dispatchStoreContract } from '#ports/testing/dispatch-store.contract.ts'
import { listQueriesContract } from '#ports/testing/list-queries.contract.ts'
import { mailStoreContract } from '#ports/testing/mail-store.contract.ts'
import { noticeStoreContract } from '#ports/testing/notice-store.contract.ts'
import { numberStoreContract } from '#ports/testing/number-store.contract.ts'
import { registersContract } from '#ports/testing/registers.contract.ts'
import { officeStoresContract } from '#ports/testing/office-stores.contract.ts'
import { portalCallsContract } from '#ports/testing/portal-calls.contract.ts'
import { portalFilesContract } from '#ports/testing/portal-files.contract.ts'
import { portalRegisterContract } from '#ports/testing/portal-register.contract.ts'
import { printStoresContract } from '#ports/testing/print-stores.contract.ts'
import { reportFactsContract } from '#ports/testing/report-facts.contract.ts'
import { limitQueriesContract } from '#ports/testing/limit-queries.contract.ts'
import { reportQueriesContract } from '#ports/testing/report-queries.contract.ts'
import { searchContract } from '#ports/testing/search.contract.ts'
import type { OpenOffice } from '#ports/testing/test-office.ts'
import { unitOfWorkContract } from '#ports/testing/unit-of-work.contract.ts'
import { openTestDb, type Engine } from './open-test-db.ts'

/** Every contract that a database must keep, as tests against one of the two. */
export function describeRepositories(engine: Engine): void {
  const open: OpenOffice = async () => {
    const database = await openTestDb(engine)
    onTestFinished(() => database.close())
    return database
  }
  describe(`transactions on ${engine}`, () => unitOfWorkContract(open))
  describe(`applications on ${engine}`, () => applicationStoreContract(open))
  describe(`a past brought in on ${engine}`, () => bringInContract(open))
  describe(`the calendar on ${engine}`, () => calendarStoreContract(open))
  describe(`official numbers on ${engine}`, () => numberStoreContract(open))
  describe(`registers on ${engine}`, () => registersContract(open))
  describe(`print jobs on ${engine}`, () => printStoresContract(open))
  describe(`people, drafts and outgoing entries on ${engine}`, () => officeStoresContract(open))
  describe(`collective filings on ${engine}`, () => collectiveFilingContract(open))
  describe(`notices on ${engine}`, () => noticeStoreContract(open))
  describe(`mails on ${engine}`, () => mailStoreContract(open))
  describe(`the portal’s traffic on ${engine}`, () => {
    portalCallsContract(open)
    portalFilesContract(open)
    portalRegisterContract(open)
  })
  describe(`deputies on ${engine}`, () => deputyshipStoreContract(open))
  describe(`the card of blanks on ${engine}`, () => blankStoreContract(open))
  describe(`the book of dispatches on ${engine}`, () => dispatchStoreContract(open))
  describe(`complaints on ${engine}`, () => complaintStoreContract(open))
  describe(`lists on ${engine}`, () => listQueriesContract(open))
  describe(`search on ${engine}`, () => searchContract(open))
  describe(`facts for reports on ${engine}`, () => reportFactsContract(open))
  describe(`schedules of reports on ${engine}`, () => reportSchedulesContract(open))
  describe(`closed days on ${engine}`, () => closingStoreContract(open))
  describe(`reports on ${engine}`, () => reportQueriesContract(open))
  describe(`limits on ${engine}`, () => limitQueriesContract(open))
}
