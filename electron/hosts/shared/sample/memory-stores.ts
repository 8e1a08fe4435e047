import { applicantKeys } from '#domain/applicant-keys.ts'
import type { ApplicationEvent } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { Applicant } from '#domain/application.ts'
import type { Appointment } from '#domain/appointment.ts'
import type { BlankForm } from '#domain/blank-form.ts'
import type { BlankPaper } from '#domain/blank-ledger.ts'
import type { CollectiveFiling, UntakenDossier } from '#domain/collective-filing.ts'
import type { Result } from '#domain/result.ts'
import type { Dispatch } from '#domain/dispatch.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { isUnderWay, type Mail } from '#domain/mail.ts'
import type { Instant } from '#domain/instant.ts'
import type { Notice } from '#domain/notice.ts'
import type { PrintJob, Printer } from '#domain/print-job.ts'
import type { Handover, User } from '#ports/records.ts'
import type { NumberRecord, Stores } from '#ports/stores.ts'
import { sampleSurvey } from './survey.ts'
import { sampleBlanks } from './blanks.ts'
import { createGroups } from './groups.ts'
import { quietStores, unused } from './quiet-stores.ts'

/** An office's work in memory, with what a service needs of its stores, and one way to put it all into a database. */
export interface MemoryOffice {
  run<T, R>(task: (stores: Stores) => Promise<Result<T, R>>): Promise<Result<T, R>>
  readonly stores: Stores
  state(id: string): ApplicationState
  /** All dossiers, in the order in which they came in. */
  states(): readonly ApplicationState[]
  jobsOf(applicationId: string): readonly PrintJob[]
  /** What applicants are still to be told, the oldest first. */
  waitingNotices(): readonly Notice[]
  /** When the last number of any series was taken; null: none was. */
  lastNumberAt(): Instant | null
  readonly jobs: Map<string, PrintJob>
  saveTo(stores: Stores): Promise<void>
}

/**
 * Stores of a past that is being made up: the use cases run on them as on a database, and every dossier is
 * saved once at the end instead of after each step. Sheets count as printed at once; what went out is gone.
 */
