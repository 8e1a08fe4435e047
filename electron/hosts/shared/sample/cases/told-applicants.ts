import type { Notice } from '#domain/notice.ts'
import { noticeContacts } from '#domain/notice-rules.ts'
import type { CaseDesk, SampleCase } from './sample-case.ts'

const HOUR_MS = 3_600_000

const isDue = (notice: Notice, desk: CaseDesk): boolean => {
  const since = notice.tries.at(-1)?.at ?? notice.madeAt
  return Date.parse(desk.now()) - Date.parse(since) > 3 * HOUR_MS
}

/** One round of telephone and WhatsApp, as a counter makes it twice a day. */
async function tellThose(desk: CaseDesk): Promise<void> {
  const who = desk.as('applicant')
  for (const notice of desk.waitingNotices()) {
    if (!isDue(notice, desk) || desk.random.chance(0.2)) continue
    const [first] = noticeContacts(desk.state(notice.applicationId))
    const noticeId = notice.id
    const id = desk.ids.uuid()
    if (!first) {
      await desk.services.printNotice({ id, noticeId, printerId: null }, who)
      continue
    }
    const channel = first.mobile && desk.random.chance(0.8) ? 'whatsapp' : 'phone'
    const outcome = desk.random.chance(0.85)
      ? 'reached'
      : desk.random.chance(0.9)
        ? 'no-answer'
        : 'wrong-number'
    await desk.services.recordContact({ id, noticeId, channel, outcome, note: null }, who)
  }
}

/** The counter tells applicants what the procedure has them told: reached, tried in vain, and those still to be told. */
export const toldApplicants: SampleCase = {
  name: 'told-applicants',
  daysAgo: 12,
  share: 0.3,
  async *play(desk) {
    // Until the present moment, at which every case ends where it is.
    for (;;) {
      await tellThose(desk)
      yield 210
    }
  },
}
