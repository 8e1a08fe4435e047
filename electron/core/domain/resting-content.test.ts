import { describe, expect, it } from 'vitest'
import { contentBrought } from './resting-content.ts'
import { anId, aRegisteredDossier, instant, withEvent } from './testing/builders.ts'

const photoSha256 = 'b'.repeat(64)

describe('content that a change brings to a dossier', () => {
  const before = aRegisteredDossier()
  const photo = {
    id: anId(1, 'f'),
    requirementCode: 'ID_PHOTO',
    page: 1,
    pages: 1,
    sha256: photoSha256,
    fileName: 'foto.jpg',
    mediaType: 'image/jpeg',
    sizeBytes: 9,
    uploadedAt: instant('2026-11-19T02:24:00.000Z'),
    check: 'unchecked',
    checkNote: null,
    replacedBy: null,
  } as const
  const taken = withEvent(before, { action: 'document-added', document: photo, replaces: null })

  it('is the file that is added', () => {
    expect(contentBrought(taken.state, taken.events.slice(-1))).toEqual([photoSha256])
  })

  it('is not the photo that a correction at another station repeats with the person', () => {
    const { data } = taken.state
    const applicant = { ...taken.state.applicant, photoSha256, phone: '+6281255000199' }
    const corrected = withEvent(taken, {
      action: 'intake-corrected',
      correctionId: anId(2, 'c'),
      ordinal: 1,
      changes: [],
      applicant,
      data,
      documents: [],
      formerWords: [],
      consentBy: null,
    })
    expect(contentBrought(corrected.state, corrected.events.slice(-1))).toEqual([])
  })
})