export function createMemoryOffice(
  printers: readonly Printer[],
  printed: (job: PrintJob) => PrintJob,
  blankPapers: readonly BlankPaper[],
  users: readonly User[],
): MemoryOffice {
  const applicants = new Map<
    string,
    { applicant: Applicant; at: Parameters<Stores['applicants']['save']>[1] }
  >()
  const states = new Map<string, ApplicationState>()
  const events = new Map<string, ApplicationEvent[]>()
  const jobs = new Map<string, PrintJob>()
  const handovers: Handover[] = []
  const notices = new Map<string, Notice>()
  const noticesOf = new Map<string, Map<string, Notice>>()
  const mails = new Map<string, Mail>()
  const appointments = new Map<string, Appointment>()
  const serials = new Map<string, number>()
  const lines: NumberRecord[] = []
  const voids: Parameters<Stores['numbers']['markVoid']>[] = []
  // A year is asked a hundred thousand times: what is looked for has an index.
  const byNik = new Map<string, string>()
  const byKey = new Map<string, string>()
  const byNumber = new Map<string, string>()
  const byApplicant = createGroups()
  const byJobSubject = createGroups()
  const jobsOf = (id: string): PrintJob[] => byJobSubject.of(id).flatMap((one) => jobs.get(one) ?? [])
  const settings = new Map<string, unknown>()
  const blanks: BlankForm[] = []
  const dispatches = new Map<string, Dispatch>()
  const filings = new Map<string, { filing: CollectiveFiling; day: OfficeDate; serial: number }>()
  const untaken = new Map<string, UntakenDossier>()

  const stores: Stores = {
    ...quietStores,
    applicants: {
      bringIn: unused,
      find: (id) => Promise.resolve(applicants.get(id)?.applicant),
      findAll: unused,
      findByNik: (nik) => Promise.resolve(applicants.get(byNik.get(nik) ?? '')?.applicant),
      findByKeys: (keys) => {
        const [id] = keys.flatMap((key) => byKey.get(key) ?? [])
        return Promise.resolve(applicants.get(id ?? '')?.applicant)
      },
      save: (applicant, at) => {
        applicants.set(applicant.id, { applicant, at })
        if (applicant.nik !== null) byNik.set(applicant.nik, applicant.id)
        for (const key of applicantKeys(applicant)) if (!byKey.has(key)) byKey.set(key, applicant.id)
        return Promise.resolve()
      },
    },
    applications: {
      find: (id) => Promise.resolve(states.get(id)),
      findAll: unused,
      lock: () => Promise.resolve(),
      bringIn: unused,
      findByRegistrationNumber: (text) =>
        Promise.resolve([...states.values()].find((one) => one.registrationNumber.text === text)),
      listPromised: unused,
      save: (state, added) => {
        states.set(state.id, state)
        const told = events.get(state.id)
        if (told) told.push(...added)
        else events.set(state.id, [...added])
        byApplicant.add(state.applicant.id, state.id)
        const number = state.product?.number
        if (number) byNumber.set(number.text, state.id)
        return Promise.resolve()
      },
      listByApplicant: (applicantId) =>
        Promise.resolve(byApplicant.of(applicantId).flatMap((id) => states.get(id) ?? [])),
      listByCollectiveFiling: (filingId) =>
        Promise.resolve([...states.values()].filter((one) => one.data.collective?.filingId === filingId)),
      findByProductNumber: (text) => {
        const state = states.get(byNumber.get(text) ?? '')
        return Promise.resolve(state?.product?.number?.text === text ? state : undefined)
      },
    },
    numbers: {
      advance: (series, scope) => {
        const key = JSON.stringify([series, scope])
        const serial = (serials.get(key) ?? 0) + 1
        serials.set(key, serial)
        return Promise.resolve(serial)
      },
      bringIn: unused,
      standing: (series, scope) => {
        const last = serials.get(JSON.stringify([series, scope])) ?? 0
        return Promise.resolve({ last, given: last })
      },
      findOwner: ({ series, scope, serial }) =>
        Promise.resolve(
          lines.find(
            ({ number }) => number.series === series && number.scope === scope && number.serial === serial,
          )?.applicationId,
        ),
      start: unused,
      record: (line) => {
        lines.push(line)
        return Promise.resolve()
      },
      markVoid: (...order) => {
        voids.push(order)
        return Promise.resolve()
      },
    },
    printJobs: {
      add: (job) => {
        jobs.set(job.id, printed(job))
        if (job.applicationId !== null) byJobSubject.add(job.applicationId, job.id)
        if (job.subjectId !== null) byJobSubject.add(job.subjectId, job.id)
        return Promise.resolve()
      },
      find: (id) => Promise.resolve(jobs.get(id)),
      listForSubject: (id) => Promise.resolve(jobsOf(id)),
      bringIn: unused,
      claimNext: unused,
      mark: unused,
      decide: unused,
      consent: (id, consent) => {
        const job = jobs.get(id)
        if (job?.second) jobs.set(id, { ...job, second: { ...job.second, consent } })
        return Promise.resolve()
      },
      reroute: unused,
      listInState: unused,
    },
    handovers: {
      bringIn: unused,
      add: (handover) => {
        handovers.push(handover)
        return Promise.resolve()
      },
      findLast: (applicationId) =>
        Promise.resolve(handovers.findLast((one) => one.applicationId === applicationId)),
    },
    printers: { list: () => Promise.resolve(printers), save: unused },
    users: {
      find: (id) => Promise.resolve(users.find((one) => one.id === id)),
      findByUsername: unused,
      save: unused,
      count: unused,
    },
    dispatches: {
      find: (id) => Promise.resolve(dispatches.get(id)),
      add: (dispatch) => {
        dispatches.set(dispatch.id, dispatch)
        return Promise.resolve()
      },
      settle: (dispatch) => {
        dispatches.set(dispatch.id, dispatch)
        return Promise.resolve()
      },
    },
    blankForms: {
      add: (forms) => {
        blanks.push(...forms)
        return Promise.resolve()
      },
      listBatch: (batchId) => Promise.resolve(blanks.filter((one) => one.batchId === batchId)),
      find: unused,
    },
    collectiveFilings: {
      find: (id) => Promise.resolve(filings.get(id)?.filing),
      nextSerial: (day) => Promise.resolve([...filings.values()].filter((one) => one.day === day).length + 1),
      open: (filing, day, serial) => {
        filings.set(filing.id, { filing, day, serial })
        return Promise.resolve()
      },
      amendBringer: (id, bringer) => {
        const one = filings.get(id)
        if (one) filings.set(id, { ...one, filing: { ...one.filing, bringer } })
        return Promise.resolve()
      },
      close: (id, closed) => {
        const one = filings.get(id)
        if (one) filings.set(id, { ...one, filing: { ...one.filing, closed } })
        return Promise.resolve()
      },
      leave: (dossier) => {
        untaken.set(dossier.id, dossier)
        return Promise.resolve()
      },
      listUntaken: (filingId) =>
        Promise.resolve([...untaken.values()].filter((one) => one.filingId === filingId)),
      takeUp: (id) => {
        untaken.delete(id)
        return Promise.resolve()
      },
    },
    notices: {
      find: (id) => Promise.resolve(notices.get(id)),
      listOf: (id) => Promise.resolve([...(noticesOf.get(id)?.values() ?? [])]),
      save: (notice) => {
        notices.set(notice.id, notice)
        const known = noticesOf.get(notice.applicationId) ?? new Map<string, Notice>()
        noticesOf.set(notice.applicationId, known.set(notice.id, notice))
        return Promise.resolve()
      },
      bringIn: unused,
    },
    mails: {
      add: (mail) => {
        mails.set(mail.id, mail)
        return Promise.resolve()
      },
      bringIn: unused,
      find: (id) => Promise.resolve(mails.get(id)),
      save: (mail) => {
        mails.set(mail.id, mail)
        return Promise.resolve()
      },
      listOf: (id) => Promise.resolve([...mails.values()].filter((one) => one.applicationId === id)),
      listUnderWay: () => Promise.resolve([...mails.values()].filter(isUnderWay)),
      // One office, one station.
      holdLane: () => Promise.resolve(null),
      leaveLane: () => Promise.resolve(),
    },
    appointments: {
      find: (id) => Promise.resolve(appointments.get(id)),
      listPlannedOn: (day) =>
        Promise.resolve(
          [...appointments.values()].filter((one) => one.time.date === day && one.state === 'planned'),
        ),
      add: (appointment) => {
        appointments.set(appointment.id, appointment)
        return Promise.resolve()
      },
      save: (appointment) => {
        appointments.set(appointment.id, appointment)
        return Promise.resolve()
      },
      leave: (applicationId, ids, at) => {
        for (const one of ids.flatMap((id) => appointments.get(id) ?? []))
          appointments.set(one.id, {
            ...one,
            dossiers: one.dossiers.map((dossier) =>
              dossier.applicationId === applicationId && dossier.leftAt === null
                ? { ...dossier, leftAt: at }
                : dossier,
            ),
          })
        return Promise.resolve()
      },
    },
    settings: {
      get: (key) => Promise.resolve(settings.get(key)),
      set: (key, value) => {
        settings.set(key, value)
        return Promise.resolve()
      },
    },
  }

  return {
    stores,
    /** One piece of work. What a refused one has written stays, but for the numbers that it took: they would leave a gap. */
    run: async <T, R>(task: (stores: Stores) => Promise<Result<T, R>>): Promise<Result<T, R>> => {
      const before = [...serials]
      const result = await task(stores)
      if (!result.ok) {
        serials.clear()
        for (const [key, serial] of before) serials.set(key, serial)
      }
      return result
    },
    jobs,
    jobsOf,
    states: () => [...states.values()],
    lastNumberAt: () =>
      lines.reduce<Instant | null>((last, { takenAt }) => (last && last > takenAt ? last : takenAt), null),
    waitingNotices: () => [...notices.values()].filter((one) => one.state === 'waiting'),
    state: (id) => {
      const state = states.get(id)
      if (!state) throw new Error(`${id} has not been registered`)
      return state
    },
    saveTo: async (target) => {
      for (const { filing, day, serial } of filings.values())
        await target.collectiveFilings.open(filing, day, serial)
      for (const one of untaken.values()) await target.collectiveFilings.leave(one)
      await target.applicants.bringIn([...applicants.values()])
      await target.applications.bringIn(
        [...states.values()].map((state) => ({ state, events: events.get(state.id) ?? [] })),
      )
      await target.numbers.bringIn(lines)
      if (blanks.length > 0) await target.blankForms.add(blanks)
      for (const dispatch of dispatches.values()) await target.dispatches.add(dispatch)
      for (const order of voids) await target.numbers.markVoid(...order)
      await target.handovers.bringIn(handovers)
      for (const answer of sampleSurvey(handovers, (id) => states.get(id)))
        await target.surveys.answer(answer)
      await target.printJobs.bringIn([...jobs.values()])
      const card = sampleBlanks([...jobs.values()], blankPapers)
      await target.blanks.bringIn(card.stacks, card.entries)
      await target.notices.bringIn([...notices.values()])
      for (const one of appointments.values()) await target.appointments.add(one)
      await target.mails.bringIn([...mails.values()])
      for (const [key, value] of settings) await target.settings.set(key, value)
    },
  }
}
