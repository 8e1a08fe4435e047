import type {
  Applicant,
  ApplicationData,
  FormerName,
  OutputRecord,
  RequirementDocument,
} from './application.ts'
import type { CarriedOver } from './carried-over.ts'
import type { DeliveryMailOutcome } from './delivery-mail.ts'
import type { FieldChange } from './correction.ts'
import type { OldSheet } from './erratum.ts'
import type { ExpiryLetter, ExpiryWay } from './expiry-notice.ts'
import type {
  OldPermitAnswer,
  OldPermitSettlement,
  PaperGivenBack,
  ReceivedAtCounter,
  ReminderChannel,
} from './handover.ts'
import type { IdentitySeen } from './identity-seen.ts'
import type { Instant } from './instant.ts'
import type { KeptOriginal, OriginalLeft } from './kept-originals.ts'
import type { LateIntake, LateRecord } from './late-entry.ts'
import type { Legalisation } from './legalisation.ts'
import type { Letter } from './letter.ts'
import type { ContactChannel, ContactOutcome } from './notice.ts'
import type { OfficeDate } from './office-date.ts'
import type { OnlineIntake } from './online.ts'
import type { OnlineEventBody } from './online-event.ts'
import type { CalendarCause } from './promise-change.ts'
import type { OfficialNumber, PermitEnd, Product, SignedBy, SigningCertificate } from './permit.ts'
import type { AppointmentTime, DossierAppointment } from './appointment.ts'
import type { ActionKind, DocumentKind, NoticeKind, StageClock, StageNoticeKind } from './stage-table.ts'
import type { Repair } from './repair.ts'
import type { Closing, Withdrawal } from './withdrawal.ts'

/** Who did it: a person in a role at a station, or the system itself (`role: 'system'`). */
export interface Actor {
  /** null for the system and for the applicant. */
  readonly userId: string | null
  readonly name: string
  readonly role: string
  readonly station: string
  /** Whose place the person took, in a role that is not their own; absent: their own right. */
  readonly standsFor?: { readonly userId: string; readonly name: string } | undefined
}

