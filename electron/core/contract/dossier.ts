import { z } from 'zod'
import { applicationStatuses } from '#domain/application.ts'
import { applicationKinds, facilityKinds, requirementForms } from '#domain/permit-type.ts'
import { jobOrders, printJobStates, printReasons } from '#domain/print-job.ts'
import { actionKinds, documentKinds, outputKinds } from '#domain/stage-table.ts'
import type { PracticeSession } from '#domain/schedule.ts'
import type { MoveRefusal } from '#domain/move.ts'
import { InstantOut, OfficeDateOut, refusalOf } from './common.ts'
import { DossierLegalisationView } from './legalisations.ts'
import { ErratumView, FormerVersionView } from './errata.ts'
import { applicantDetails, OverlapView, PaperView, RequestView } from './request.ts'

/**
 * How much time a dossier has left, in working days.
 * `left` and `late` by the promised day; `age` where the office publishes no limit; `paused` while it is with the applicant.
 */
export const TimeLeftView = z.object({
  kind: z.enum(['left', 'late', 'age', 'paused', 'done']),
  /** left: 0 is today; late: from 1; age and paused: from 1, the day counted. */
  days: z.number(),
  /** Words for the screen: *Sisa 3 hari kerja*, *Lewat 1 hari kerja*, *Hari ke-4*. */
  label: z.string(),
})
export type TimeLeftView = z.infer<typeof TimeLeftView>

/** A dossier that waits for its applicant, against the day that was asked for. */
export const RepairStandingView = z.object({
  until: OfficeDateOut,
  /** Working days past it; 0: not past it. */
  overdue: z.number(),
  /** *Lama tidak diperbaiki*: the office may close it. */
  long: z.boolean(),
  closableFrom: OfficeDateOut,
  /** *Ditunggu sampai 3 Desember*, *Lewat 12 hari kerja*. */
  label: z.string(),
})
export type RepairStandingView = z.infer<typeof RepairStandingView>

export const DossierLineView = z.object({
  id: z.string(),
  registrationNumber: z.string(),
  holderName: z.string(),
  nikMasked: z.string().nullable(),
  permitTypeCode: z.string(),
  kind: z.enum(applicationKinds),
  kindLabel: z.string(),
  facilityName: z.string().nullable(),
  channel: z.enum(['counter', 'online']),
  /** The *pengajuan kolektif* in which it was brought; null: alone. */
  collectiveFilingId: z.string().nullable(),
  status: z.enum(applicationStatuses),
  statusLabel: z.string(),
  stages: z.array(z.object({ code: z.string(), label: z.string(), since: InstantOut })),
  timeLeft: TimeLeftView,
  submittedAt: InstantOut,
  /** When a late entry was written down; null: at once. */
  enteredAt: InstantOut.nullable(),
  /** What holds now; `firstDueOn` is what was promised first, the same or another day. */
  dueOn: OfficeDateOut.nullable(),
  firstDueOn: OfficeDateOut.nullable(),
  /** *Janji berubah dari … menjadi … karena …*; null: it never changed. */
  promiseChanged: z.string().nullable(),
  note: z.string().nullable(),
  /** Of a returned dossier; null: it is not with the applicant. */
  repair: RepairStandingView.nullable(),
  productKind: z.enum(['permit', 'refusal-letter', 'revocation-decree']).nullable(),
  productNumber: z.string().nullable(),
  signed: z.boolean(),
  issuedAt: InstantOut.nullable(),
  handedOverAt: InstantOut.nullable(),
})
export type DossierLineView = z.infer<typeof DossierLineView>

/** A dossier that a search found, and the words of it that were taken for misspelt ones; none: it has what was typed. */
export const FoundDossierView = DossierLineView.extend({ alike: z.array(z.string()) })
export type FoundDossierView = z.infer<typeof FoundDossierView>

