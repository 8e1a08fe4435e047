import type { PortalPage } from '#domain/portal-pages.ts'
import {
  portalCallKinds,
  portalCallStates,
  portalEntities,
  portalFileDirections,
  portalRunEnds,
  type PortalArrival,
  type PortalCall,
  type PortalConflict,
  type PortalData,
  type PortalFile,
  type PortalKnown,
  type PortalRun,
  type PortalTrouble,
} from '#domain/portal-sync.ts'
import type {
  PortalArrivalRow,
  PortalCallRow,
  PortalConflictRow,
  PortalFileRow,
  PortalKnownRow,
  PortalPageRow,
  PortalRunRow,
} from '../rows/portal-rows.ts'
import { flagOf, jsonOf, objectOf, oneOf } from './reading.ts'

type Moment = PortalCall['stateAt']

const troubleOf = (json: string | null): PortalTrouble | null =>
  json === null ? null : objectOf<PortalTrouble>(json, ['kind'], 'trouble of a call')
const numberOf = (value: number | null): number | null => (value === null ? null : Number(value))

export const toCallRow = (call: PortalCall): Omit<PortalCallRow, 'position'> => ({
  key: call.key,
  lane: call.lane,
  kind: call.kind,
  entity_id: call.entityId,
  body: call.body && jsonOf(call.body, 'body of a call'),
  base_version: call.baseVersion,
  needs_file: call.needsFile,
  state: call.state,
  state_at: call.stateAt,
  tries: call.tries,
  next_try_at: call.nextTryAt,
  trouble: call.trouble && jsonOf(call.trouble, 'trouble of a call'),
  replaced_by: call.replacedBy,
  created_at: call.createdAt,
  through_seq: call.throughSeq,
})

export const fromCallRow = (row: PortalCallRow): PortalCall => ({
  key: row.key,
  lane: row.lane,
  kind: oneOf(portalCallKinds, row.kind, 'kind of a call'),
  entityId: row.entity_id,
  body: row.body === null ? null : objectOf<PortalData>(row.body, [], 'body of a call'),
  baseVersion: numberOf(row.base_version),
  needsFile: row.needs_file,
  state: oneOf(portalCallStates, row.state, 'state of a call'),
  stateAt: row.state_at as Moment,
  tries: Number(row.tries),
  nextTryAt: row.next_try_at as Moment,
  trouble: troubleOf(row.trouble),
  replacedBy: row.replaced_by,
  createdAt: row.created_at as Moment,
  throughSeq: numberOf(row.through_seq),
})

export const toFileRow = (file: PortalFile): PortalFileRow => ({
  direction: file.direction,
  sha256: file.sha256,
  key: file.key,
  application_id: file.applicationId,
  media_type: file.mediaType,
  size_bytes: file.sizeBytes,
  state: file.state,
  state_at: file.stateAt,
  tries: file.tries,
  next_try_at: file.nextTryAt,
  trouble: file.trouble && jsonOf(file.trouble, 'trouble of a file'),
})

export const fromFileRow = (row: PortalFileRow): PortalFile => ({
  direction: oneOf(portalFileDirections, row.direction, 'direction of a file'),
  sha256: row.sha256,
  key: row.key,
  applicationId: row.application_id,
  mediaType: row.media_type,
  sizeBytes: Number(row.size_bytes),
  state: oneOf(['waiting', 'done', 'aside'] as const, row.state, 'state of a file'),
  stateAt: row.state_at as Moment,
  tries: Number(row.tries),
  nextTryAt: row.next_try_at as Moment,
  trouble: troubleOf(row.trouble),
})

export const toPageRow = (page: PortalPage): PortalPageRow => ({
  source_sha256: page.sourceSha256,
  page: page.page,
  sha256: page.sha256,
  size_bytes: page.sizeBytes,
  made_at: page.madeAt,
})

