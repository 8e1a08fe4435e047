import { mayBePassed, type VacantStage } from '#domain/vacant-stage.ts'
import { PAPERS, type Paper } from '#domain/documents/paper.ts'
import { kindLabel, documentLabel } from '#domain/wording/application.ts'
import { formatNip, type Nip } from '#domain/nip.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { OwnFieldKind } from '#domain/own-field.ts'
import { regimeOn, type PermitType } from '#domain/permit-type.ts'
import { titleOn } from '#domain/profile.ts'
import { publishedLimit } from '#domain/promise.ts'
import { signingPosts, type SigningPost } from '#domain/signing-posts.ts'
import type { Stage, StageAction, StageDocument } from '#domain/stage-table.ts'
import { capacityLabel, gapText, overlapText, signingReasonText } from '#domain/wording/officials.ts'
import { noticeLabel } from '#domain/wording/notices.ts'
import { sayPattern } from '#domain/wording/number-pattern.ts'
import {
  limitWords,
  stageClockWords,
  stageConditionWords,
  stagePlaceWords,
  stageWorkWords,
} from '#domain/wording/procedure.ts'
import { deliveryWords, validityWords } from '#domain/wording/service-standard.ts'
import { paperFor } from '#domain/usual-papers.ts'
import type {
  ProcedureStageView,
  ProcedureView,
  SigningPostView,
  TypeLineView,
  TypeView,
} from '#contract/office-book.ts'
import type { Office } from '#services/office.ts'
import { offerOf } from '#services/offers.ts'

const profileFile = ({ profile }: Office): string => `assets/profiles/${profile.code}.json`

const documentName = (document: StageDocument): string =>
  document === 'product' ? 'izin, surat penolakan, atau keputusan pencabutan' : documentLabel(document)

export const officialsFile = profileFile

export function signingPostViews(office: Office, on: OfficeDate): SigningPostView[] {
  return signingPosts(office.profile, on).map((post) => postView(office, post))
}

function postView({ profile }: Office, post: SigningPost): SigningPostView {
  const { official } = post
  const atStages = profile.stageTable.stages.flatMap((stage) =>
    stage.signs
      .filter((one) => one.signer === post.code)
      .map(
        (one) =>
          `${documentName(one.document)} pada tahap ${stage.label}, tanda tangan ${one.method === 'wet' ? 'basah' : 'elektronik'}`,
      ),
  )
  const onPaper = profile.documents
    .filter((one) => one.signer === post.code)
    .map((one) => documentLabel(one.kind))
  return {
    code: post.code,
    title: post.titleLines.join(' ').replace(/,$/, ''),
    official: official && {
      name: official.name,
      capacity: capacityLabel(official.capacity),
      rank: official.rank,
      nip: official.nip === null ? null : formatNip(official.nip as Nip),
    },
    why: signingReasonText(post.reason),
    signs: [...atStages, ...onPaper],
    holders: post.holders.map((one) => ({
      name: one.name,
      capacity: capacityLabel(one.capacity),
      from: one.from,
      until: one.until,
      current: one === official,
    })),
    warnings: [...post.gaps.map(gapText), ...post.overlaps.map(overlapText)],
  }
}

/** The whole procedure, each rule in words. */
/** @param vacant  levels of the chain that are passed now */
export function procedureView(office: Office, vacant: readonly VacantStage[]): ProcedureView {
  const { profile } = office
  const { stageTable: table } = profile
  return {
    source: table.source,
    file: profileFile(office),
    limit: publishedLimit(table),
    delivery: deliveryWords(profile.delivery),
    series: profile.series.map(({ label, pattern }) => ({ label, pattern })),
    stages: table.stages.map((one) =>
      stageView(
        office,
        one,
        vacant.find(({ stage }) => stage === one.code),
      ),
    ),
  }
}

function stageView(office: Office, stage: Stage, vacancy: VacantStage | undefined): ProcedureStageView {
  const { profile } = office
  const labelOf = (code: string): string =>
    profile.stageTable.stages.find((one) => one.code === code)?.label ?? code
  const roles: Readonly<Record<string, string>> = {
    applicant: 'Pemohon',
    system: 'Sistem',
    ...Object.fromEntries(profile.roles.map((one) => [one.code, one.label])),
  }
  return {
    code: stage.code,
    label: stage.label,
    publicLabel: stage.publicLabel,
    steps: [...stage.steps],
    role: roles[stage.role] ?? stage.role,
    agency: stage.agency,
    where: stagePlaceWords[stage.where],
    optional: stage.condition.when !== 'always',
    condition: stageConditionWords(stage),
    work: stageWorkWords(stage),
    limit: stage.limit && limitWords(stage.limit),
    clock: stageClockWords[stage.clock],
    tells: stage.notifies.map(noticeLabel),
    atIntake: stage.atIntake,
    passable: mayBePassed(profile.stageTable, stage),
    vacancy: vacancy ? { reason: vacancy.reason, since: vacancy.since, by: vacancy.by } : null,
    actions: stage.actions.map((one) => ({
      label: one.label,
      kind: one.kind,
      to: one.to.map(labelOf),
      notes: actionNotes(one),
    })),
  }
}

