import type { ChangeNews, Stores, UnitOfWork } from '#ports/stores.ts'
import { portalCursorSetting } from '#services/portal-setting.ts'
import { recountSetting } from '#services/recount-promises.ts'
import { isSigningTries } from '#services/signing-tries.ts'

/**
 * A unit of work that tells windows, those of other stations too, what it changed: topic and id, only after the commit,
 * never for a refusal.
 * One place instead of a line in each service, so that no change can be forgotten.
 */
export function withNews(work: UnitOfWork, publish: (topic: string, id: string | null) => void): UnitOfWork {
  return {
    run: async (task) => {
      let news: ChangeNews[] = []
      const outcome = await work.run(async (stores) => {
        // Work may begin again; what the first try has told is gone with it.
        news = []
        const done = await task(listening(stores, (one) => news.push(one)))
        if (done.ok && news.length > 0) await stores.news.tell(news)
        return done
      })
      if (outcome.ok) for (const { topic, id } of news) publish(topic, id)
      return outcome
    },
  }
}

type News = ChangeNews | null

const about = (topic: string, id: string | null): ChangeNews => ({ topic, id })

/** What a window is to hear of a call, by its arguments and its result; null: nothing. */
type Told<Store> = {
  readonly [Method in keyof Store]?: Store[Method] extends (...args: infer Args) => Promise<infer Result>
    ? (args: Args, result: Result) => News
    : never
}

/** Every change of which windows hear. */
const told: { readonly [Name in keyof Stores]?: Told<Stores[Name]> } = {
  applications: { save: ([state]) => about('dossier', state.id) },
  printJobs: { add: ([job]) => about('printing', job.id) },
  blanks: {
    add: ([entry]) => about('printing', entry.jobId),
    save: ([entry]) => about('printing', entry.jobId),
    receive: () => about('printing', null),
  },
  mails: { add: ([mail]) => about('mail', mail.id), save: ([mail]) => about('mail', mail.id) },
  surveys: {
    invite: () => about('satisfaction', null),
    end: () => about('satisfaction', null),
    answer: (_, isNew) => (isNew ? about('satisfaction', null) : null),
  },
  // Calls that go as they should are told by the run that sends them: hundreds may go in a second.
  portal: {
    saveCall: ([call]) => (call.state === 'aside' ? about('portal', call.lane) : null),
    // A file that came at once shows in its dossier; one that did not is on a list.
    saveFile: ([file]) =>
      file.direction === 'fetch' && file.tries > 0 && (file.trouble !== null || file.tries > 1)
        ? about('portal', file.applicationId)
        : null,
    askForLoan: () => about('portal', null),
    bringLoan: (_, isNew) => (isNew ? about('portal', null) : null),
    // Accounts are a queue of their own; whatever else is known shows by what follows from it.
    saveKnown: ([known]) => (known.entity === 'account' ? about('portal', null) : null),
    addConflict: ([conflict]) => about('portal', conflict.applicationId),
    saveConflict: ([conflict]) => about('portal', conflict.applicationId),
    addArrival: ([arrival], isNew) => (isNew ? about('portal', arrival.applicationId) : null),
    saveArrival: ([arrival]) => about('portal', arrival.applicationId),
    saveRun: () => about('portal', null),
  },
  printers: { save: () => about('office', null) },
  settings: {
    set: ([key]) => {
      // A recount tells of itself by the dossiers whose day it moves.
      if (key === recountSetting || key === portalCursorSetting || isSigningTries(key)) return null
      // What one person has chosen for themselves changes nobody's list.
      return about(key.startsWith('user.') ? 'session' : 'office', null)
    },
  },
  numbers: { start: () => about('office', null) },
  calendar: { add: () => about('office', null) },
  closings: { add: ([closing]) => about('closing', closing.day) },
  reportSchedules: {
    put: ([schedule]) => about('schedules', schedule.id),
    remove: ([id]) => about('schedules', id),
    addRun: ([run], isNew) => (isNew ? about('schedules', run.scheduleId) : null),
    updateRun: ([run]) => about('schedules', run.scheduleId),
  },
  collectiveFilings: {
    open: ([filing]) => about('collective', filing.id),
    close: ([id]) => about('collective', id),
    leave: ([dossier]) => about('collective', dossier.filingId),
  },
  complaints: {
    add: ([complaint]) => about('complaint', complaint.id),
    act: ([complaint]) => about('complaint', complaint.id),
  },
  consultations: { add: (_, isNew) => (isNew ? about('complaint', null) : null) },
  dispatches: {
    add: ([dispatch]) => about('dispatch', dispatch.id),
    settle: ([dispatch]) => about('dispatch', dispatch.id),
  },
  // What a deputy may open and sees in their queues changes with it.
  deputyships: { add: () => about('everything', null), end: () => about('everything', null) },
  users: { save: () => about('office', null) },
}

type Methods = Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>
type Say = (args: readonly unknown[], result: unknown) => News

function listening(stores: Stores, hear: (news: ChangeNews) => void): Stores {
  const heard = Object.entries(told).map(([name, says]) => {
    const store = stores[name as keyof Stores] as unknown as Methods
    const wrapped = Object.entries(says as Readonly<Record<string, Say>>).map(([method, say]) => [
      method,
      async (...args: unknown[]) => {
        const result = await store[method]?.(...args)
        const news = say(args, result)
        if (news) hear(news)
        return result
      },
    ])
    return [name, { ...store, ...(Object.fromEntries(wrapped) as Methods) }]
  })
  return { ...stores, ...(Object.fromEntries(heard) as Partial<Stores>) }
}
