import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  accepted,
  aRegisteredDossier,
  handedOver,
  issued,
  returned,
  withEvent,
  type Dossier,
} from './testing/builders.ts'
import { aFile, nothing, plan, taken } from './testing/portal-plans.ts'

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