const actionNotes = (action: StageAction): string[] => [
  ...(action.accepts ? ['menyatakan lengkap dan benar, jam mulai berjalan'] : []),
  ...(action.needsNote ? ['dengan alasan tertulis'] : []),
  ...(action.asksAtLeast > 0 ? [`sedikitnya ${action.asksAtLeast} tahap pilihan`] : []),
]

export function typeLines(office: Office, on: OfficeDate): TypeLineView[] {
  return office.profile.offers.flatMap(({ code }) => {
    const type = office.types.find((one) => one.code === code)
    return type ? [typeLine(office, type, on)] : []
  })
}

function typeLine(office: Office, type: PermitType, on: OfficeDate): TypeLineView {
  const offer = offerOf(office, type.code, on)
  const [first] = offer?.kinds ?? []
  return {
    code: type.code,
    name: type.name,
    category: type.category,
    // The rule for foreigners stands in the pane.
    validity: offer && first ? validityWords(offer.regime.validity, first.rule).replace(/\. .*$/, '.') : null,
    elsewhere: first && first.route.to !== 'own-office' ? first.route.destination : null,
  }
}

const fieldKinds: Readonly<Record<OwnFieldKind, string>> = {
  text: 'teks',
  number: 'angka',
  date: 'tanggal',
  choice: 'pilihan',
  'yes-no': 'ya atau tidak',
}

const paperName = (paper: Paper): string => {
  const known = Object.entries(PAPERS).find(
    ([, one]) => one.widthMm === paper.widthMm && one.heightMm === paper.heightMm,
  )
  const size = `${paper.widthMm} × ${paper.heightMm} mm`
  return known ? `${known[0].replace(/Landscape$/, ' mendatar').toUpperCase()} (${size})` : size
}

/** null: the office does not offer the type. */
export function typeView(office: Office, code: string, on: OfficeDate): TypeView | null {
  const { profile } = office
  const offered = profile.offers.find((one) => one.code === code)
  const type = office.types.find((one) => one.code === code)
  if (!offered || !type) return null
  const offer = offerOf(office, code, on)
  const lawOf = offer?.lawOf ?? type
  const regime = regimeOn(lawOf, on)
  return {
    code,
    name: type.name,
    title: type.title,
    profession: type.profession,
    organization: type.organization,
    files: [`assets/catalogue/permit-types/${offered.catalogueCode.toLowerCase()}.json`, profileFile(office)],
    kinds: (offer?.kinds ?? []).map(({ kind }) => ({ kind, label: kindLabel(kind, null) })),
    fields: lawOf.fields.map(({ label, kind, required, printed }) => ({
      label,
      kind: fieldKinds[kind],
      required,
      printed,
    })),
    paper: paperLines(office, type, on),
    regimes: lawOf.regimes
      .toSorted((one, other) => (one.from < other.from ? 1 : -1))
      .map((one) => ({
        from: one.from,
        until: one.until,
        requirements: one.requirements.length,
        current: regime.ok && regime.value === one,
        legalBasis: [...one.legalBasis],
      })),
  }
}

function paperLines({ profile }: Office, type: PermitType, on: OfficeDate): string[] {
  const kind = type.revokes === null ? 'permit' : 'revocation-decree'
  const rule = profile.documents.find((one) => one.kind === kind)
  if (!rule) return []
  const series = profile.series.find((one) => one.code === rule.series)
  const signer = rule.signer === null ? undefined : titleOn(profile, rule.signer, on)
  return [
    `Kertas ${paperName(paperFor(profile, kind))}, kop ${rule.letterhead === 'printed' ? 'dicetak' : 'sudah tercetak pada kertas'}.`,
    ...(series ? [`Nomor ${sayPattern(series.pattern)} (${series.label}).`] : []),
    ...(signer ? [`Ditandatangani ${signer.join(' ').replace(/,$/, '')}.`] : []),
  ]
}
