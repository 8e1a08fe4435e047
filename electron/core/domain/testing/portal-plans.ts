import type { RequirementDocument } from '../application.ts'
import { paperEntities } from '../portal-paper-entities.ts'
import { planCalls, type PlanFacts, type PortalPlan } from '../portal-plan.ts'
import type { PortalCall, PortalKnown } from '../portal-sync.ts'
import { anId, day, instant, type Dossier } from './builders.ts'

export const at = instant('2026-04-01T01:00:00.000Z')
export const sha256 = (n: number): string => String(n).padStart(64, '0')

/** What the portal has by now, as far as a plan asks. */
export interface Side {
  readonly known: readonly PortalKnown[]
  readonly toldSeq: number
  readonly aside: readonly PortalCall[]
}
export const nothing: Side = { known: [], toldSeq: 0, aside: [] }

export function plan(
  { state, events }: Dossier,
  side: Side = nothing,
  change: Partial<PlanFacts> = {},
): PortalPlan {
  const papers = paperEntities(
    state,
    events,
    { holderName: state.applicant.name, dayOf: (one) => day(one.slice(0, 10)), today: day('2026-04-01') },
    () => null,
  )
  return planCalls({
    pagesOf: () => [],
    office: {
      officeCode: 'kantor',
      stageTable: { code: 't', start: 'intake', stages: [], limit: null, limitText: null, source: '' },
    },
    at,
    state,
    events,
    applicant: state.applicant,
    applicantAtPortal: state.applicant.id,
    ...side,
    overtaken: [],
    papers,
    paperFiles: new Map(papers.map(({ id }, n) => [id, { sha256: sha256(n + 1) }])),
    conflicts: [],
    again: false,
    keyOf: (name) => `${state.seq} ${name}`,
    faultOf: () => null,
    ...change,
  })
}

/** The portal takes everything that is asked of it. */
export function taken(side: Side, { calls, changed }: PortalPlan): Side {
  const known = new Map(side.known.map((one) => [`${one.entity} ${one.id}`, one]))
  let { toldSeq } = side
  for (const call of calls) {
    if (call.kind === 'events') toldSeq = call.throughSeq ?? toldSeq
    else if (call.kind === 'document-removed') {
      const before = known.get(`document ${call.entityId}`)
      if (before) known.set(`document ${call.entityId}`, { ...before, deleted: true })
    } else
      known.set(`${call.kind} ${call.entityId}`, {
        entity: call.kind,
        id: call.entityId,
        version: (call.baseVersion ?? 0) + 1,
        applicationId: call.lane,
        data: call.body ?? {},
        deleted: false,
        at,
      })
  }
  const gone = new Set(changed.map((one) => one.key))
  return { known: [...known.values()], toldSeq, aside: side.aside.filter((one) => !gone.has(one.key)) }
}

export const kinds = ({ calls }: PortalPlan): readonly string[] => calls.map((one) => one.kind)
export const bodiesOf = (planned: PortalPlan, kind: string) =>
  planned.calls.filter((one) => one.kind === kind).map((one) => one.body)

export const aFile = (n: number, change: Partial<RequirementDocument> = {}): RequirementDocument => ({
  id: anId(n, 'f'),
  requirementCode: 'STR',
  page: 1,
  pages: 1,
  sha256: sha256(100 + n),
  fileName: 'str.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 10,
  uploadedAt: at,
  check: 'unchecked',
  checkNote: null,
  replacedBy: null,
  ...change,
})
