import type { ApplicationState } from '#domain/application-state.ts'
import type { OwnField } from '#domain/own-field.ts'
import { portalWordLabel, sayPortalValue } from '#domain/wording/portal-fields.ts'
import { applicationEntity } from '#domain/portal-entities.ts'
import { lastChange, refuseCorrection } from '#domain/correction-rules.ts'
import { mendableField } from '#domain/portal-mend.ts'
import { isSameValue } from '#domain/portal-merge.ts'
import type {
  PortalCall,
  PortalCallKind,
  PortalData,
  PortalFile,
  PortalKnown,
  PortalRun,
  PortalTrouble,
} from '#domain/portal-sync.ts'
import type { ApplicationEvent } from '#domain/application-event.ts'
import {
  menderOf,
  portalCallLabel,
  portalRunEndLabel,
  portalStateLabel,
  sayFetchTrouble,
  sayPortalTrouble,
  sayPortalWhy,
} from '#domain/wording/portal.ts'
import type {
  PortalAsideView,
  PortalDossierView,
  PortalFileView,
  PortalServerView,
  PortalStatusView,
} from '#contract/portal.ts'
import type { PortalFigures } from '#ports/portal-stores.ts'
import { sayCorrectionRefusal } from '#domain/wording/corrections.ts'
import { fieldLabels } from '#domain/wording/intake-fields.ts'
import { formOfApplication } from '#services/form-of-application.ts'
import { requirementsOf } from '#services/move-facts.ts'
import { faultyPaths } from '#services/mend-refused.ts'
import type { Office } from '#services/office.ts'
import { holderName } from '#services/paper-words.ts'
import type { KeptPortal, PortalPause } from '#services/portal-setting.ts'
import type { PortalCondition } from '#services/portal-traffic.ts'

/** Where the traffic stands, as the indicator of the head shows it. */
export function portalStatusView(
  condition: PortalCondition,
  figures: PortalFigures,
  pause: PortalPause | null,
): PortalStatusView {
  const setAside = figures.aside
  const needsYou =
    setAside + figures.conflicts + figures.arrivals + figures.fetchesAside > 0 ||
    condition.state === 'stopped'
  return {
    state: condition.state,
    label: portalStateLabel(condition.state),
    sentence:
      condition.state === 'paused' && pause
        ? `Dijeda oleh ${pause.by}. Yang belum terkirim tetap tersimpan.`
        : condition.why === null
          ? null
          : sayPortalWhy(condition.why),
    since: condition.since,
    nextTryAt: condition.nextTryAt,
    unsentDossiers: figures.unsentDossiers,
    unsent: figures.unplanned + figures.waiting + figures.filesWaiting,
    setAside,
    conflicts: figures.conflicts,
    arrivals: figures.arrivals,
    files: figures.fetchesStuck,
    needsYou,
    pausedBy: pause?.by ?? null,
  }
}

const refusedIn = (trouble: PortalTrouble | null) => (trouble?.kind === 'refused' ? trouble : null)

/** The file that a document bears, for a sentence about it. */
const fileNameOf = ({ kind, body }: PortalCall): string =>
  kind === 'document' && typeof body?.['fileName'] === 'string' ? `“${body['fileName']}”: ` : ''

/** Something set aside; `state` null: it is about no dossier. */
export function portalAsideView(
  call: PortalCall,
  state: ApplicationState | undefined,
  isResent: boolean,
  { office, consents }: { readonly office: Office; readonly consents: boolean },
): PortalAsideView {
  const trouble = call.trouble ?? { kind: 'moved', version: 0 }
  const refused = refusedIn(call.trouble)
  return {
    key: call.key,
    applicationId: state?.id ?? null,
    registrationNumber: state?.registrationNumber.text ?? null,
    holderName: state ? holderName(state) : null,
    kind: call.kind,
    kindLabel: portalCallLabel(call.kind),
    sentence: `${fileNameOf(call)}${sayPortalTrouble(trouble)}`,
    mender: menderOf(trouble),
    detail: refused?.detail ?? '',
    ...mendingOf(call, state, office, consents),
    status: refused?.status ?? null,
    code: refused?.code ?? null,
    since: call.stateAt,
    tries: call.tries,
    body: JSON.stringify(call.body ?? {}, null, 2),
    isResent,
  }
}

