import type { SigningService } from '#domain/signing-service.ts'
import { addDocument } from './add-document.ts'
import { legalise, reprintLegalisation, voidLegalisation } from './legalise.ts'
import type { OfficeDeps } from './office-deps.ts'
import { closingServices, reportServices } from './report-services.ts'
import { printIncomingRegister } from './incoming-register.ts'
import { printForms } from './print-forms.ts'
import { printLegalisationRegister } from './print-legalisation-register.ts'
import { printArchive } from './print-archive.ts'
import { printBlankCard } from './blank-card.ts'
import { reserveForms, voidForm } from './blank-forms.ts'
import { correctSerial, receiveBlanks, spoilBlank, withdrawSheet } from './blank-ledger.ts'
import { saveCertificate } from './certificates.ts'
import { setColourScheme } from './colour-scheme.ts'
import {
  closeCollectiveFiling,
  leaveOutDossier,
  openCollectiveFiling,
  printCollectiveList,
} from './collective-filing.ts'
import { askConsent, checkConsent, type CheckConsent } from './consent.ts'
import { correctIntake } from './correct-intake.ts'
import { decideAccount } from './decide-account.ts'
import { appointDeputy, endDeputy, findStandIns } from './deputies.ts'
import { enterComplaint, workOnComplaint } from './complaints.ts'
import { confirmDispatched, enterDispatch, voidDispatched } from './dispatch-book.ts'
import { setBeginning } from './beginning.ts'
import { carryPermits, checkPermits } from './carry-permits.ts'
import { carryRunning } from './carry-running.ts'
import { enterLateHandover } from './enter-late-handover.ts'
import { answerErratum, askErratum } from './errata.ts'
import { checkDocument, recordOutput } from './examine-dossier.ts'
import { explainDelay } from './explain-delay.ts'
import { giveBackPapers } from './give-back-papers.ts'
import { handOver, handOverTogether } from './hand-over.ts'
import { printInspectionReport } from './inspection-report.ts'
import { logConsultation, printServiceStandard } from './inform-applicant.ts'
import { answerSurvey, askSurvey, declineSurvey, enterSurveySheet, surveyReport } from './satisfaction.ts'
import { printLossStatement } from './loss-statement.ts'
import {
  cancelAppointment,
  holdAppointment,
  postponeAppointment,
  printAssignment,
} from './change-appointment.ts'
import { bounceMail, cancelMail, confirmMail, hurryMail, settleMailOtherwise } from './mail-orders.ts'
import { removeMailServer, routeOf, saveMailServer, type KeptMailServer } from './mail-setting.ts'
import { makeAppointment } from './make-appointment.ts'
import { makeLetters } from './make-letters.ts'
import { moveDossier } from './move-dossier.ts'
import { nextBlankFor } from './next-blank.ts'
import { numberProduct } from './number-product.ts'
import { setLastNumber } from './number-series.ts'
import { changeCalendarDay, importCalendarYear, openCalendar, readCalendar } from './office-calendar.ts'
import { loadPrinter, readPapers, removePaper, savePaper } from './office-papers.ts'
import { printCopy } from './print-copy.ts'
import { reprintHandover } from './reprint-handover.ts'
import { printProduct, reprintReceipt } from './print-document.ts'
import { printMissingItems, printRepairItems } from './print-missing-items.ts'
import { printComplaintSlip } from './print-complaint.ts'
import { printDispatchBook, printDispatchSlip } from './print-dispatches.ts'
import { printBook } from './print-book.ts'
import { finishRecount } from './recount-promises.ts'
import { noteReminder, placeOnRack } from './rack.ts'
import { recordSignature } from './record-signature.ts'
import { referApplicant } from './refer-applicant.ts'
import { enterLateApplication, registerApplication } from './register-application.ts'
import { removeFile } from './remove-file.ts'
import { discardDraft, saveDraft, savePrinter, saveUser } from './settings.ts'
import { consentToSecond } from './second-originals.ts'
import { sendMessage } from './send-message.ts'
import { settleArrival } from './settle-arrival.ts'
import { settleConflict } from './settle-conflict.ts'
import { sendByEmail } from './send-by-email.ts'
import { noteSheetSeen } from './sheet-seen.ts'
import { settleOldPermit } from './settle-old-permit.ts'
import { signIn } from './sign-in.ts'
import { signOutside } from './sign-outside.ts'
import { signProduct } from './sign-product.ts'
import { savePdfCommand, savePrintRules } from './print-rules.ts'
import { createPrinterSearch } from './printer-search.ts'
import { learnPrinter, testPrinter } from './printer-tests.ts'
import { requestTotp, saveSigningService, trySigningService } from './signing-service.ts'
import { openSigningAccount, type KeptSigningAccount } from './signing-account.ts'
import { setVacantStage } from './set-vacant-stage.ts'
import { tellExpiry } from './expiry-notices.ts'
import { printNotice, recordContact } from './tell-applicant.ts'
import { mendRefused } from './mend-refused.ts'
import { fetchFileNow } from './portal-fetch.ts'
import { hurryPortal, resendToPortal, tryPortal } from './portal-desk.ts'
import { pausePortal, portalRouteOf, removePortal, savePortal, type KeptPortal } from './portal-setting.ts'
import { tryMailServer } from './try-mail-server.ts'

