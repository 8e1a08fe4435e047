import { describe, expect, it } from 'vitest'
import { officeDate } from '../office-date.ts'
import { electronicNote, isSameCertifier, type ElectronicNoteText } from './electronic-note.ts'

const text: ElectronicNoteText = {
  id: 'electronic-note',
  version: 1,
  from: officeDate('2010-01-01'),
  until: null,
  statements: ['Sertifikat diterbitkan oleh {issuer}.', 'Naskah asli adalah berkas PDF.'],
  certifiers: [
    {
      knownBy: ['BSrE', 'Badan Siber dan Sandi Negara'],
      name: 'Balai Sertifikasi Elektronik (BSrE)',
      sign: 'BSrE',
    },
  ],
  unknown: { name: 'penyelenggara sertifikasi elektronik', sign: 'TTE' },
}
const noteOf = (issuer: string, issuerOrganization: string | null = null) =>
  electronicNote(text, { issuer, issuerOrganization })

describe('the note under an electronically signed page', () => {
  it('names the certifier whose certificate signs, known by its name or its organization', () => {
    const expected = {
      statements: [
        'Sertifikat diterbitkan oleh Balai Sertifikasi Elektronik (BSrE).',
        'Naskah asli adalah berkas PDF.',
      ],
      sign: 'BSrE',
    }
    expect(noteOf('bsre')).toEqual(expected)
    expect(noteOf('OSD LU Kelas 2', 'Badan Siber dan Sandi Negara')).toEqual(expected)
  })

  it('never names a known certifier for a certificate that only speaks of it', () => {
    const { statements, sign } = noteOf('Bukan BSrE (CONTOH)', 'Bukan Badan Siber dan Sandi Negara')
    expect(statements[0]).toBe('Sertifikat diterbitkan oleh Bukan BSrE (CONTOH).')
    expect(sign).toBe('CONTOH')
  })

  it('puts a short name into the frame', () => {
    expect(noteOf('Peruri').sign).toBe('Peruri')
    expect(noteOf('Otoritas Sertifikat Digital Nusantara').sign).toBe('OSDN')
    expect(noteOf('otoritas sertifikat tanpa huruf besar').sign).toBe('otoritas s')
  })

  it('tells whether the certificate that signed is of the certifier that it names', () => {
    const issuer = (name: string, organization: string | null = null) => ({
      issuer: name,
      issuerOrganization: organization,
    })
    const expected = issuer('BSrE')
    expect(isSameCertifier(text, expected, issuer('OSD LU Kelas 2', 'Badan Siber dan Sandi Negara'))).toBe(
      true,
    )
    expect(isSameCertifier(text, expected, issuer('Bukan BSrE'))).toBe(false)
    expect(isSameCertifier(text, issuer('Peruri'), issuer('Peruri', 'Perum Peruri'))).toBe(true)
  })

  it('names nobody as long as nobody knows who will sign', () => {
    expect(electronicNote(text, null)).toMatchObject({
      statements: ['Sertifikat diterbitkan oleh penyelenggara sertifikasi elektronik.', expect.any(String)],
      sign: 'TTE',
    })
  })
})
