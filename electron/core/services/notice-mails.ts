import { parseEmail } from '#domain/email.ts'
import type { Notice } from '#domain/notice.ts'
import type { Clock } from '#ports/clock.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import { keptMailServer, mailServerSetting } from './mail-setting.ts'
import { systemActor, type Office } from './office.ts'
import { newMail } from './send-by-email.ts'

interface NoticeMailParts {
  readonly office: Pick<Office, 'profile'>
  readonly clock: Clock
  readonly station: string
}

/** Puts a new notice into the outbox, where the office sends such notices by e-mail and the applicant gave an address. */
async function mailNotice(
  { office, clock, station }: NoticeMailParts,
  stores: Stores,
  notice: Notice,
): Promise<void> {
  if (!office.profile.mailedNotices.includes(notice.kind)) return
  const state = await stores.applications.find(notice.applicationId)
  const to = parseEmail(state?.applicant.email ?? '')
  if (!state || !to.ok) return
  const server = keptMailServer(await stores.settings.get(mailServerSetting))
  // Without a server the notice waits for somebody, as it does without an address.
  if (!server) return
  const made = {
    // One notice, one mail.
    id: notice.id,
    applicationId: notice.applicationId,
    purpose: 'notice',
    subjectId: notice.id,
    to: to.value,
    fileSha256: null,
    replaces: null,
    askedBy: systemActor(station),
  } as const
  await stores.mails.add(newMail(made, server, clock.now()))
}

/**
 * A unit of work in which every notice that is made brings its mail along, in the same transaction. One place instead of a
 * line in each service that moves a dossier.
 */
export const withNoticeMails = (work: UnitOfWork, parts: NoticeMailParts): UnitOfWork => ({
  run: (task) =>
    work.run((stores) =>
      task({
        ...stores,
        notices: {
          ...stores.notices,
          save: async (notice) => {
            const isNew = notice.state === 'waiting' && !(await stores.notices.find(notice.id))
            await stores.notices.save(notice)
            if (isNew) await mailNotice(parts, stores, notice)
          },
        },
      }),
    ),
})