/** What a change of an application says. `action` is the word that also goes to the portal. */
export type EventBody =
  | {
      readonly action: 'registered'
      readonly registrationNumber: OfficialNumber
      readonly trackingCode: string
      /** Kept as it stood, so that a reprint shows the applicant of that day. */
      readonly applicant: Applicant
      readonly data: ApplicationData
      readonly documents: readonly RequirementDocument[]
      readonly filedOn: OfficeDate
      readonly catalogueVersion: string
      readonly profileCode: string
      readonly workflowCode: string
      readonly startStage: string
      /** Taken in on paper and entered later; the event's own time is when it was taken in. Absent: at once. */
      readonly late?: LateIntake | undefined
      /** Brought in from the office's former books; the event's own time is when it was written down. Absent: taken in here. */
      readonly carried?: CarriedOver | undefined
      /** Taken in on minimum data; the rest is entered at a later stage. Absent: whole. */
      readonly incomplete?: true | undefined
      /** Filed at the portal; the event's own time is when it arrived here. Absent: at the counter. */
      readonly online?: OnlineIntake | undefined
    }
  | {
      readonly action: 'moved'
      readonly stage: string
      readonly via: string
      readonly kind: ActionKind
      /** Stages that end with this move: the acted one, or all open ones when the work stops. */
      readonly closes: readonly string[]
      readonly opens: readonly string[]
      /** Optional stages that the officer did not ask for; their reason is the note. */
      readonly skips: readonly string[]
      /** What the clock does from here on; kept so that history needs no table to be read. */
      readonly clock: StageClock
      readonly accepts: boolean
      /**
       * Last day that holds from here on: set by acceptance, and by coming back from the applicant. null: this move
       * changes nothing about it, or the office publishes no limit.
       */
      readonly dueOn: OfficeDate | null
      /** true when leaving this stage sets the permit active. */
      readonly activates: boolean
      /** What the procedure has the applicant told from here on; absent: nothing. */
      readonly tells?: StageNoticeKind | undefined
      /** What a return to the applicant asks for, and until when; absent: no return, or one from before this was asked. */
      readonly repair?: Repair | undefined
      /** Who took the application back; absent: nobody did, or one from before this was asked. */
      readonly withdrawal?: Withdrawal | undefined
      /** The office closed what was not mended; absent: it did not. */
      readonly closing?: Closing | undefined
      /** Planned appointments that the dossier leaves by this move, by id; absent: none. */
      readonly leaves?: readonly string[] | undefined
      /** The stage was passed by the administrator's setting because nobody holds it, and why; absent: somebody left it. */
      readonly vacant?: string | undefined
    }
  | {
      readonly action: 'document-added'
      readonly document: RequirementDocument
      readonly replaces: string | null
    }
  | {
      readonly action: 'document-checked'
      readonly documentId: string
      readonly check: 'accepted' | 'refused' | 'unchecked'
    }
  /** The promised day moved because the office's calendar changed; nobody worked on the dossier. */
  | {
      readonly action: 'promise-changed'
      readonly from: OfficeDate
      readonly to: OfficeDate
      readonly why: readonly CalendarCause[]
    }
  | { readonly action: 'output-recorded'; readonly output: OutputRecord }
  | { readonly action: 'product-drafted'; readonly product: Product }
  /** A review meeting or a visit was planned, with its *Surat Tugas*. */
  | {
      readonly action: 'appointment-made'
      readonly appointment: Omit<DossierAppointment, 'state'>
    }
  /** It was put off; the note is the reason. */
  | {
      readonly action: 'appointment-postponed'
      readonly appointmentId: string
      readonly from: AppointmentTime
      readonly to: AppointmentTime
    }
  /** It took place; the note is what came of it. */
  | {
      readonly action: 'appointment-held'
      readonly appointmentId: string
      readonly present: readonly string[]
    }
  /** It will not take place; the note is the reason. */
  | { readonly action: 'appointment-cancelled'; readonly appointmentId: string }
  /** Why it takes or took longer was written down; the note is the reason. */
  | { readonly action: 'delay-explained'; readonly reasonId: string }
  /** The holder is told that the permit ends; by e-mail or a call, what became of it follows. */
  | {
      readonly action: 'expiry-noticed'
      readonly orderId: string
      readonly way: ExpiryWay
      readonly validUntil: OfficeDate
      readonly letter?: ExpiryLetter | undefined
    }
  /** A letter on the way was given its number; its print follows. */
  | { readonly action: 'letter-made'; readonly letter: Letter }
  | {
      readonly action: 'numbered'
      readonly productId: string
      readonly number: OfficialNumber
      /** true: the number of the earlier permit is kept; absent: a new one of its series. */
      readonly kept?: boolean | undefined
      readonly issuedOn: OfficeDate
      readonly validUntil: OfficeDate | null
    }
  /** The permit of this application came to its end, because another paper became *terbit*. */
  | { readonly action: 'permit-ended'; readonly productId: string; readonly end: PermitEnd }
  /** Somebody tried to tell the applicant what the office's procedure has them told. */
  | {
      readonly action: 'applicant-contacted'
      readonly noticeId: string
      readonly kind: NoticeKind
      readonly channel: ContactChannel
      readonly outcome: ContactOutcome
    }
  /** The person was known under another name before this application. */
  | { readonly action: 'applicant-renamed'; readonly former: FormerName }
  /** A wrong intake was mended under its number; the note is the reason. */
  | {
      readonly action: 'intake-corrected'
      readonly correctionId: string
      /** n of *Perbaikan ke-n*. */
      readonly ordinal: number
      readonly changes: readonly FieldChange[]
      readonly applicant: Applicant
      readonly data: ApplicationData
      /** Files brought for what is newly asked for. */
      readonly documents: readonly RequirementDocument[]
      readonly formerWords: readonly string[]
      /** Who agreed, where the office's check was over already; null: nobody had to. */
      readonly consentBy: string | null
      /** The data are whole with it; absent: they were before, or still are not. */
      readonly whole?: true | undefined
    }
  /** Data of an application that was taken in on the minimum were entered; nothing that its receipt told changed. */
  | {
      readonly action: 'data-entered'
      /** Made by the screen before the first try, so that a repeated send enters once. */
      readonly entryId: string
      readonly changes: readonly FieldChange[]
      readonly applicant: Applicant
      readonly data: ApplicationData
      readonly documents: readonly RequirementDocument[]
      readonly formerWords: readonly string[]
      /** Nothing is lacking from here on; absent: something is. */
      readonly whole?: true | undefined
    }
  | OnlineEventBody
  /** A file of another person was taken out of the dossier and of the cabinet; the note is the reason. */
  | {
      readonly action: 'file-removed'
      readonly documentIds: readonly string[]
      readonly requirementCode: string
      readonly fileName: string
      readonly sha256: string
      readonly consentBy: string
    }
  /** Originals that the office keeps until the papers go out; listed on the receipt. */
  | {
      readonly action: 'originals-kept'
      readonly originals: readonly Pick<KeptOriginal, 'id' | 'requirementCode' | 'count'>[]
    }
  /** Originals given back, with the papers or before; `relation` is `self` or that of a representative. */
  | {
      readonly action: 'originals-returned'
      readonly originalIds: readonly string[]
      readonly receivedBy: string
      readonly relation: string
      /** They went in an act of their own; absent: with the papers, where the rest of it stands. */
      readonly alone?:
        | {
            readonly returnId: string
            readonly receiverNik: string | null
            readonly identity: IdentitySeen
            readonly signatureSha256: string | null
          }
        | undefined
    }
  /** Originals that stayed although the papers went out, each for its reason. */
  | { readonly action: 'originals-left'; readonly originals: readonly OriginalLeft[] }
  /** The earlier paper that was still to come was handed in, or is lost. */
  | { readonly action: 'old-permit-settled'; readonly answer: OldPermitSettlement }
  | {
      readonly action: 'number-voided'
      readonly productId: string
      readonly number: OfficialNumber
      readonly reason: string
    }
  | {
      readonly action: 'print-requested'
      readonly document: DocumentKind
      readonly jobId: string
      /** 1 for the first; from 2 on it is a reprint. */
      readonly copy: number
      /** A second original: who agreed at once, null for nobody yet. Absent: it is none. */
      readonly consentBy?: string | null | undefined
    }
  /** Our own error was found on a printed or signed permit; the note says which. */
  | {
      readonly action: 'erratum-asked'
      readonly erratumId: string
      /** n of *Ralat ke-n*. */
      readonly ordinal: number
      readonly sheet: OldSheet
    }
  /** The signer approved: the same number on a new version, worked on again from a stage. */
  | {
      readonly action: 'erratum-approved'
      readonly erratumId: string
      readonly product: Product
      /** The official in whose name it was approved. */
      readonly signer: string
      readonly opens: string
    }
  /** The signer declined; the note says why. */
  | { readonly action: 'erratum-declined'; readonly erratumId: string }
  /** A SALINAN was printed beside the original; the note says for whom. */
  | {
      readonly action: 'copy-printed'
      readonly document: DocumentKind
      readonly jobId: string
      readonly copy: number
    }
  /** Photocopies of the permit were legalised against its original; the sheets of the stamp were asked for with it. */
  | {
      readonly action: 'legalised'
      readonly legalisation: Omit<Legalisation, 'at' | 'by' | 'voided'>
      readonly jobId: string
    }
  /** A legalisation does not hold; its number and line stay, the note is the reason. */
  | {
      readonly action: 'legalisation-voided'
      readonly legalisationId: string
      readonly number: OfficialNumber
    }
  /** Somebody else agreed afterwards to a second original. */
  | {
      readonly action: 'print-consented'
      readonly document: DocumentKind
      readonly jobId: string
      readonly copy: number
      readonly requestedBy: string
    }
  | {
      readonly action: 'signed'
      readonly productId: string
      readonly method: 'wet' | 'electronic'
      readonly by: SignedBy
      readonly on: OfficeDate
      /** The signed file in the cabinet; null: signed by hand. */
      readonly fileSha256: string | null
      /** true: with another application, and the file was brought in. Absent: here, or by hand. */
      readonly outside?: true | undefined
      /** The certificate that made it; absent: signed by hand, or before this was kept. */
      readonly certificate?: SigningCertificate | undefined
      /** Scan of the sheet with its ink; absent: none was attached. */
      readonly scanSha256?: string | undefined
    }
  | {
      readonly action: 'handed-over'
      readonly handoverId: string
      readonly documentIds: readonly string[]
      readonly method: 'counter' | 'email' | 'download' | 'post'
      readonly receivedBy: string
      readonly relation: string
      readonly receiverNik: string | null
      /** null: nobody stood at a counter. */
      readonly identitySeen: IdentitySeen | null
      /** Done on paper and entered later; absent: at once. */
      readonly late?: LateRecord | undefined
      /** Several papers went out together: the same id in the history of each. Absent: it went alone. */
      readonly actId?: string | undefined
      /** How many went out together; absent: one. */
      readonly papersInAct?: number | undefined
      /** true: the receipt was lost, and a statement about it was signed. Absent: it was shown, or nobody came. */
      readonly receiptLost?: boolean | undefined
      /** Absent: no earlier paper was asked for. */
      readonly oldPermit?: OldPermitAnswer | undefined
      /** Picture of the signature in the cabinet; absent: signed on paper. */
      readonly signatureSha256?: string | undefined
    }
  /** A finished paper was laid on the rack, moved, or taken off it (null). */
  | { readonly action: 'rack-placed'; readonly place: string | null }
  /** The holder was told once more that the paper waits. */
  | { readonly action: 'reminded'; readonly channel: ReminderChannel }
  /** Papers of a dossier that was returned, refused or withdrawn went back to its applicant. */
  | ({
      readonly action: 'papers-given-back'
      readonly returnId: string
      readonly papers: readonly PaperGivenBack[]
      readonly signatureSha256?: string | undefined
    } & ReceivedAtCounter)

  /** A signed paper is to go out by e-mail; the mail itself is committed with this. */
  | {
      readonly action: 'mail-asked'
      readonly mailId: string
      readonly messageId: string
      readonly to: string
      readonly fileSha256: string
      /** The mail whose place it takes; absent: the first one. */
      readonly replaces?: string | undefined
    }
  /** What became of it; `answer` is the server's own word, or the clerk's. */
  | {
      readonly action: 'mail-ended'
      readonly mailId: string
      readonly outcome: DeliveryMailOutcome
      readonly answer: string | null
    }

export type EventAction = EventBody['action']

/** One line of an application's history: append-only, numbered from 1 without gap. */
export interface ApplicationEvent {
  readonly id: string
  readonly applicationId: string
  readonly seq: number
  readonly at: Instant
  readonly actor: Actor
  readonly fromStage: string | null
  readonly toStage: string | null
  readonly note: string | null
  readonly body: EventBody
}
