import type { AccountRule } from './account-rule.ts'
import type { AutomaticApproval } from './automatic-approval.ts'
import type { BlankPaper } from './blank-ledger.ts'
import type { ChosenPapers } from './chosen-papers.ts'
import type { ComplaintRule } from './complaint-rule.ts'
import type { Paper } from './documents/paper.ts'
import type { NumberScope } from './number-pattern.ts'
import type { LegalisationRule } from './legalisation-rule.ts'
import type { OfficeCalendar } from './calendar.ts'
import type { MediaType } from './file-kind.ts'
import type { OfficeDate } from './office-date.ts'
import type { Requirement, RequirementUpload } from './permit-type.ts'
import type { RepairRule } from './repair.ts'
import type { Route } from './route.ts'
import type { UploadRule } from './upload-rule.ts'
import type { DocumentKind, NoticeKind, StageTable } from './stage-table.ts'

/** A role of the office as its procedure names it. */
export interface Role {
  readonly code: string
  readonly label: string
  /** What the role may open and do, checked by the API. */
  readonly permissions: readonly Permission[]
}

export const permissions = [
  'intake',
  'work-dossiers',
  'print-desk',
  'handover',
  'reports',
  'agenda',
  'administration',
] as const
/** The groups of procedures that a role may call. A stage's own role decides who may act on it. */
export type Permission = (typeof permissions)[number]

/** The office's names and addresses; dated, so that a reprint keeps the letterhead of its day. */
export interface Letterhead {
  readonly from: OfficeDate
  /** null: still in force. */
  readonly until: OfficeDate | null
  readonly government: string
  /** Full name in capitals; broken into balanced lines when it is printed. */
  readonly agency: string
  /** For narrow paper. */
  readonly agencyShort: string
  readonly address: readonly string[]
  readonly addressShort: string
}

export const signerCapacities = ['definitive', 'acting', 'daily-acting', 'on-behalf'] as const
/** definitif, Plt., Plh., a.n. */
export type SignerCapacity = (typeof signerCapacities)[number]

/** A person who holds a signing post for a time. */
export interface Official {
  readonly post: string
  readonly name: string
  readonly rank: string | null
  /** 18 digits without spaces; null for officials without one. */
  readonly nip: string | null
  readonly capacity: SignerCapacity
  /** Own title of whoever signs a.n., printed under that of the head; null: signs under the title of the post alone. */
  readonly ownTitleLines?: readonly string[] | null | undefined
  readonly from: OfficeDate
  readonly until: OfficeDate | null
}

/** A signing post: its title as printed above the name, lines broken by sense, comma at the end. */
export interface Post {
  readonly code: string
  readonly titleLines: readonly string[]
  /** Titles of former days, when the agency had another name. */
  readonly earlier: readonly { readonly until: OfficeDate; readonly titleLines: readonly string[] }[]
}

/** A series of official numbers. Gap-free; a void keeps its line. */
export interface NumberSeries {
  readonly code: string
  readonly label: string
  /** Pattern of `number-pattern.ts`. */
  readonly pattern: string
  readonly scope: NumberScope
  /** Values of the pattern's fixed tokens, for example class 503 or the unit's code. */
  readonly tokens: Readonly<Record<string, string>>
  /** Tokens of former days that differ, when the unit had another code. */
  readonly earlier: readonly {
    readonly until: OfficeDate
    readonly tokens: Readonly<Record<string, string>>
  }[]
}

/** How one kind of document is made in this office. */
export interface DocumentRule {
  readonly kind: DocumentKind
  /** null: carries no official number. */
  readonly series: string | null
  /** null: nobody signs. */
  readonly signer: string | null
  readonly paper: Paper
  readonly letterhead: 'printed' | 'pre-printed-paper'
  readonly photo: 'printed' | 'box' | 'none'
  /** Posts of the paraf column on sheets signed by hand; empty: no column. */
  readonly initials: readonly string[]
  readonly copyTo: readonly string[]
  /** What the paper of a replacement bears: the band DUPLIKAT, or nothing. */
  readonly replacementMark: 'duplicate' | 'none'
}

