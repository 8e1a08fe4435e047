import { describe, expect, it } from 'vitest'
import type { PortalCall } from './portal-sync.ts'
import { aRegisteredDossier } from './testing/builders.ts'
import { kinds, nothing, plan, taken, type Side } from './testing/portal-plans.ts'

describe('what the portal has refused', () => {
  it('stays until it is mended or sent again, and then takes its own place', () => {
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

  it('as a change goes as new once the portal has lost what it was a change of', () => {
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

  it('for want of the person goes anew behind the person that is made anew', () => {
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
})