export const fromPageRow = (row: PortalPageRow): PortalPage => ({
  sourceSha256: row.source_sha256,
  page: Number(row.page),
  sha256: row.sha256,
  sizeBytes: Number(row.size_bytes),
  madeAt: row.made_at as Moment,
})

export const toKnownRow = (known: PortalKnown): PortalKnownRow => ({
  entity: known.entity,
  id: known.id,
  version: known.version,
  application_id: known.applicationId,
  data: jsonOf(known.data, 'known entity'),
  deleted: flagOf(known.deleted),
  known_at: known.at,
})

export const fromKnownRow = (row: PortalKnownRow): PortalKnown => ({
  entity: oneOf(portalEntities, row.entity, 'entity of the portal'),
  id: row.id,
  version: Number(row.version),
  applicationId: row.application_id,
  data: objectOf<PortalData>(row.data, [], 'known entity'),
  deleted: Number(row.deleted) === 1,
  at: row.known_at as Moment,
})

type ConflictFacts = Omit<
  PortalConflict,
  'id' | 'entity' | 'entityId' | 'applicationId' | 'foundAt' | 'settled'
>

export const toConflictRow = (conflict: PortalConflict): PortalConflictRow => {
  const { id, entity, entityId, applicationId, foundAt, settled, ...facts } = conflict
  return {
    id,
    entity,
    entity_id: entityId,
    application_id: applicationId,
    found_at: foundAt,
    facts: jsonOf(facts, 'conflict'),
    settled: settled && jsonOf(settled, 'settlement of a conflict'),
  }
}

export const fromConflictRow = (row: PortalConflictRow): PortalConflict => ({
  id: row.id,
  entity: oneOf(portalEntities, row.entity, 'entity of the portal'),
  entityId: row.entity_id,
  applicationId: row.application_id,
  foundAt: row.found_at as Moment,
  ...objectOf<ConflictFacts>(row.facts, ['field', 'version'], 'conflict'),
  settled:
    row.settled === null
      ? null
      : objectOf<NonNullable<PortalConflict['settled']>>(
          row.settled,
          ['picked', 'by', 'at'],
          'settlement of a conflict',
        ),
})

export const toArrivalRow = (arrival: PortalArrival): PortalArrivalRow => ({
  id: arrival.id,
  entity: arrival.entity,
  entity_id: arrival.entityId,
  version: arrival.version,
  application_id: arrival.applicationId,
  reason: arrival.reason,
  arrived_at: arrival.arrivedAt,
  data: jsonOf(arrival.data, 'change from the portal'),
  settled: arrival.settled && jsonOf(arrival.settled, 'settlement of a change'),
})

export const fromArrivalRow = (row: PortalArrivalRow): PortalArrival => ({
  id: row.id,
  entity: row.entity,
  entityId: row.entity_id,
  version: Number(row.version),
  applicationId: row.application_id,
  reason: row.reason,
  arrivedAt: row.arrived_at as Moment,
  data: objectOf<PortalData>(row.data, [], 'change from the portal'),
  settled:
    row.settled === null
      ? null
      : objectOf<NonNullable<PortalArrival['settled']>>(
          row.settled,
          ['how', 'by', 'at'],
          'settlement of a change',
        ),
})

export const toRunRow = (run: PortalRun): PortalRunRow => ({
  id: run.id,
  station: run.station,
  started_at: run.startedAt,
  ended_at: run.endedAt,
  pushed: run.pushed,
  pulled: run.pulled,
  set_aside: run.setAside,
  conflicts: run.conflicts,
  ended_how: run.end,
  why: run.why,
})

export const fromRunRow = (row: PortalRunRow): PortalRun => ({
  id: row.id,
  station: row.station,
  startedAt: row.started_at as Moment,
  endedAt: row.ended_at as Moment | null,
  pushed: Number(row.pushed),
  pulled: Number(row.pulled),
  setAside: Number(row.set_aside),
  conflicts: Number(row.conflicts),
  end: row.ended_how === null ? null : oneOf(portalRunEnds, row.ended_how, 'end of a synchronisation'),
  why: row.why,
})