/** A permit type as this office offers it. */
export interface OfferedType {
  /** Code in this office: its local code where it has one. */
  readonly code: string
  /** Code of the catalogue's type behind it; two local types may share one (SIPRO and SIPO). */
  readonly catalogueCode: string
  /** null: the catalogue's own code and name. */
  readonly localCode: string | null
  readonly localName: string | null
  readonly localTitle: string | null
  readonly localProfession: string | null
  /** Way of an application in this office, where it differs from the law's; null: the law's. */
  readonly route: Route | null
  /** Conditions of this office's stages that the type meets here, beside its own. */
  readonly flags: readonly string[]
  /** Requirements that this office does not ask for, and those it asks for or words otherwise. */
  readonly without: readonly string[]
  readonly with: readonly Requirement[]
  /** Own questions that the local name already answers (SIPRO need not ask which of the two professions). */
  readonly withoutFields: readonly string[]
}

/** Everything in which offices differ (design 3): one file per office. */
export interface OfficeProfile {
  readonly code: string
  readonly officeCode: string
  readonly systemName: string
  readonly shortName: string
  readonly city: string
  /** IANA zone of the office, for example Asia/Pontianak. */
  readonly timeZone: string
  /** WIB, WITA or WIT as printed behind an hour. */
  readonly timeZoneLabel: string
  readonly letterheads: readonly Letterhead[]
  readonly roles: readonly Role[]
  readonly posts: readonly Post[]
  readonly officials: readonly Official[]
  readonly stageTable: StageTable
  /** null: what nobody answers in time is late, and no more. */
  readonly automaticApproval: AutomaticApproval | null
  /** How long a returned dossier is waited for. */
  readonly repair: RepairRule
  /** Local differences of the requirements of every type offered here. */
  readonly requirements: { readonly without: readonly string[]; readonly with: readonly Requirement[] }
  readonly offers: readonly OfferedType[]
  readonly series: readonly NumberSeries[]
  readonly documents: readonly DocumentRule[]
  /** Sheets that the office has chosen over those of its file; absent: none. */
  readonly chosenPapers?: ChosenPapers | undefined
  /** Face of the office's permits and letters. */
  readonly face: 'serif' | 'sans'
  /** The agency that examines, as it stands in Dasar and Tembusan. */
  readonly healthOffice: string
  readonly calendar: OfficeCalendar
  readonly regionCode: string
  readonly portalPublicBase: string
  /** Who looks at requests for an account of the portal; null: whoever takes in walk-ins, without a limit. */
  readonly accountRequests: AccountRule | null
  readonly receipt: {
    readonly series: string
    /** Printed at the foot: what to bring, complaint channels. */
    readonly notes: readonly string[]
    readonly complaints: readonly string[]
    readonly counterHours: readonly string[]
  }
  /** The *Buku Ekspedisi*. */
  readonly dispatch: {
    readonly series: string
    /** Calendar days in which a line is expected to be confirmed. */
    readonly confirmWithinDays: number
  }
  /** *Pengaduan*. */
  readonly complaints: ComplaintRule
  /** *Legalisir* of photocopies; null: the office does none. */
  readonly legalisation: LegalisationRule | null
  /** Papers that come out on a blank; a sheet of any other needs no line in the *Kartu Kendali Blangko*. */
  readonly blankPapers: readonly BlankPaper[]
  readonly uploads: {
    readonly mediaTypes: readonly MediaType[]
    readonly maxBytes: number
    /** Narrower limits of this office by requirement code. */
    readonly byRequirement: Readonly<Record<string, RequirementUpload>>
  }
  /** How the finished permit reaches its holder. */
  readonly delivery: 'counter' | 'email' | 'download'
  /** What applicants are also told by e-mail, where they gave an address; empty: nothing. */
  readonly mailedNotices: readonly NoticeKind[]
  /** Whether a signature in ink is recorded only with a scan of its sheet. */
  readonly signedScan: 'optional' | 'required'
  readonly legalBasis: readonly LocalBasis[]
}

/** A rule of the region on which the office's papers rest, for the days of its force. */
export interface LocalBasis {
  readonly text: string
  /** null: since ever, until further notice. */
  readonly from: OfficeDate | null
  readonly until: OfficeDate | null
  /** Papers that name it; null: all that name a basis. */
  readonly documents: readonly DocumentKind[] | null
}

