import { TRPCClientError } from '@trpc/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appRouter } from '#api/router.ts'
import { officeDate } from '#domain/office-date.ts'
import { composeStation, setUpOffice, type ComposedStation } from '../testing/composed-station.ts'

const people = [
  'nobody',
  'front-office',
  'technical-agency',
  'processing',
  'print-desk',
  'supervisor',
  'admin',
] as const
type Person = (typeof people)[number]

const everyone: readonly Person[] = people
const signedIn = people.filter((one) => one !== 'nobody')
const workers: readonly Person[] = [
  'front-office',
  'technical-agency',
  'processing',
  'print-desk',
  'supervisor',
  'admin',
]
const counter: readonly Person[] = ['front-office']
const desks: readonly Person[] = workers.filter((one) => one !== 'admin')
const reports: readonly Person[] = ['supervisor', 'admin']
const agenda: readonly Person[] = ['technical-agency']
const paper: readonly Person[] = ['front-office', 'print-desk', 'supervisor', 'admin']

/** Who may call what: the whole matrix. A procedure that is not listed fails the test. */
const matrix: Readonly<Record<string, readonly Person[]>> = {
  'session.station': everyone,
  'session.signIn': everyone,
  'session.signOut': everyone,
  'session.createOffice': everyone,
  'session.seriesOf': everyone,
  'session.setColourScheme': signedIn,
  'session.kept': signedIn,
  'session.keep': signedIn,
  'session.reportFault': everyone,
  'events.follow': everyone,
  'inbox.counts': [...paper, 'technical-agency', 'processing'],
  'inbox.conflicts': [...paper, 'technical-agency', 'processing'],
  'inbox.settleConflict': counter,
  'inbox.arrivals': [...paper, 'technical-agency', 'processing'],
  'inbox.settleArrival': counter,
  'inbox.messages': [...paper, 'technical-agency', 'processing'],
  'inbox.sendMessage': desks,
  'accounts.list': counter,
  'accounts.decide': counter,
  'intake.begin': counter,
  'intake.offers': counter,
  'intake.earlierPermits': counter,
  'intake.earlierPermitByNumber': counter,
  'intake.refer': counter,
  'intake.referralCounts': ['front-office', 'supervisor', 'admin'],
  'intake.findByNik': counter,
  'information.offers': signedIn,
  'information.standard': signedIn,
  'information.print': counter,
  'information.printForms': counter,
  'information.consult': counter,
  'information.consultations': signedIn,
  'intake.findByPaper': counter,
  'collective.open': counter,
  'collective.unclosed': counter,
  'collective.get': signedIn,
  'collective.ready': counter,
  'collective.leaveOut': counter,
  'collective.close': counter,
  'collective.print': counter,
  'intake.lookalikes': counter,
  'intake.outlook': counter,
  'intake.register': counter,
  'intake.printMissing': counter,
  'intake.saveDraft': counter,
  'intake.drafts': counter,
  'intake.discardDraft': counter,
  'dossiers.queue': workers,
  'dossiers.get': workers,
  'dossiers.clocks': workers,
  'dossiers.act': workers,
  'dossiers.explainDelay': desks,
  'dossiers.checkDocument': workers,
  'dossiers.addDocument': workers,
  'dossiers.recordOutput': workers,
  'dossiers.number': workers,
  'dossiers.sign': workers,
  'dossiers.signElectronically': workers,
  'dossiers.signOutside': workers,
  'dossiers.print': workers,
  'dossiers.printArchive': workers,
  'dossiers.printRepairItems': workers,
  'dossiers.printCopy': ['print-desk'],
  'dossiers.reprintHandover': counter,
  'dossiers.reprintReceipt': counter,
  'mails.status': workers,
  'mails.list': workers,
  'mails.ofDossier': workers,
  'mails.send': counter,
  'mails.cancel': counter,
  'mails.hurry': counter,
  'mails.confirm': counter,
  'mails.bounce': counter,
  'mails.settleOtherwise': counter,
  'portal.status': workers,
  'portal.ofDossier': workers,
  'portal.aside': workers,
  'portal.asideTable': workers,
  'portal.resend': workers,
  'portal.mend': counter,
  'portal.files': workers,
  'portal.fetchNow': workers,
  'portal.runs': workers,
  'portal.sendNow': workers,
  'portal.pause': workers,
  'portal.server': ['admin'],
  'portal.saveServer': ['admin'],
  'portal.removeServer': ['admin'],
  'portal.tryServer': ['admin'],
  'mails.server': ['admin'],
  'mails.saveServer': ['admin'],
  'mails.removeServer': ['admin'],
  'mails.tryServer': ['admin'],
  'notices.list': workers,
  'notices.get': workers,
  'notices.ofDossier': workers,
  'notices.record': desks,
  'notices.print': desks,
  'appointments.agenda': agenda,
  'appointments.get': agenda,
  'appointments.dossiers': agenda,
  'appointments.team': agenda,
  'appointments.make': agenda,
  'appointments.postpone': agenda,
  'appointments.hold': agenda,
  'appointments.cancel': agenda,
  'appointments.print': agenda,
  'appointments.printReports': agenda,
  'corrections.form': counter,
  'corrections.consequences': counter,
  'corrections.save': counter,
  'corrections.removeFile': desks,
  'signing.saveCertificate': desks,
  'signing.means': desks,
  'signing.requestTotp': desks,
  'signing.startBatch': desks,
  'signing.batch': desks,
  'signing.stopBatch': desks,
  'signing.service': ['admin'],
  'signing.saveService': ['admin'],
  'signing.tryService': ['admin'],
  'printers.queues': ['admin'],
  'printers.neighbours': ['admin'],
  'networkSearch.present': ['admin'],
  'networkSearch.begin': ['admin'],
  'networkSearch.stop': ['admin'],
  'printers.papers': ['admin'],
  'printers.test': ['admin'],
  'printers.learn': ['admin'],
  'printers.resume': paper,
  'printers.rules': ['admin'],
  'printers.saveRules': ['admin'],
  'printers.pdfCommand': ['admin'],
  'printers.savePdfCommand': ['admin'],
  'papers.list': ['admin'],
  'papers.trays': ['admin'],
  'papers.samples': ['admin'],
  'papers.save': ['admin'],
  'papers.remove': ['admin'],
  'papers.load': ['admin'],
  'printing.desk': paper,
  'printing.job': paper,
  'printing.retry': paper,
  'printing.confirmPrinted': paper,
  'printing.spoiled': paper,
  'printing.sheetSeen': paper,
  'secondOriginals.open': ['print-desk', 'supervisor', 'admin'],
  'secondOriginals.consent': reports,
  'errata.open': workers,
  'errata.ask': ['front-office', 'print-desk'],
  'errata.answer': workers,
  'legalisations.make': ['front-office', 'print-desk'],
  'legalisations.reprint': ['front-office', 'print-desk'],
  'legalisations.void': ['front-office', 'print-desk'],
  'legalisations.register': paper,
  'legalisations.printRegister': paper,
  'blanks.card': ['print-desk', 'supervisor', 'admin'],
  'blanks.next': ['print-desk'],
  'blanks.receive': ['print-desk'],
  'blanks.spoil': ['print-desk'],
  'blanks.correctSerial': ['print-desk'],
  'blanks.withdraw': ['print-desk'],
  'blanks.print': ['print-desk', 'supervisor', 'admin'],
  'printing.cancel': paper,
  'printing.release': paper,
  'printing.move': paper,
  'handover.ready': counter,
  'handover.handOver': counter,
  'handover.enterLate': counter,
  'handover.handOverTogether': counter,
  'handover.placeOnRack': counter,
  'handover.noteReminder': counter,
  'handover.reminderText': counter,
  'handover.printLossStatement': counter,
  'handover.papersToGiveBack': counter,
  'handover.openEnds': counter,
  'handover.settleOldPermit': counter,
  'handover.papersOf': counter,
  'handover.giveBackPapers': counter,
  'satisfaction.ofApplication': counter,
  'satisfaction.pending': counter,
  'satisfaction.ask': counter,
  'satisfaction.answer': counter,
  'satisfaction.decline': counter,
  'satisfaction.enterSheet': counter,
  'satisfaction.report': reports,
  'reports.daily': reports,
  'reports.incoming': reports,
  'reports.printIncoming': reports,
  'reports.printBook': reports,
  'reports.bookProgress': reports,
  'reports.cancelBook': reports,
  'reports.today': signedIn,
  'schedules.list': ['admin'],
  'schedules.save': ['admin'],
  'schedules.remove': ['admin'],
  'closings.day': reports,
  'closings.close': reports,
  'closings.openDays': reports,
  'closings.check': reports,
  'overview.now': reports,
  'figures.period': reports,
  'figures.recap': reports,
  'figures.typeRecap': reports,
  'figures.behind': reports,
  'figures.changes': reports,
  'figures.time': reports,
  'figures.timeBehind': reports,
  'figures.stageMeters': reports,
  'figures.alarms': workers,
  'search.find': signedIn,
  'search.scan': signedIn,
  'administration.users': ['admin'],
  'administration.saveUser': ['admin'],
  'administration.dataFiles': ['admin'],
  'administration.printers': signedIn,
  'administration.savePrinter': ['admin'],
  'dispatch.list': desks,
  'dispatch.ofDossier': desks,
  'dispatch.enter': desks,
  'dispatch.confirm': desks,
  'dispatch.void': desks,
  'dispatch.print': desks,
  'dispatch.printSlip': desks,
  'registers.read': reports,
  'expiry.list': reports,
  'expiry.tell': reports,
  'complaints.list': workers,
  'complaints.get': workers,
  'complaints.rule': workers,
  'complaints.enter': workers,
  'complaints.act': workers,
  'complaints.printSlip': workers,
  'deputies.list': reports,
  'deputies.appoint': reports,
  'deputies.end': reports,
  'calendar.year': ['admin'],
  'calendar.changeDay': ['admin'],
  'calendar.importYear': ['admin'],
  'officeBook.officials': ['admin'],
  'officeBook.roles': ['admin'],
  'officeBook.procedure': ['admin'],
  'officeBook.setVacancy': ['admin'],
  'officeBook.types': ['admin'],
  'officeBook.type': ['admin'],
  'officeBook.standard': ['admin'],
  'numbers.series': ['admin'],
  'numbers.record': ['admin'],
  'numbers.find': ['admin'],
  'numbers.setLast': ['admin'],
  'beginning.status': ['front-office', 'supervisor', 'admin'],
  'beginning.list': ['front-office', 'supervisor', 'admin'],
  'beginning.types': reports,
  'beginning.checkPermits': reports,
  'beginning.carryPermits': reports,
  'beginning.set': ['admin'],
  'blankForms.list': counter,
  'blankForms.reserve': counter,
  'blankForms.void': counter,
}

