import { describe, expect, it } from 'vitest'
import { paperEntities } from './portal-paper-entities.ts'
import type { PortalCall, PortalKnown } from './portal-sync.ts'
import {
  accepted,
  aMove,
  anId,
  aProduct,
  aRegisteredDossier,
  day,
  handedOver,
  issued,
  refused,
  returned,
  withdrawn,
  withEvent,
} from './testing/builders.ts'
import {
  aFile,
  at,
  bodiesOf,
  kinds,
  nothing,
  plan,
  sha256,
  taken,
  type Side,
} from './testing/portal-plans.ts'

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
    expect(bodiesOf(planned, 'applicant')).toMatchObject([{ photoSha256: sha256(8) }])
    expect(planned.files).toMatchObject([{ sha256: sha256(8), mediaType: 'image/jpeg' }])
    expect(plan(dossier, nothing, { applicant }).files).toMatchObject([{ sha256: sha256(7) }])
  })

  it('events go a hundred at a time', () => {
    let dossier = aRegisteredDossier()
    for (let n = 0; n < 205; n += 1) dossier = withEvent(dossier, { action: 'reminded', channel: 'phone' })
    const sizes = bodiesOf(plan(dossier), 'events').map((one) => (one?.['events'] as unknown[]).length)
    expect(sizes).toEqual([100, 100, 6])
  })

  it('a permit goes when it is terbit, then its handover', () => {
    const waiting = accepted(aRegisteredDossier(), '2026-03-20')
    expect(kinds(plan(waiting))).not.toContain('permit')
    const done = handedOver(issued(waiting))
    expect(kinds(plan(done)).slice(-2)).toEqual(['permit', 'handover'])
    expect(bodiesOf(plan(done), 'application')[0]).toMatchObject({ status: 'handed-over' })
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
    expect(bodiesOf(planned, 'application')[0]).toMatchObject(application)
    expect(bodiesOf(planned, 'letter').map((one) => one?.['kind'])).toEqual(letters)
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
    expect(bodiesOf(voided, 'permit')).toEqual([
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
    const permits = bodiesOf(plan(renewed, side), 'permit')
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
    expect(bodiesOf(plan(dossier, nothing, { conflicts: [conflict] }), 'application')[0]).toMatchObject({
      facility: null,
    })
  })
})
