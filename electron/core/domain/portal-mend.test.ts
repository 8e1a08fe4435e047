import { describe, expect, it } from 'vitest'
import { isMendableField, mendableField } from './portal-mend.ts'

describe('a field that the portal refused', () => {
  it('is found in the form of the intake however its path is written', () => {
    for (const path of ['phone', 'applicant.phone', '/applicant/phone', '$.applicant.phone'])
      expect(mendableField('applicant', path)).toBe('phone')
    expect(mendableField('application', 'application.facility.address')).toBe('facilityAddress')
    expect(mendableField('applicant', 'identity.number')).toBe('identityNumber')
  })

  it('is mended elsewhere when nobody typed it', () => {
    expect(mendableField('application', 'stage')).toBeNull()
    expect(mendableField('applicant', 'id')).toBeNull()
    expect(mendableField('document', 'fileName')).toBeNull()
    // A field of the applicant in a call about the application is another one.
    expect(mendableField('application', 'phone')).toBeNull()
    expect(isMendableField('documents')).toBe(false)
  })
})
