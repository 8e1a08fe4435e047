import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RequirementDocument } from './application.ts'
import { paperEntities } from './portal-paper-entities.ts'
import { planCalls, type PlanFacts, type PortalPlan } from './portal-plan.ts'
import type { PortalCall, PortalKnown } from './portal-sync.ts'
import {
  accepted,
  aMove,
  anId,
  aProduct,
  aRegisteredDossier,
  day,
  handedOver,
  instant,
  issued,
  refused,
  returned,
  withdrawn,
  withEvent,
  type Dossier,
} from './testing/builders.ts'

const at = instant('2026-04-01T01:00:00.000Z')
const sha256 = (n: number): string => String(n).padStart(64, '0')

/** What the portal has by now, as far as a plan asks. */
interface Side {
  readonly known: readonly PortalKnown[]
  readonly toldSeq: number
  readonly aside: readonly PortalCall[]
}
const nothing: Side = { known: [], toldSeq: 0, aside: [] }

function plan({ state, events }: Dossier, side: Side = nothing, change: Partial<PlanFacts> = {}): PortalPlan {
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
function taken(side: Side, { calls, changed }: PortalPlan): Side {
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

const kinds = ({ calls }: PortalPlan): readonly string[] => calls.map((one) => one.kind)
const of = (planned: PortalPlan, kind: string) =>
  planned.calls.filter((one) => one.kind === kind).map((one) => one.body)

const aFile = (n: number, change: Partial<RequirementDocument> = {}): RequirementDocument => ({
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

describe('what is sent of a dossier', () => {
  it('is told in the order in which the portal can take it, and once', () => {
    const dossier = withEvent(aRegisteredDossier(), {
      action: 'document-added',
      document: aFile(1),
      replaces: null,
    })
    const first = plan(dossier)
    expect(kinds(first)).toEqual(['applicant', 'application', 'document', 'events'])
    expect(first.calls.every((one) => one.baseVersion === null && one.state === 'waiting')).toBe(true)
    expect(first.files.map((one) => one.sha256)).toEqual([sha256(101)])
    expect(kinds(plan(dossier, taken(nothing, first)))).toEqual([])
  })

  it('a file that takes the place of another is the same document at the portal, in a new version', () => {
    const one = withEvent(aRegisteredDossier(), {
      action: 'document-added',
      document: aFile(1),
      replaces: null,
    })
    const side = taken(nothing, plan(one))
    const two = withEvent(one, {
      action: 'document-added',
      document: aFile(2),
      replaces: anId(1, 'f'),
    })
    const second = plan(two, side)
    expect(kinds(second)).toEqual(['document', 'events'])
    expect(second.calls[0]).toMatchObject({ entityId: anId(1, 'f'), baseVersion: 1, needsFile: sha256(102) })
  })

  it('another person’s file that was taken out is taken out there too', () => {
    const one = withEvent(aRegisteredDossier(), {
      action: 'document-added',
      document: aFile(1),
      replaces: null,
    })
    const side = taken(nothing, plan(one))
    const gone = withEvent(one, {
      action: 'file-removed',
      documentIds: [anId(1, 'f')],
      requirementCode: 'STR',
      fileName: 'str.pdf',
      sha256: sha256(101),
      consentBy: 'Kepala',
    })
    const second = plan(gone, side)
    expect(kinds(second)).toEqual(['document-removed', 'events'])
    expect(kinds(plan(gone, taken(side, second)))).toEqual([])
  })

  it('a photo beyond the portal’s limits goes as the smaller picture that was made of it', () => {
    const dossier = aRegisteredDossier()
    const applicant = { ...dossier.state.applicant, photoSha256: sha256(7) }
    const small = { sourceSha256: sha256(7), page: 1, sha256: sha256(8), sizeBytes: 5, madeAt: at }
    const pagesOf = (of: string) => (of === sha256(7) ? [small] : [])
    const planned = plan(dossier, nothing, { applicant, pagesOf })
    expect(of(planned, 'applicant')).toMatchObject([{ photoSha256: sha256(8) }])
    expect(planned.files).toMatchObject([{ sha256: sha256(8), mediaType: 'image/jpeg' }])
    expect(plan(dossier, nothing, { applicant }).files).toMatchObject([{ sha256: sha256(7) }])
  })

  it('events go a hundred at a time', () => {
    let dossier = aRegisteredDossier()
    for (let n = 0; n < 205; n += 1) dossier = withEvent(dossier, { action: 'reminded', channel: 'phone' })
    const sizes = of(plan(dossier), 'events').map((one) => (one?.['events'] as unknown[]).length)
    expect(sizes).toEqual([100, 100, 6])
  })

  it('a permit goes when it is terbit, then its handover', () => {
    const waiting = accepted(aRegisteredDossier(), '2026-03-20')
    expect(kinds(plan(waiting))).not.toContain('permit')
    const done = handedOver(issued(waiting))
    expect(kinds(plan(done)).slice(-2)).toEqual(['permit', 'handover'])
    expect(of(plan(done), 'application')[0]).toMatchObject({ status: 'handed-over' })
  })

  it('a handover goes behind the permit that it hands over, and not while the portal does not take that', () => {
    const done = handedOver(issued(aRegisteredDossier()))
    const first = plan(done)
    const permit = first.calls.find((one) => one.kind === 'permit')
    if (!permit) throw new Error('nothing is planned')
    const rest = first.calls.filter((one) => one.kind !== 'permit' && one.kind !== 'handover')
    const aside: PortalCall = { ...permit, state: 'aside' }
    const side: Side = { ...taken(nothing, { ...first, calls: rest }), aside: [aside] }
    expect(kinds(plan(done, side))).toEqual([])
    const again = plan(done, side, { again: true })
    expect(again.changed).toMatchObject([{ key: aside.key, state: 'waiting' }])
    expect(kinds(again)).toEqual(['handover'])
    const unfit = plan(done, nothing, { faultOf: (kind) => (kind === 'permit' ? 'number' : null) })
    expect(kinds(unfit).at(-1)).toBe('permit')
    // A status that is refused concerns a permit that the portal has.
    const known: PortalKnown = {
      entity: 'permit',
      id: permit.entityId,
      version: 1,
      applicationId: permit.lane,
      data: { ...permit.body, status: 'void' },
      deleted: false,
      at,
    }
    const changed = plan(
      done,
      { ...nothing, known: [known] },
      { faultOf: (kind) => (kind === 'permit' ? 'x' : null) },
    )
    expect(kinds(changed).slice(-2)).toEqual(['permit', 'handover'])
  })

  it.each([
    ['returned', returned(aRegisteredDossier()), { status: 'returned', note: 'Foto kurang jelas' }, []],
    ['withdrawn', withdrawn(aRegisteredDossier()), { status: 'withdrawn' }, []],
    ['refused', refused(aRegisteredDossier()), { status: 'refused', note: 'STR tidak berlaku' }, ['refusal']],
  ])('of a dossier that was %s the applicant reads it there', (_, dossier, application, letters) => {
    const planned = plan(dossier)
    expect(of(planned, 'application')[0]).toMatchObject(application)
    expect(of(planned, 'letter').map((one) => one?.['kind'])).toEqual(letters)
  })

  it('a Ralat voids the permit that bears the error before the new one takes its place', () => {
    const one = issued(aRegisteredDossier())
    const side = taken(nothing, plan(one))
    const former = one.state.product?.id
    const asked = withEvent(
      one,
      { action: 'erratum-asked', erratumId: anId(1, 'd'), ordinal: 1, sheet: { state: 'back' } },
      { note: 'nama salah tulis' },
    )
    const next = aProduct(asked, 'permit', {
      number: one.state.product?.number ?? null,
      issuedOn: day('2026-03-03'),
    })
    const approved = withEvent(asked, {
      action: 'erratum-approved',
      erratumId: anId(1, 'd'),
      product: next,
      signer: 'Kepala',
      opens: 'printing',
    })
    const voided = plan(approved, side)
    expect(of(voided, 'permit')).toEqual([
      expect.objectContaining({ id: former, status: 'void', statusReason: 'nama salah tulis' }),
    ])
    const signed = withEvent(approved, {
      action: 'signed',
      productId: next.id,
      method: 'electronic',
      by: { name: 'Kepala', position: 'Kepala Dinas', capacity: 'definitive', rank: null, nip: null },
      on: day('2026-03-03'),
      fileSha256: sha256(9),
    })
    const renewed = withEvent(signed, aMove(signed, ['handover'], { activates: true }))
    // Offline all the while: both go together, the old one first.
    const permits = of(plan(renewed, side), 'permit')
    expect(permits.map((permit) => [permit?.['id'], permit?.['status'], permit?.['supersedes']])).toEqual([
      [former, 'void', null],
      [next.id, 'active', former],
    ])
  })

  it('of a sheet that was signed by hand the portal gets the scan where there is one', () => {
    const { state } = issued(aRegisteredDossier())
    const product = state.product
    if (!product?.signature) throw new Error('it is not signed')
    const scanned = { ...product, signature: { ...product.signature, scanSha256: sha256(7) } }
    const words = { holderName: '', dayOf: () => day('2026-03-02'), today: day('2026-03-02') }
    const files = [state, { ...state, product: scanned }].map((one) =>
      paperEntities(one, [], words, () => null).map((paper) => paper.fileSha256),
    )
    expect(files).toEqual([[null], [sha256(7)]])
  })

  it('what the portal refused stays until it is mended or sent again, and then takes its own place', () => {
    const dossier = aRegisteredDossier()
    const first = plan(dossier)
    const [applicant, ...rest] = first.calls
    if (!applicant) throw new Error('nothing is planned')
    const aside: PortalCall = { ...applicant, state: 'aside' }
    const side: Side = { ...taken(nothing, { ...first, calls: rest }), aside: [aside] }
    expect(plan(dossier, side)).toEqual({ calls: [], files: [], changed: [] })
    expect(plan(dossier, side, { again: true }).changed).toMatchObject([{ key: aside.key, state: 'waiting' }])
    const mended = plan(dossier, side, { applicant: { ...dossier.state.applicant, phone: '+628125550000' } })
    expect(mended.calls).toMatchObject([{ kind: 'applicant', body: { phone: '+628125550000' } }])
    expect(mended.changed).toMatchObject([
      { key: aside.key, state: 'replaced', replacedBy: mended.calls[0]?.key },
    ])
  })

  it('what was refused as a change goes as new once the portal has lost what it was a change of', () => {
    const dossier = aRegisteredDossier()
    const first = plan(dossier)
    const change = first.calls.find((one) => one.kind === 'application')
    if (!change) throw new Error('nothing is planned')
    const aside: PortalCall = { ...change, key: 'perubahan', baseVersion: 3, state: 'aside' }
    const lost = plan(dossier, { ...nothing, aside: [aside] })
    expect(kinds(lost)).toEqual(kinds(first))
    expect(lost.calls.find((one) => one.kind === 'application')).toMatchObject({ baseVersion: null })
    expect(lost.changed).toMatchObject([{ key: 'perubahan', state: 'replaced' }])
  })

  it('what was refused for want of the person goes anew behind the person that is made anew', () => {
    const dossier = aRegisteredDossier()
    const first = plan(dossier)
    const application = first.calls.find((one) => one.kind === 'application')
    if (!application) throw new Error('nothing is planned')
    const aside: PortalCall = { ...application, key: 'ditolak', state: 'aside' }
    const healing = plan(dossier, { ...nothing, aside: [aside] }, { again: true })
    expect(kinds(healing)).toEqual(kinds(first))
    expect(healing.changed).toMatchObject([
      {
        key: 'ditolak',
        state: 'replaced',
        replacedBy: healing.calls.find((one) => one.kind === 'application')?.key,
      },
    ])
  })

  it('what breaks the contract is never sent', () => {
    const { calls } = plan(aRegisteredDossier(), nothing, {
      faultOf: (kind) => (kind === 'applicant' ? 'phone' : null),
    })
    expect(calls.map((one) => [one.kind, one.state])).toEqual([
      ['applicant', 'aside'],
      ['application', 'waiting'],
      ['events', 'waiting'],
    ])
    expect(calls[0]?.trouble).toEqual({ kind: 'unwritable', path: 'phone' })
  })

  it('a field that waits for a clerk goes as the portal has it', () => {
    const dossier = aRegisteredDossier()
    const conflict = {
      id: anId(1, 'd'),
      entity: 'application' as const,
      entityId: dossier.state.id,
      applicationId: dossier.state.id,
      field: 'facility',
      known: null,
      ours: null,
      theirs: null,
      version: 2,
      oursBy: null,
      oursAt: null,
      foundAt: at,
      settled: null,
    }
    expect(of(plan(dossier, nothing, { conflicts: [conflict] }), 'application')[0]).toMatchObject({
      facility: null,
    })
  })
})

type Act = 'accept' | 'return' | 'issue' | 'hand-over' | 'file' | 'remind' | 'send'
const acts: readonly Act[] = ['accept', 'return', 'issue', 'hand-over', 'file', 'remind', 'send']

function act(dossier: Dossier, name: Act, n: number): Dossier {
  const { issuedAt, handedOverAt, acceptedAt } = dossier.state
  switch (name) {
    case 'accept':
      return acceptedAt === null ? accepted(dossier, '2026-03-20') : dossier
    case 'return':
      return issuedAt === null ? returned(dossier) : dossier
    case 'issue':
      return issuedAt === null && dossier.state.product === null ? issued(dossier) : dossier
    case 'hand-over':
      return issuedAt !== null && handedOverAt === null ? handedOver(dossier) : dossier
    case 'file':
      return withEvent(dossier, { action: 'document-added', document: aFile(n), replaces: null })
    default:
      return withEvent(dossier, { action: 'reminded', channel: 'phone' })
  }
}

it('however often and whenever it is sent, at the end the portal has all of it and every key was used once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 25 }), (names) => {
      let dossier = aRegisteredDossier()
      let side = nothing
      const keys: string[] = []
      const send = (): void => {
        const planned = plan(dossier, side)
        keys.push(...planned.calls.map((one) => one.key))
        side = taken(side, planned)
      }
      names.forEach((name, n) => {
        if (name === 'send') send()
        else dossier = act(dossier, name, n + 1)
      })
      send()
      expect(new Set(keys).size).toBe(keys.length)
      expect(plan(dossier, side).calls).toEqual([])
      expect(side.toldSeq).toBe(dossier.state.seq)
      const files = side.known.filter((one) => one.entity === 'document')
      expect(files).toHaveLength(dossier.state.documents.length)
    }),
    { numRuns: 60 },
  )
})
