import { describe, expect, it } from 'vitest'
import { completed } from './portal-completed.ts'

const ours = {
  id: 'a',
  facility: { id: null, name: 'Klinik Ampera', address: 'Jalan Ampera 4' },
  schedule: [{ days: ['mon'], from: '08:00', until: '10:00' }],
  str: { number: 'S1', lifetime: true },
  technical: { kategori: 'umum' },
}

describe('what the portal has and this side does not know is sent back as it is', () => {
  const there = {
    ...ours,
    antrean: [1],
    facility: { ...ours.facility, lantai: 3 },
    schedule: ours.schedule.map((one) => ({ ...one, ruang: 'B' })),
    technical: { ...ours.technical, alat: ['tensimeter'] },
  }
  const sent = (change: object, known: object = there) =>
    completed('application', { ...ours, ...change }, { data: known as typeof there })

  it('where nothing changed here nothing changes there, inside of parts and lists too', () => {
    expect(sent({})).toEqual(there)
  })

  it('beside what changed here', () => {
    const facility = { ...ours.facility, name: 'Klinik Baru' }
    const hours = { days: ['tue'], from: '08:00', until: '10:00' }
    expect(sent({ facility, schedule: [hours, ...ours.schedule], technical: { kategori: 'gigi' } })).toEqual({
      ...there,
      facility: { ...facility, lantai: 3 },
      schedule: [hours, ...there.schedule],
      technical: { kategori: 'gigi', alat: ['tensimeter'] },
    })
  })

  it('but never of something else that stood in its place, nor an answer that was taken back', () => {
    const str = { number: 'S2', lifetime: true }
    const known = { ...there, str: { ...ours.str, konsil: 'KKI' }, technical: { dicabut: 'ya' } }
    expect(sent({ str, technical: {} }, known)).toMatchObject({ str, technical: {} })
    expect(sent({ str }, known)['str']).not.toHaveProperty('konsil')
    expect(sent({ technical: {} }, known)['technical']).toEqual({})
    expect(sent({ facility: null })).toMatchObject({ facility: null })
  })

  it('of a person who is new there nothing of the contract is left out', () => {
    expect(completed('applicant', { id: 'p', name: 'Sari' }, null)).toMatchObject({
      name: 'Sari',
      religion: null,
    })
  })
})
