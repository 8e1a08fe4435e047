import { describe, expect, it } from 'vitest'
import pontianak from '../../../assets/regions/6171.json' with { type: 'json' }
import type { Region } from './regions.ts'
import { districtOfNikRegion, findPlaces, findVillage, placesOf } from './regions.ts'

const region: Region = pontianak
const names = (typed: string): string[] => findPlaces(region, typed).map(({ village }) => village.usualName)

describe('the places of Pontianak', () => {
  it('are 29 kelurahan in 6 kecamatan, each with a code under its kecamatan', () => {
    const places = placesOf(region)
    expect([places.length, region.districts.length]).toEqual([29, 6])
    expect(new Set(places.map(({ village }) => village.code)).size).toBe(29)
    for (const { village, district } of places) {
      expect(village.code).toMatch(/^61\.71\.\d\d\.\d{4}$/)
      expect(village.code.startsWith(`${district.code}.`)).toBe(true)
      expect(village.postalCode ?? '78000').toMatch(/^78\d{3}$/)
    }
  })

  it('are found by both spellings, each', () => {
    for (const { village } of placesOf(region)) {
      for (const spelling of [village.name, village.usualName]) {
        expect(findPlaces(region, spelling).map((place) => place.village.code)).toContain(village.code)
        expect(findVillage(region, spelling)?.village.code).toBe(village.code)
      }
    }
  })

  it('are found by part of a word, by kecamatan and by postal code', () => {
    expect(names('benuamelayu d')).toEqual(['Benua Melayu Darat'])
    expect(names('darat benua')).toEqual(['Benua Melayu Darat'])
    expect(names('batu l')).toEqual(['Batu Layang'])
    expect(names('pontianak utara')).toHaveLength(4)
    expect(names('78124')).toHaveLength(4)
    expect(names('')).toHaveLength(29)
    expect(names('bandung')).toEqual([])
  })

  it('tell one kelurahan from another only when the name is whole', () => {
    expect(findVillage(region, 'sungai jawi')?.village.code).toBe('61.71.05.1005')
    expect(findVillage(region, 'Sungai Jawi', 'Pontianak Barat')).toBeUndefined()
    expect(findVillage(region, 'Bansir')).toBeUndefined()
  })

  it('know the kecamatan of a NIK', () => {
    expect(districtOfNikRegion(region, '617104')?.name).toBe('Pontianak Utara')
    expect(districtOfNikRegion(region, '620704')).toBeUndefined()
  })
})