/** What is done in another's place is what the other may do, but for appointing deputies and administering. */
const ownOnly = ['deputies.appoint', 'deputies.end']

let office: ComposedStation
beforeAll(async () => {
  office = await composeStation()
  const signIn = await setUpOffice(office)
  for (const username of signedIn) await signIn(username)
})
afterAll(() => office.close())

const refusals = ['UNAUTHORIZED', 'FORBIDDEN']

/** Calls with an input that no schema takes: whoever may call gets past the guard and fails there, harmlessly. */
async function isLetIn(person: Person, path: string): Promise<boolean> {
  const [group = '', name = ''] = path.split('.')
  const client = office.client(person) as unknown as Record<
    string,
    Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  >
  const isMutation =
    (appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>)[path]?._def.type ===
    'mutation'
  try {
    await client[group]?.[name]?.[isMutation ? 'mutate' : 'query']?.({ impossible: true })
    return true
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error
    const { code } = error.data as { code: string }
    return !refusals.includes(code)
  }
}

describe('who may call what', () => {
  it('is written down for every procedure that exists', () => {
    expect(Object.keys(appRouter._def.procedures).sort()).toEqual(Object.keys(matrix).sort())
  })

  // These change who is signed in at the window and are open to everyone by nature.
  const callable = Object.entries(matrix).filter(
    ([path]) => !path.startsWith('session.') && path !== 'events.follow',
  )
  it.each(callable)('%s', async (path, allowed) => {
    const letIn: Person[] = []
    for (const person of people) if (await isLetIn(person, path)) letIn.push(person)
    expect(letIn).toEqual(people.filter((one) => allowed.includes(one)))
  })

  it('is for a deputy what both may do together, never administration, and only on these days', async () => {
    const users = await office.client('admin').administration.users.query()
    const idOf = (username: string): string => users.find((one) => one.username === username)?.id ?? ''
    const appointed = await office.client('admin').deputies.appoint.mutate({
      id: crypto.randomUUID(),
      absentId: idOf('supervisor'),
      deputyId: idOf('processing'),
      from: officeDate('2026-11-19'),
      until: officeDate('2026-11-20'),
      reason: 'cuti tahunan',
    })
    if (!appointed.ok) throw new Error(appointed.refusal.code)
    for (const [path, allowed] of callable) {
      const lent = allowed.includes('supervisor') && !ownOnly.includes(path)
      expect([path, await isLetIn('processing', path)]).toEqual([
        path,
        allowed.includes('processing') || lent,
      ])
    }
    expect((await office.fetch('processing', '/files/report/daily/2026-11-19.pdf')).status).toBe(200)
    const ended = await office.client('admin').deputies.end.mutate({ id: appointed.value.id })
    expect(ended.ok).toBe(true)
    expect(await isLetIn('processing', 'reports.daily')).toBe(false)
  })

  it('keeps files from those who are not signed in and reports from those without the right', async () => {
    const hash = 'a'.repeat(64)
    expect((await office.fetch('nobody', `/files/${hash}`)).status).toBe(401)
    expect((await office.fetch('processing', '/files/report/daily/2026-11-19.pdf')).status).toBe(403)
    expect((await office.fetch('supervisor', '/files/report/daily/2026-11-19.pdf')).status).toBe(200)
    expect((await office.fetch('admin', `/files/${hash}`)).status).toBe(403)
  })
})
