import type { Instant } from '../instant.ts'
import type { CertificateNotFit, CertificateRefusal, InkRefusal } from '../signing.ts'
import type { EsignRefusal, SignerNikRefusal } from '../signing-service.ts'
import type { OfficeDate } from '../office-date.ts'
import type { NikRefusal } from '../nik.ts'
import type { IntakeFieldRefusal } from '../intake-refusal.ts'
import type { MoveRefusal } from '../move.ts'
import type { ApplicationStatus } from '../application.ts'
import type { PaperMadeAnew } from '../documents/seen-paper.ts'
import type { PaperMismatch, PaperUnsound } from '../documents/paper-check.ts'
import type { SettleOldPermitRefusal, RackRefusal } from '../handover.ts'
import type { OriginalsRefusal } from '../kept-originals.ts'
import type { PaperFieldRefusal } from '../paper-facts.ts'
import type { UploadRefusal } from '../upload-rule.ts'
import type { MailRefusal } from './mail.ts'
import type { ConsentWording } from './consent.ts'
import type { ErratumWording } from './erratum.ts'
import type { LegalisationWording } from './legalisation.ts'
import type { SecondWording } from './second-original.ts'

/** Every refusal of working on a dossier, over all services. */
export type DossierWorkRefusal =
  | MoveRefusal
  | { readonly code: 'application-unknown' }
  | { readonly code: 'not-returned' }
  | { readonly code: 'documents-settled' }
  | { readonly code: 'document-unknown' }
  | { readonly code: 'requirement-unknown'; readonly requirement: string }
  | { readonly code: 'file-not-uploaded' }
  | { readonly code: 'photo-not-a-picture'; readonly fileName: string }
  | { readonly code: 'requirement-file-unfit'; readonly label: string; readonly why: UploadRefusal }
  | { readonly code: 'paper-unfit'; readonly faults: readonly PaperFieldRefusal[] }
  | { readonly code: 'earlier-permit-ended'; readonly validUntil: OfficeDate; readonly day: OfficeDate }
  | { readonly code: 'check-needs-note' }
  | { readonly code: 'output-not-asked'; readonly kind: string }
  | { readonly code: 'output-date-in-future'; readonly date: OfficeDate; readonly today: OfficeDate }
  | { readonly code: 'output-needs-outcome' }
  | { readonly code: 'output-needs-decider'; readonly agency: string }
  | { readonly code: 'stage-does-not-number' }
  | { readonly code: 'already-numbered'; readonly number: string }
  | { readonly code: 'str-end-unknown' }
  /** The portal knows a number of this series under another permit. */
  | { readonly code: 'series-stopped'; readonly number: string }
  | { readonly code: 'str-expired'; readonly validUntil: OfficeDate; readonly day: OfficeDate }
  | { readonly code: 'stage-does-not-sign' }
  | CertificateRefusal
  | CertificateNotFit
  | { readonly code: 'certificate-missing' }
  | { readonly code: 'role-does-not-sign' }
  | { readonly code: 'signing-account-missing' }
  | { readonly code: 'signing-waits'; readonly until: Instant }
  | { readonly code: 'certificate-of-other-issuer'; readonly named: string; readonly issuer: string }
  | EsignRefusal
  | SignerNikRefusal
  | {
      readonly code: 'signature-broken'
      readonly why: 'missing' | 'not-whole' | 'changed' | 'forged' | 'other-document'
    }
  | PaperUnsound
  | {
      readonly code: 'outside-signature-broken'
      readonly why: 'missing' | 'not-whole' | 'changed' | 'forged' | 'other-document'
    }
  | {
      readonly code: 'outside-paper-differs'
      readonly mismatches: readonly [PaperMismatch, ...PaperMismatch[]]
    }
  | { readonly code: 'sign-needs-number' }
  | { readonly code: 'paper-changed' }
  | { readonly code: 'paper-not-seen' }
  | PaperMadeAnew
  | InkRefusal
  | { readonly code: 'stage-does-not-print' }
  | { readonly code: 'print-in-progress'; readonly title: string; readonly by: string; readonly at: Instant }
  | { readonly code: 'print-unresolved'; readonly title: string }
  | { readonly code: 'reprint-needs-reason'; readonly copy: number }
  | SecondWording
  | ErratumWording
  | LegalisationWording
  | { readonly code: 'not-ready-for-handover'; readonly status: ApplicationStatus }
  | {
      readonly code: 'already-handed-over'
      readonly at: Instant
      readonly by: string | null
      readonly receivedBy: string | null
    }
  | { readonly code: 'paper-of-another-holder'; readonly holder: string }
  | { readonly code: 'loss-statement-needed' }
  | { readonly code: 'signature-not-kept' }
  | { readonly code: 'signature-size-wrong' }
  | { readonly code: 'signature-blank' }
  | SettleOldPermitRefusal
  | OriginalsRefusal
  | RackRefusal
  | { readonly code: 'nothing-on-the-rack' }
  | { readonly code: 'papers-not-to-give-back'; readonly status: ApplicationStatus }
  | {
      readonly code: 'papers-already-back'
      readonly at: Instant
      readonly by: string
      readonly receivedBy: string
    }
  | { readonly code: 'papers-needed' }
  | { readonly code: 'handover-receipt-unknown' }
  | { readonly code: 'identity-not-seen' }
  | { readonly code: 'delivery-not-offered' }
  | { readonly code: 'email-missing' }
  | MailRefusal
  | { readonly code: 'letter-of-authority-needed' }
  | ConsentWording
  | { readonly code: 'late-before-ready'; readonly since: Instant }
  | { readonly code: 'late-reason-needed' }
  | { readonly code: 'late-moment-wrong'; readonly why: IntakeFieldRefusal }
  | { readonly code: 'receiver-needed' }
  | { readonly code: 'relation-needed' }
  | { readonly code: 'receiver-nik-wrong'; readonly nik: NikRefusal }
  | { readonly code: 'receiver-not-holder' }
