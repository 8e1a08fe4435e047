import type { PortalArrival, PortalCall, PortalConflict, PortalFile } from '#domain/portal-sync.ts'
import { anId, instant } from '#domain/testing/builders.ts'
import type { OutboxEntry } from '../outbox.ts'

export const at = instant('2026-03-02T01:00:00.000Z')
export const later = instant('2026-03-02T02:00:00.000Z')
export const sha256 = 'ab'.repeat(32)
export const laneOf = (n: number): string => anId(n, 'b')

export const aCall = (n: number, change: Partial<PortalCall> = {}): PortalCall => ({
  key: anId(n, 'c'),
  lane: laneOf(1),
  kind: 'application',
  entityId: laneOf(1),
  body: { id: laneOf(1), note: 'utuh' },
  baseVersion: 3,
  needsFile: null,
  state: 'waiting',
  stateAt: at,
  tries: 0,
  nextTryAt: at,
  trouble: null,
  replacedBy: null,
  createdAt: at,
  throughSeq: 4,
  ...change,
})

export const aFile = (change: Partial<PortalFile> = {}): PortalFile => ({
  direction: 'send',
  sha256,
  key: anId(1, 'f'),
  applicationId: laneOf(1),
  mediaType: 'application/pdf',
  sizeBytes: 1234,
  state: 'waiting',
  stateAt: at,
  tries: 0,
  nextTryAt: at,
  trouble: null,
  ...change,
})

export const anEntry = (n: number, change: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: anId(n, 'a'),
  topic: 'portal',
  aggregateId: laneOf(1),
  key: `key-${n}`,
  kind: 'application-changed',
  payload: { fromSeq: n, toSeq: n },
  createdAt: at,
  ...change,
})

export const aConflict = (n: number, change: Partial<PortalConflict> = {}): PortalConflict => ({
  id: anId(n, 'd'),
  entity: 'application',
  entityId: laneOf(1),
  applicationId: laneOf(1),
  field: 'facility',
  known: null,
  ours: { name: 'Klinik A' },
  theirs: { name: 'Klinik B' },
  version: 7,
  oursBy: 'Ratih',
  oursAt: at,
  foundAt: at,
  settled: null,
  ...change,
})

export const anArrival = (n: number, change: Partial<PortalArrival> = {}): PortalArrival => ({
  id: anId(n, 'e'),
  entity: 'decision',
  entityId: anId(n, 'e'),
  version: 1,
  applicationId: null,
  data: { stage: 'tim-teknis', baru: [1, null] },
  reason: 'stage-elsewhere',
  arrivedAt: at,
  settled: null,
  ...change,
})
