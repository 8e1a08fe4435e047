import { describe, expect, it } from 'vitest'
import { assetsDir } from '#adapters/system/program-paths.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { layOutSheet } from '#domain/documents/lay-out.ts'
import { officeDate } from '#domain/office-date.ts'
import { aSigner, instant } from '#domain/testing/builders.ts'
import type { Office } from '#services/office.ts'
import { productContent } from '#services/print-content.ts'
import { signedPrint } from '#services/signed-paper.ts'
import { paperState } from '../testing/paper-states.ts'
import { readOfficeFiles } from './office-files.ts'

const at = instant('2026-11-19T03:00:00.000Z')
const officeOf = (code: string): Office => {
  const files = readOfficeFiles(assetsDir, code)
  if (!files.ok) throw new Error(`the files of ${code} are broken`)
  return files.value.office
}
const replacement = (office: Office): ApplicationState => {
  const code = office.profile.offers[0]?.code ?? ''
  const state = paperState(office, code, { numbered: true })
  return { ...state, data: { ...state.data, kind: 'replacement', targetPermitNumber: '503/LAMA/2025' } }
}
const wordsOn = (office: Office, state: ApplicationState): readonly string[] => {
  const content = productContent(office, state, at)
  if (!content.ok) throw new Error(content.refusal.code)
  return layOutSheet(content.value, null).marks.flatMap((mark) =>
    mark.kind === 'band' ? [`${mark.word}: ${mark.detail}`] : mark.kind === 'watermark' ? [mark.word] : [],
  )
}

describe('the paper of a replacement', () => {
  it('signed by hand says DUPLIKAT, of which permit it takes the place, and its own number', () => {
    const office = officeOf('pontianak')
    const state = replacement(office)
    const [mark, ...more] = wordsOn(office, state)
    expect(more).toEqual([])
    expect(mark).toMatch(/^DUPLIKAT: pengganti 503\/LAMA\/2025 · /)
    expect(mark).toContain(state.product?.number?.text ?? '?')
    expect(wordsOn(office, { ...state, data: { ...state.data, kind: 'new' } })).toEqual([])
  })

  it('bears nothing where the profile says so', () => {
    const office = officeOf('pontianak')
    const documents = office.profile.documents.map((one) => ({ ...one, replacementMark: 'none' as const }))
    const other = { ...office, profile: { ...office.profile, documents } }
    expect(wordsOn(other, replacement(other))).toEqual([])
  })

  it('signed electronically bears it on its prints alone: what is signed has no mark', () => {
    const office = officeOf('purwakarta')
    const state = replacement(office)
    if (!state.product) throw new Error('there is no product')
    const signature = {
      method: 'electronic' as const,
      by: aSigner(),
      on: officeDate('2026-11-19'),
      recordedAt: at,
      fileSha256: 'a'.repeat(64),
    }
    const signed = { ...state, product: { ...state.product, signature } }
    expect(wordsOn(office, signed)).toEqual([])
    expect(signedPrint(office, signed, [])?.marks).toMatchObject([{ kind: 'band', word: 'DUPLIKAT' }])
    const copy = { kind: 'band' as const, word: 'SALINAN', detail: 'arsip kantor' }
    expect(signedPrint(office, signed, [copy])?.marks).toMatchObject([{ word: 'DUPLIKAT / SALINAN' }])
    const usual = { ...signed, data: { ...signed.data, kind: 'new' as const } }
    expect(signedPrint(office, usual, [])?.marks).toBeUndefined()
  })
})
