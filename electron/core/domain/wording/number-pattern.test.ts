import { describe, expect, it } from 'vitest'
import { sayPattern } from './number-pattern.ts'

describe('a pattern of numbers in the words of the office', () => {
  it.each([
    ['P-{year}-{serial:06}', 'P-‹tahun›-‹nomor urut 6 angka›'],
    [
      '{class}/{serial:04}/{typeCode}/{unit}/{year}',
      '‹kode klasifikasi›/‹nomor urut 4 angka›/‹jenis izin›/‹kode unit›/‹tahun›',
    ],
    ['440/{serial}/SIP/{romanMonth}/{month}', '440/‹nomor urut›/SIP/‹bulan Romawi›/‹bulan›'],
    ['503/{tahun}', '503/{tahun}'],
  ])('%s reads %s', (source, text) => {
    expect(sayPattern(source)).toBe(text)
  })
})