export const DocumentView = z.object({
  id: z.string(),
  requirementCode: z.string(),
  sha256: z.string().nullable(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  uploadedAt: InstantOut,
  check: z.enum(['unchecked', 'accepted', 'refused']),
  checkNote: z.string().nullable(),
  replaced: z.boolean(),
  /** It was another person's and is erased; null: it is there. */
  removed: z.object({ at: InstantOut, by: z.string(), consentBy: z.string(), reason: z.string() }).nullable(),
  paper: PaperView,
})

export const PrintJobView = z.object({
  id: z.string(),
  applicationId: z.string().nullable(),
  document: z.enum(documentKinds),
  /** What the sheet shows; null: nothing that bears an id. */
  subjectId: z.string().nullable(),
  title: z.string(),
  printerName: z.string().nullable(),
  copy: z.number(),
  reprintReason: z.string().nullable(),
  /** A second original, and who agreed to it, null: nobody yet. null: it is none. */
  second: z.object({ consentBy: z.string().nullable() }).nullable(),
  state: z.enum(printJobStates),
  reason: z.enum(printReasons).nullable(),
  /** What happened and what to do, in Indonesian; null while nothing needs to be said. */
  explanation: z.string().nullable(),
  requestedBy: z.string(),
  requestedAt: InstantOut,
  endedAt: InstantOut.nullable(),
  /** What a clerk decided about it last, who and when; null: nobody had to. */
  decided: z.object({ order: z.enum(jobOrders), by: z.string(), at: InstantOut }).nullable(),
})
export type PrintJobView = z.infer<typeof PrintJobView>

export const ApplicantView = z.object({
  id: z.string(),
  nik: z.string().nullable(),
  name: z.string(),
  nameOnPermit: z.string().nullable(),
  birthPlace: z.string().nullable(),
  birthDate: OfficeDateOut.nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  addressKtp: z.string().nullable(),
  addressDomicile: z.string().nullable(),
  rtRw: z.string().nullable(),
  village: z.string().nullable(),
  district: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  photoSha256: z.string().nullable(),
  ...applicantDetails,
})
export type ApplicantView = z.infer<typeof ApplicantView>

export const ActionView = z.object({
  code: z.string(),
  label: z.string(),
  kind: z.enum(actionKinds),
  needsNote: z.boolean(),
  /** null: allowed now. */
  refusal: refusalOf<MoveRefusal>().nullable(),
  /** The refusal as a sentence. */
  reason: z.string().nullable(),
})

/** An original that the office still has. */
export const OriginalView = z.object({
  id: z.string(),
  label: z.string(),
  count: z.number(),
  /** Why it stayed when the papers went out; null: they have not, or nobody was asked. */
  reason: z.string().nullable(),
})
export type OriginalView = z.infer<typeof OriginalView>

/** An earlier paper that the holder still has to bring; since when, and who wrote it down. */
export const OwedPermitView = z.object({
  number: z.string().nullable(),
  reason: z.string(),
  at: InstantOut,
  by: z.string(),
})

export const DossierView = z.object({
  line: DossierLineView,
  /** Number of events; an action of an older view is refused by its stage, not by this. */
  seq: z.number(),
  trackingCode: z.string(),
  track: z.enum(['permit', 'refusal']),
  typeName: z.string(),
  acceptedAt: InstantOut.nullable(),
  /** Taken in on paper and entered later, in words; null: a walk-in. */
  lateEntry: z.string().nullable(),
  /** Levels of the chain that it passed because nobody held them, in words; empty: none. */
  passed: z.array(z.string()),
  applicant: ApplicantView,
  data: z.object({
    practiceOrdinal: z.number().nullable(),
    str: z
      .object({
        number: z.string(),
        validUntil: OfficeDateOut.nullable(),
        lifetime: z.boolean(),
        profession: z.string(),
      })
      .nullable(),
    facility: z
      .object({
        kind: z.enum(facilityKinds),
        name: z.string(),
        address: z.string(),
        village: z.string().nullable(),
        district: z.string().nullable(),
      })
      .nullable(),
    schedule: z.array(z.custom<PracticeSession>((value) => typeof value === 'object')),
    scheduleText: z.string(),
    representative: z
      .object({ name: z.string(), nik: z.string().nullable(), phone: z.string(), relation: z.string() })
      .nullable(),
    /** The *pengajuan kolektif* in which it was brought; null: alone. */
    collective: z.object({ filingId: z.string(), code: z.string(), bringer: z.string() }).nullable(),
  }),
  request: RequestView,
  /** Hours that meet with others of the same holder: a warning for whoever verifies. */
  overlaps: z.array(OverlapView),
  /** How the intake stands: which receipt is valid, and whether it may be mended. */
  intake: z.object({
    /** 0: the first receipt; n: that of *Perbaikan ke-n*, and no earlier one. */
    receipt: z.number(),
    /** Why the intake cannot be corrected any more, as a sentence; null: it can. */
    refusal: z.string().nullable(),
    /** true: this person agrees alone where a supervisor must. */
    consents: z.boolean(),
    /** What is still to be entered of an application taken in on minimum data; null: it is whole. */
    lacking: z.array(z.string()).nullable(),
    /** Originals that the office still has. */
    originals: z.array(OriginalView),
    /** The earlier paper that the holder still has to bring; null: none. */
    owedPermit: OwedPermitView.nullable(),
  }),
  requirements: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      form: z.enum(requirementForms),
      count: z.number(),
      photo: z.boolean(),
      documents: z.array(DocumentView),
    }),
  ),
  /** What the last return asked for; null: never returned, or nothing was written down. */
  repair: z
    .object({
      items: z.array(
        z.object({ requirementCode: z.string().nullable(), label: z.string(), reason: z.string() }),
      ),
      until: OfficeDateOut,
    })
    .nullable(),
  /** Last day that a return of today would give. */
  repairUntil: OfficeDateOut,
  outputs: z.array(
    z.object({
      id: z.string(),
      stageLabel: z.string(),
      kind: z.string(),
      outcome: z.enum(['recommended', 'not-recommended']).nullable(),
      number: z.string().nullable(),
      date: OfficeDateOut,
      decidedBy: z.string().nullable(),
      note: z.string().nullable(),
      fileSha256: z.string().nullable(),
    }),
  ),
  /** What the stage on the screen must leave behind; null: nothing. */
  outputsAsked: z.object({ mode: z.enum(['all', 'any']), kinds: z.array(z.enum(outputKinds)) }).nullable(),
  product: z
    .object({
      id: z.string(),
      kind: z.enum(['permit', 'refusal-letter', 'revocation-decree']),
      number: z.string().nullable(),
      issuedOn: OfficeDateOut.nullable(),
      validUntil: OfficeDateOut.nullable(),
      signature: z
        .object({
          method: z.enum(['wet', 'electronic']),
          by: z.string(),
          on: OfficeDateOut,
          /** Scan of the sheet with its ink; null: none was attached. */
          scanSha256: z.string().nullable(),
        })
        .nullable(),
      verificationCode: z.string(),
      /** Whether a print at this person's stage now would be a second original. */
      secondOriginal: z.boolean(),
    })
    .nullable(),
  /** *Ralat* of the permit, the first one first. */
  errata: z.array(ErratumView),
  /** Why none may be asked for now, as a sentence; null: it may. */
  erratumRefusal: z.string().nullable(),
  /** The last one is approved and its paper not signed yet: its data may be corrected. */
  erratumAtWork: z.boolean(),
  formerVersions: z.array(FormerVersionView),
  /** The last print of the receipt of its handover, or of papers given back; null: none was printed. */
  handoverReceipt: z.object({ jobId: z.string() }).nullable(),
  /** null: the office legalises nothing. */
  legalisation: DossierLegalisationView.nullable(),
  history: z.array(
    z.object({
      seq: z.number(),
      at: InstantOut,
      actorName: z.string(),
      roleLabel: z.string(),
      /** Whose place the actor took; null: nobody's. */
      standsFor: z.string().nullable(),
      /** What happened, in the words of the buttons. */
      text: z.string(),
      note: z.string().nullable(),
      /** Old and new of every field that a correction changed. */
      changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
      meaning: z.enum(['plain', 'here', 'done', 'paused', 'refused']),
      /** Picture of the signature that the receiver gave on the screen; null: none. */
      signatureSha256: z.string().nullable(),
    }),
  ),
  /** The stage on which this person may work; null: none, the dossier is only shown. */
  workStage: z
    .object({
      code: z.string(),
      label: z.string(),
      /** false: what was decided on the requirement files stands; they are only looked at. */
      examines: z.boolean(),
    })
    .nullable(),
  actions: z.array(ActionView),
  /** Optional stages that the officer may ask for with a forward action. */
  optionalStages: z.array(z.object({ code: z.string(), label: z.string() })),
  jobs: z.array(PrintJobView),
})
export type DossierView = z.infer<typeof DossierView>