/** Which data of the dossier the portal names, as they are typed now, and how they can be mended from the tray. */
function mendingOf(
  call: PortalCall,
  state: ApplicationState | undefined,
  office: Office,
  consents: boolean,
): Pick<PortalAsideView, 'fields' | 'mending'> {
  const form = state && formOfApplication(office, state)
  const words = new Map((refusedIn(call.trouble)?.errors ?? []).map((one) => [one.path, one.message]))
  const fields = [...new Set(faultyPaths(call.trouble))].map((path) => {
    const field = form ? mendableField(call.kind, path) : null
    return {
      path,
      message: words.get(path) ?? '',
      mend: field && form ? { field, label: fieldLabels[field], value: form[field] } : null,
    }
  })
  if (!state || fields.every((one) => one.mend === null)) return { fields, mending: null }
  const closed = refuseCorrection(state)
  const way = closed ? 'closed' : state.acceptedAt !== null && !consents ? 'dossier' : 'here'
  return {
    fields,
    mending: {
      way,
      sentence: closed && sayCorrectionRefusal(closed, office.profile.timeZone),
      corrections: lastChange(state)?.count ?? 0,
    },
  }
}

const partLabels = {
  'in-step': 'Sudah di portal',
  'on-its-way': 'Belum terkirim',
  'set-aside': 'Ditolak portal',
  'not-there': 'Belum di portal',
} as const

/** Names of the requirements by the contract's code. */
const documentLabels = (office: Office, state: ApplicationState): ReadonlyMap<string, string> =>
  new Map(requirementsOf(office, state).map((one) => [one.code, one.label ?? one.code]))

/** What it is, a file by what it is asked for. */
function partLabel(
  kind: PortalCallKind,
  data: PortalData | null,
  labels: ReadonlyMap<string, string>,
): string {
  const requirement = kind === 'document' ? labels.get(String(data?.['requirementCode'])) : undefined
  const page = Number(data?.['pages']) > 1 ? `, halaman ${Number(data?.['page'])}` : ''
  return requirement === undefined ? portalCallLabel(kind) : `${requirement}${page}`
}

/** @param differs  what the portal has of the application is not what the office has */
function partsOf(
  known: readonly PortalKnown[],
  calls: readonly PortalCall[],
  differs: boolean,
  labels: ReadonlyMap<string, string>,
): PortalDossierView['parts'] {
  const open = calls.filter((one) => one.state === 'waiting' || one.state === 'aside')
  const kindOf = (one: PortalKnown): PortalCallKind | null =>
    one.entity === 'decision' || one.deleted ? null : one.entity
  const there = known.flatMap((one) => {
    const kind = kindOf(one)
    const { id, version, at: knownAt, data } = one
    return kind === null ? [] : [{ kind, id, version, knownAt, data }]
  })
  const fresh = open
    .filter((call) => !there.some((one) => one.kind === call.kind && one.id === call.entityId))
    .map((call) => ({ kind: call.kind, id: call.entityId, version: null, knownAt: null, data: call.body }))
  const unique = new Map([...there, ...fresh].map((one) => [`${one.kind} ${one.id}`, one]))
  return [...unique.values()].map(({ data, ...one }) => {
    const call = open.findLast((other) => other.kind === one.kind && other.entityId === one.id)
    const state =
      call?.state === 'aside'
        ? 'set-aside'
        : call || (differs && one.kind === 'application')
          ? 'on-its-way'
          : one.version === null
            ? 'not-there'
            : 'in-step'
    return {
      ...one,
      label: partLabel(one.kind, data, labels),
      state,
      stateLabel: partLabels[state],
      sentence: call?.trouble ? sayPortalTrouble(call.trouble) : null,
      nextTryAt: call?.state === 'waiting' && call.tries > 0 ? call.nextTryAt : null,
    }
  })
}

const shown: readonly (readonly [field: string, label: string])[] = [
  ['registrationNumber', 'Nomor pendaftaran'],
  ['stageLabel', 'Tahap'],
  ['status', 'Status'],
  ['dueOn', 'Janji selesai'],
  ['clock', 'Hitungan waktu'],
  ['note', 'Catatan'],
  ['facility', 'Tempat praktik'],
  ['schedule', 'Jadwal'],
  ['str', 'STR'],
  ['technical', 'Data teknis'],
]

