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
      const news: ChangeNews[] = []
      const outcome = await work.run(async (stores) => {
        const done = await task(listening(stores, (topic, id) => news.push({ topic, id })))
        if (done.ok && news.length > 0) await stores.news.tell(news)
        return done
      })
      if (outcome.ok) for (const { topic, id } of news) publish(topic, id)
      return outcome
    },
  }
}

function listening(stores: Stores, hear: (topic: string, id: string | null) => void): Stores {
  return {
    ...stores,
    applications: {
      ...stores.applications,
      save: async (state, events) => {
        await stores.applications.save(state, events)
        hear('dossier', state.id)
      },
    },
    printJobs: {
      ...stores.printJobs,
      add: async (job) => {
        await stores.printJobs.add(job)
        hear('printing', job.id)
      },
    },
    blanks: {
      ...stores.blanks,
      add: async (entry) => {
        await stores.blanks.add(entry)
        hear('printing', entry.jobId)
      },
      save: async (entry) => {
        await stores.blanks.save(entry)
        hear('printing', entry.jobId)
      },
      receive: async (stack) => {
        await stores.blanks.receive(stack)
        hear('printing', null)
      },
    },
    mails: {
      ...stores.mails,
      add: async (mail) => {
        await stores.mails.add(mail)
        hear('mail', mail.id)
      },
      save: async (mail) => {
        await stores.mails.save(mail)
        hear('mail', mail.id)
      },
    },
    surveys: {
      ...stores.surveys,
      invite: async (invitation) => {
        await stores.surveys.invite(invitation)
        hear('satisfaction', null)
      },
      end: async (token, state) => {
        await stores.surveys.end(token, state)
        hear('satisfaction', null)
      },
      answer: async (answer) => {
        const isNew = await stores.surveys.answer(answer)
        if (isNew) hear('satisfaction', null)
        return isNew
      },
    },
    // Calls that go as they should are told by the run that sends them: hundreds may go in a second.
    portal: {
      ...stores.portal,
      saveCall: async (call) => {
        await stores.portal.saveCall(call)
        if (call.state === 'aside') hear('portal', call.lane)
      },
      saveKnown: async (known) => {
        await stores.portal.saveKnown(known)
        // Accounts are a queue of their own; whatever else is known shows by what follows from it.
        if (known.entity === 'account') hear('portal', null)
      },
      addConflict: async (conflict) => {
        await stores.portal.addConflict(conflict)
        hear('portal', conflict.applicationId)
      },
      saveConflict: async (conflict) => {
        await stores.portal.saveConflict(conflict)
        hear('portal', conflict.applicationId)
      },
      addArrival: async (arrival) => {
        const isNew = await stores.portal.addArrival(arrival)
        if (isNew) hear('portal', arrival.applicationId)
        return isNew
      },
      saveArrival: async (arrival) => {
        await stores.portal.saveArrival(arrival)
        hear('portal', arrival.applicationId)
      },
      saveRun: async (run) => {
        await stores.portal.saveRun(run)
        hear('portal', null)
      },
    },
    printers: {
      ...stores.printers,
      save: async (printer) => {
        await stores.printers.save(printer)
        hear('office', null)
      },
    },
    settings: {
      ...stores.settings,
      set: async (key, value) => {
        await stores.settings.set(key, value)
        // A recount tells of itself by the dossiers whose day it moves.
        if (key === recountSetting || key === portalCursorSetting || isSigningTries(key)) return
        // What one person has chosen for themselves changes nobody's list.
        hear(key.startsWith('user.') ? 'session' : 'office', null)
      },
    },
    numbers: {
      ...stores.numbers,
      start: async (start) => {
        await stores.numbers.start(start)
        hear('office', null)
      },
    },
    calendar: {
      ...stores.calendar,
      add: async (change) => {
        await stores.calendar.add(change)
        hear('office', null)
      },
    },
    closings: {
      ...stores.closings,
      add: async (closing, prints) => {
        await stores.closings.add(closing, prints)
        hear('closing', closing.day)
      },
    },
    collectiveFilings: {
      ...stores.collectiveFilings,
      open: async (filing, day, serial) => {
        await stores.collectiveFilings.open(filing, day, serial)
        hear('collective', filing.id)
      },
      close: async (id, closed) => {
        await stores.collectiveFilings.close(id, closed)
        hear('collective', id)
      },
      leave: async (dossier) => {
        await stores.collectiveFilings.leave(dossier)
        hear('collective', dossier.filingId)
      },
    },
    complaints: {
      ...stores.complaints,
      add: async (complaint) => {
        await stores.complaints.add(complaint)
        hear('complaint', complaint.id)
      },
      act: async (complaint) => {
        await stores.complaints.act(complaint)
        hear('complaint', complaint.id)
      },
    },
    consultations: {
      add: async (consultation) => {
        const isNew = await stores.consultations.add(consultation)
        if (isNew) hear('complaint', null)
        return isNew
      },
    },
    dispatches: {
      ...stores.dispatches,
      add: async (dispatch) => {
        await stores.dispatches.add(dispatch)
        hear('dispatch', dispatch.id)
      },
      settle: async (dispatch) => {
        await stores.dispatches.settle(dispatch)
        hear('dispatch', dispatch.id)
      },
    },
    deputyships: {
      ...stores.deputyships,
      add: async (deputyship) => {
        await stores.deputyships.add(deputyship)
        // What a deputy may open and sees in their queues changes with it.
        hear('everything', null)
      },
      end: async (id, ended) => {
        await stores.deputyships.end(id, ended)
        hear('everything', null)
      },
    },
    users: {
      ...stores.users,
      save: async (user) => {
        await stores.users.save(user)
        hear('office', null)
      },
    },
  }
}