/** A calendar day in the count of a limit, with why it was counted or not, in words. */
const CountedDayView = z.object({
  date: OfficeDateOut,
  label: z.string(),
  counted: z.boolean(),
  /** `off`: weekend or holiday; `begun`: the day of acceptance; `paused`: with the applicant. */
  kind: z.enum(['counted', 'off', 'begun', 'paused', 'elsewhere']),
  why: z.string(),
  /** Stages that held the dossier when the office closed; empty on days not counted and days to come. */
  stages: z.array(z.string()),
})

const ClockView = z.object({
  state: z.enum(['waiting', 'running', 'paused', 'stopped']),
  /** *5 hari kerja*; null: the office publishes none. */
  limit: z.string().nullable(),
  unit: z.enum(['working-days', 'minutes']),
  used: z.number(),
  remaining: z.number().nullable(),
  pausedDays: z.number(),
  dueOn: OfficeDateOut.nullable(),
  dueAt: InstantOut.nullable(),
})

/** Why it took longer, as somebody wrote it down. */
export const DelayReasonView = z.object({
  id: z.string(),
  at: InstantOut,
  by: z.string(),
  text: z.string(),
})
export type DelayReasonView = z.infer<typeof DelayReasonView>

/** Every clock of a dossier at the moment of asking. */
export const ClocksView = z.object({
  whole: ClockView,
  days: z.array(CountedDayView),
  stages: z.array(ClockView.extend({ labels: z.array(z.string()) })),
  reasons: z.array(DelayReasonView),
})
export type ClocksView = z.infer<typeof ClocksView>