/** The region's rules that a paper names on a day. */
export const localBasisOn = (
  profile: Pick<OfficeProfile, 'legalBasis'>,
  document: DocumentKind,
  day: OfficeDate,
): readonly string[] =>
  profile.legalBasis
    .filter((one) => one.documents === null || one.documents.includes(document))
    .filter((one) => (one.from === null || one.from <= day) && (one.until === null || day <= one.until))
    .map((one) => one.text)

/** Returns the letterhead in force on a day; the earliest one when none is. */
export function letterheadOn(profile: OfficeProfile, day: OfficeDate): Letterhead {
  const inForce = profile.letterheads.find(
    (one) => one.from <= day && (one.until === null || day <= one.until),
  )
  const chosen = inForce ?? profile.letterheads[0]
  if (!chosen) throw new Error(`profile ${profile.code} has no letterhead`)
  return chosen
}

// Plh. stands in while the holder is away, and a.n. is for the days on which the holder has others sign: both are named
// with those days, so they go before whoever holds the post.
const precedence: readonly SignerCapacity[] = ['daily-acting', 'on-behalf', 'definitive', 'acting']

// Of several former words those that ended first after the day were in force on it.
const inForceOn = <T extends { readonly until: OfficeDate }>(
  earlier: readonly T[],
  day: OfficeDate,
): T | undefined =>
  earlier
    .filter((one) => day <= one.until)
    .reduce<T | undefined>((first, one) => (first && first.until <= one.until ? first : one), undefined)

/** The title of a post as it was on a day; undefined: the profile has no such post. */
export function titleOn(
  profile: Pick<OfficeProfile, 'posts'>,
  code: string,
  day: OfficeDate,
): readonly string[] | undefined {
  const post = profile.posts.find((one) => one.code === code)
  return post && (inForceOn(post.earlier, day)?.titleLines ?? post.titleLines)
}

/** Values of a series' fixed tokens as they were on a day. */
export const tokensOn = (series: NumberSeries, day: OfficeDate): Readonly<Record<string, string>> => ({
  ...series.tokens,
  ...inForceOn(series.earlier, day)?.tokens,
})

/** Finds the official who holds a post on a day; undefined: the post is vacant. Plh. and a.n. go before the holder. */
export function findOfficial(profile: OfficeProfile, post: string, day: OfficeDate): Official | undefined {
  const holders = profile.officials.filter(
    (one) => one.post === post && one.from <= day && (one.until === null || day <= one.until),
  )
  return precedence.flatMap((capacity) => holders.filter((one) => one.capacity === capacity))[0]
}

/** Returns how a kind of document is made here, on the sheet that is chosen for it now; throws when the profile does not make it. */
export function documentRule(profile: OfficeProfile, kind: DocumentKind): DocumentRule {
  const rule = profile.documents.find((one) => one.kind === kind)
  if (!rule) throw new Error(`profile ${profile.code} does not make ${kind}`)
  const paper = profile.chosenPapers?.now[kind]
  return paper ? { ...rule, paper } : rule
}

/** Returns a number series by code; throws when the profile has none. */
export function getSeries(profile: OfficeProfile, code: string): NumberSeries {
  const series = profile.series.find((one) => one.code === code)
  if (!series) throw new Error(`profile ${profile.code} has no series ${code}`)
  return series
}

/** What this office takes as the file of a requirement: its own rule, narrowed by catalogue and by the office. */
export function uploadRuleFor(
  { uploads }: Pick<OfficeProfile, 'uploads'>,
  requirement: Pick<Requirement, 'code' | 'upload'>,
): UploadRule {
  const own = uploads.byRequirement[requirement.code]
  const narrower = requirement.upload
  const kinds = own?.mediaTypes ?? narrower?.mediaTypes ?? uploads.mediaTypes
  return {
    mediaTypes: kinds.filter((one) => uploads.mediaTypes.includes(one)),
    maxBytes: Math.min(own?.maxBytes ?? uploads.maxBytes, narrower?.maxBytes ?? uploads.maxBytes),
    minSize: own?.minSize ?? narrower?.minSize ?? null,
  }
}