/** What wants a second pair of eyes. */
function secondThoughts(deps: OfficeDeps & { readonly checkConsent: CheckConsent }) {
  const asking = { ...deps, askConsent: askConsent(deps.office, deps.checkConsent) }
  const correct = correctIntake(asking)
  return {
    correctIntake: correct,
    mendRefused: mendRefused({ ...deps, correctIntake: correct }),
    removeFile: removeFile(asking),
    printProduct: printProduct(deps),
    consentToSecond: consentToSecond(deps),
  }
}

const withConsent = (deps: OfficeDeps & { readonly checkConsent: CheckConsent }) => ({
  ...lateEntries(deps),
  ...secondThoughts(deps),
})

/** Every use case of a running office, wired once; procedures, commands and tests call the same ones. */
export const createOfficeServices = (deps: OfficeDeps) => officeServices(deps, signIn(deps))

const officeServices = (deps: OfficeDeps, enter: ReturnType<typeof signIn>) => ({
  signIn: enter,
  ...closingServices({ ...deps, signIn: enter }),
  ...withConsent({
    ...deps,
    checkConsent: checkConsent({
      office: deps.office,
      signIn: enter,
      standsIn: (userId) => findStandIns(deps, userId),
    }),
  }),
  registerApplication: registerApplication(deps),
  referApplicant: referApplicant(deps),
  printServiceStandard: printServiceStandard(deps),
  printForms: printForms(deps),
  reserveForms: reserveForms(deps),
  voidForm: voidForm(deps),
  logConsultation: logConsultation(deps),
  askSurvey: askSurvey(deps),
  answerSurvey: answerSurvey(deps),
  declineSurvey: declineSurvey(deps),
  enterSurveySheet: enterSurveySheet(deps),
  surveyReport: surveyReport(deps),
  openCollectiveFiling: openCollectiveFiling(deps),
  leaveOutDossier: leaveOutDossier(deps),
  closeCollectiveFiling: closeCollectiveFiling(deps),
  printCollectiveList: printCollectiveList(deps),
  makeAppointment: makeAppointment(deps),
  postponeAppointment: postponeAppointment(deps),
  holdAppointment: holdAppointment(deps),
  cancelAppointment: cancelAppointment(deps),
  printAssignment: printAssignment(deps),
  printInspectionReport: printInspectionReport(deps),
  recordContact: recordContact(deps),
  printNotice: printNotice(deps),
  tellExpiry: tellExpiry(deps),
  moveDossier: moveDossier({ ...deps, makeLetters: makeLetters(deps) }),
  checkDocument: checkDocument(deps),
  addDocument: addDocument(deps),
  recordOutput: recordOutput(deps),
  numberProduct: numberProduct(deps),
  recordSignature: recordSignature(deps),
  signProduct: signProduct(deps),
  signOutside: signOutside(deps),
  saveCertificate: saveCertificate(deps),
  saveSigningService: saveSigningService(deps),
  trySigningService: trySigningService(deps),
  requestTotp: requestTotp(deps),
  /** Whether this station can open the kept account for this service. */
  opensSigningAccount: (kept: KeptSigningAccount | null, service: SigningService): boolean =>
    openSigningAccount(kept, service, deps.secrets) !== null,
  printArchive: printArchive(deps),
  noteSheetSeen: noteSheetSeen(deps),
  nextBlankFor: nextBlankFor(deps),
  reprintReceipt: reprintReceipt(deps),
  reprintHandover: reprintHandover(deps),
  printCopy: printCopy(deps),
  askErratum: askErratum(deps),
  answerErratum: answerErratum(deps),
  ...legalisationServices(deps),
  printIncomingRegister: printIncomingRegister(deps),
  printBook: printBook(deps),
  ...blankServices(deps),
  printMissingItems: printMissingItems(deps),
  printRepairItems: printRepairItems(deps),
  handOver: handOver(deps),
  handOverTogether: handOverTogether(deps),
  giveBackPapers: giveBackPapers(deps),
  settleOldPermit: settleOldPermit(deps),
  printLossStatement: printLossStatement(deps),
  placeOnRack: placeOnRack(deps),
  noteReminder: noteReminder(deps),
  ...reportServices(deps),
  savePrinter: savePrinter(deps),
  ...printerServices(deps),
  saveUser: saveUser(deps),
  appointDeputy: appointDeputy(deps),
  endDeputy: endDeputy(deps),
  enterComplaint: enterComplaint(deps),
  workOnComplaint: workOnComplaint(deps),
  printComplaintSlip: printComplaintSlip(deps),
  enterDispatch: enterDispatch(deps),
  confirmDispatched: confirmDispatched(deps),
  voidDispatched: voidDispatched(deps),
  printDispatchBook: printDispatchBook(deps),
  printDispatchSlip: printDispatchSlip(deps),
  changeCalendarDay: changeCalendarDay(deps),
  importCalendarYear: importCalendarYear(deps),
  setLastNumber: setLastNumber(deps),
  ...beginningServices(deps),
  ...mailServices(deps),
  setVacantStage: setVacantStage(deps),
  ...portalServices(deps),
  ...inboxServices(deps),
  openCalendar: openCalendar(deps),
  readCalendar: readCalendar(deps),
  finishRecount: finishRecount(deps),
  /** As it comes with the program, without what the office changed. */
  shippedCalendar: deps.calendar.shipped,
  setColourScheme: setColourScheme(deps),
  saveDraft: saveDraft(deps),
  discardDraft: discardDraft(deps),
  spool: deps.spool,
  cabinet: deps.cabinet,
})