const rowsOf = (
  ours: PortalData,
  theirs: PortalData | null,
  own: readonly OwnField[],
): PortalDossierView['rows'] => {
  const wordOf = (field: string, value: unknown): string =>
    (typeof value === 'string' ? portalWordLabel(value) : undefined) ??
    (sayPortalValue(field, value, own) || '–')
  return shown.map(([field, label]) => ({
    label,
    office: wordOf(field, ours[field]),
    portal: theirs && wordOf(field, theirs[field]),
    isSame: theirs !== null && isSameValue(ours[field], theirs[field]),
  }))
}

/** What the portal knows of a dossier and what is on its way. */
export function portalDossierView(
  office: Office,
  dossier: {
    readonly state: ApplicationState
    readonly events: readonly ApplicationEvent[]
    readonly known: readonly PortalKnown[]
    readonly calls: readonly PortalCall[]
  },
  isSetUp: boolean,
): PortalDossierView {
  const { state, events, known, calls } = dossier
  const theirs = known.find((one) => one.entity === 'application' && one.id === state.id)
  const own = office.types.find((one) => one.code === state.data.permitTypeCode)?.fields ?? []
  const rows = rowsOf(applicationEntity(office.profile, state, events), theirs?.data ?? null, own)
  const done = calls.filter((one) => one.kind === 'events' && one.state === 'done')
  const told = { events: Math.max(0, ...done.map((one) => one.throughSeq ?? 0)), of: state.seq }
  const waiting = calls.filter((one) => one.state === 'waiting').length
  // Without a line nothing is made ready to be sent: what differs is on its way all the same.
  const differing = theirs && rows.some((one) => !one.isSame)
  const ready = waiting > 0 || !differing ? waiting : Math.max(1, told.of - told.events)
  return {
    isSetUp,
    isKnown: theirs !== undefined,
    parts: partsOf(known, calls, differing === true, documentLabels(office, state)),
    rows,
    told,
    unsent: ready,
    setAside: calls.filter((one) => one.state === 'aside').length,
  }
}

/** A file of the portal that did not come yet; `state` null: its dossier is not here. */
export function portalFileView(
  office: Office,
  file: PortalFile,
  state: ApplicationState | undefined,
): PortalFileView {
  const document = state?.documents.find((one) => one.sha256 === file.sha256)
  const requirement =
    state && requirementsOf(office, state).find((one) => one.code === document?.requirementCode)
  return {
    sha256: file.sha256,
    applicationId: state?.id ?? null,
    registrationNumber: state?.registrationNumber.text ?? null,
    holderName: state ? holderName(state) : null,
    fileName: document?.fileName ?? file.sha256.slice(0, 12),
    requirement: requirement?.label ?? '',
    sentence: sayFetchTrouble(file.trouble),
    since: file.stateAt,
    tries: file.tries,
    nextTryAt: file.state === 'waiting' ? file.nextTryAt : null,
  }
}

export const portalRunView = (run: PortalRun) => ({
  ...run,
  endLabel: run.end === null ? 'Berlangsung' : portalRunEndLabel(run.end),
  sentence: run.why === null ? null : sayPortalWhy(run.why),
})

export const portalServerView = (
  { base, clientId, officeCode, station, savedAt, savedBy }: KeptPortal,
  isOpenable: boolean,
): PortalServerView => ({ base, clientId, officeCode, isOpenable, station, savedAt, savedBy })

const cell = (value: string): string => `"${value.replaceAll('"', '""').replace(/^([=+\-@])/, "'$1")}"`

/** The tray as a table for whoever mends it elsewhere, in the separators of Indonesian spreadsheets. */
export function portalAsideCsv(rows: readonly PortalAsideView[]): string {
  const head = [
    'Nomor pendaftaran',
    'Pemohon',
    'Jenis',
    'Sejak',
    'Sebab',
    'Isian',
    'Kode',
    'Kata portal',
    'Isi',
  ]
  const lines = rows.map((row) => [
    row.registrationNumber ?? '',
    row.holderName ?? '',
    row.kindLabel,
    row.since,
    row.sentence,
    row.fields.map(({ path, message }) => `${path}: ${message}`).join('; '),
    row.code ?? String(row.status ?? ''),
    row.detail,
    row.body,
  ])
  return [head, ...lines].map((line) => line.map(cell).join(';')).join('\r\n')
}