/** Printers: found, tried, learned, the rules for all of them, and the papers that they hold. */
const printerServices = (deps: OfficeDeps) => ({
  printerSearch: createPrinterSearch(deps),
  testPrinter: testPrinter(deps),
  learnPrinter: learnPrinter(deps),
  savePrintRules: savePrintRules(deps),
  savePdfCommand: savePdfCommand(deps),
  savePaper: savePaper(deps),
  removePaper: removePaper(deps),
  loadPrinter: loadPrinter(deps),
  readPapers: readPapers(deps),
  /** In force now. */
  officePapers: () => deps.papers.present(),
})

/** *Legalisir*. */
const legalisationServices = (deps: OfficeDeps) => ({
  legalise: legalise(deps),
  reprintLegalisation: reprintLegalisation(deps),
  voidLegalisation: voidLegalisation(deps),
  printLegalisationRegister: printLegalisationRegister(deps),
})

/** *Kartu Kendali Blangko*. */
const blankServices = (deps: OfficeDeps) => ({
  receiveBlanks: receiveBlanks(deps),
  spoilBlank: spoilBlank(deps),
  correctSerial: correctSerial(deps),
  withdrawSheet: withdrawSheet(deps),
  printBlankCard: printBlankCard(deps),
})

/** Papers by e-mail, and the server through which they go. */
const mailServices = (deps: OfficeDeps) => ({
  sendByEmail: sendByEmail(deps),
  cancelMail: cancelMail(deps),
  hurryMail: hurryMail(deps),
  confirmMail: confirmMail(deps),
  bounceMail: bounceMail(deps),
  settleMailOtherwise: settleMailOtherwise(deps),
  hurryMails: deps.hurryMails,
  saveMailServer: saveMailServer(deps),
  removeMailServer: removeMailServer(deps),
  tryMailServer: tryMailServer(deps),
  /** Whether this station can open the kept password. */
  opensMailServer: (kept: KeptMailServer): boolean => routeOf(kept, deps.secrets) !== null,
})

/** The portal: its settings, and what a clerk has done about the traffic. */
const portalServices = (deps: OfficeDeps) => ({
  savePortal: savePortal(deps),
  removePortal: removePortal(deps),
  pausePortal: pausePortal(deps),
  tryPortal: tryPortal(deps),
  hurryPortal: hurryPortal(deps),
  resendToPortal: resendToPortal(deps),
  fetchFileNow: fetchFileNow(deps),
  /** Whether this station can open the kept secret. */
  opensPortal: (kept: KeptPortal): boolean => portalRouteOf(kept, deps.secrets) !== null,
})

/** What came from the portal and wants a clerk. */
const inboxServices = (deps: OfficeDeps) => ({
  settleConflict: settleConflict(deps),
  settleArrival: settleArrival(deps),
  decideAccount: decideAccount(deps),
  explainDelay: explainDelay(deps),
  sendMessage: sendMessage(deps),
})

/** *Pengaturan › Awal pemakaian*. */
const beginningServices = (deps: OfficeDeps) => ({
  setBeginning: setBeginning(deps),
  checkPermits: checkPermits(deps),
  carryPermits: carryPermits(deps),
  carryRunning: carryRunning(deps),
})

const lateEntries = (deps: OfficeDeps & { readonly checkConsent: CheckConsent }) => ({
  enterLateApplication: enterLateApplication(deps),
  enterLateHandover: enterLateHandover(deps),
})

export type OfficeServices = ReturnType<typeof createOfficeServices>
