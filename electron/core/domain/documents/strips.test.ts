import { describe, expect, it } from 'vitest'
import { collectiveListStrip } from './collective-list-strip.ts'
import { missingItemsStrip } from './missing-items-strip.ts'
import { receiptStrip, STRIP_MAX_ITEMS } from './receipt-strip.ts'
import { stripText } from './strip.ts'
import { aCollectiveList } from './testing/more-samples.ts'
import { aReceipt, aReprint, someMissingItems, someRepairItems } from './testing/samples.ts'

const text = (overrides: Parameters<typeof aReceipt>[0], columns: 32 | 42 | 48): string =>
  stripText(receiptStrip(aReceipt(overrides), columns))

describe('tanda terima on thermal paper', () => {
  it.each([48, 42, 32] as const)('fits %i columns and reads as agreed with the office', async (columns) => {
    await expect(text({}, columns)).toMatchFileSnapshot(`testing/golden/receipt-${columns}.txt`)
  })

  it('says CETAK ULANG with time, officer and reason from the second print onwards', async () => {
    expect(text({}, 48)).not.toContain('CETAK ULANG')
    const strip = receiptStrip(aReceipt({ reprint: aReprint }), 48)
    expect(strip.lines).toContainEqual({
      kind: 'text',
      text: 'CETAK ULANG KE-1',
      style: 'inverse',
      align: 'center',
    })
    await expect(stripText(strip)).toMatchFileSnapshot('testing/golden/receipt-48-reprint.txt')
  })

  it('prints the rule in words where the office promises no limit', () => {
    const rule = 'Izin diproses menurut urutan setelah berkas lengkap dan benar.'
    const printed = text({ promise: { kind: 'rule', text: rule } }, 48)
    expect(printed.replace(/\s+/g, ' ')).toContain(rule)
    expect(printed).not.toContain('Paling lambat')
    expect(printed).toContain('GRATIS')
  })

  it('names the representative', () => {
    expect(text({ representative: 'Bagus Wirayudha' }, 32)).toContain('Kuasa    : Bagus Wirayudha')
  })

  it('marks a requirement that has not been received', () => {
    const items = [{ label: 'Pas foto', received: false, form: 'berkas', count: 1 }]
    expect(text({ items }, 48)).toContain('[ ] 1. Pas foto')
    expect(text({ items }, 48)).toContain('0 dari 1')
  })

  it('never shows a full NIK', () => {
    expect(() => receiptStrip(aReceipt({ nikMasked: '6207014203920004' }), 48)).toThrow(/NIK/)
    expect(() => receiptStrip(aReceipt({ qr: 'HTTPS://X.ID/6207014203920004' }), 48)).toThrow(/NIK/)
  })

  it('leaves more than forty requirements to A5', () => {
    const items = Array.from({ length: STRIP_MAX_ITEMS + 1 }, (_, i) => ({
      label: `Berkas ${i}`,
      received: true,
      form: 'asli',
      count: 1,
    }))
    expect(() => receiptStrip(aReceipt({ items }), 48)).toThrow()
  })
})

describe('the list of a pengajuan kolektif', () => {
  it.each([48, 42, 32] as const)(
    'names every dossier with number, type and what is lacking, on %i columns',
    async (columns) => {
      const strip = stripText(collectiveListStrip(aCollectiveList(4), columns))
      expect(Math.max(...strip.split('\n').map((one) => one.length))).toBeLessThanOrEqual(columns)
      for (const number of ['P-2026-000412', 'P-2026-000413', 'P-2026-000414', 'P-2026-000415'])
        expect(strip).toContain(number)
      await expect(strip).toMatchFileSnapshot(`testing/golden/collective-list-${columns}.txt`)
    },
  )

  it('says of an unfinished list that more may come, and names no letter that was not shown', () => {
    const strip = stripText(
      collectiveListStrip({ ...aCollectiveList(1), closedAt: null, letterSeen: false }, 48),
    )
    expect(strip).toContain('belum ditutup')
    expect(strip).toContain('belum ditunjukkan')
    expect(strip).toContain('1 berkas, semua lengkap')
  })

  it('never shows a full NIK', () => {
    expect(() => collectiveListStrip({ ...aCollectiveList(1), nikMasked: '6207014203920004' }, 48)).toThrow(
      /NIK/,
    )
  })
})

describe('slip of what is missing', () => {
  it.each([48, 32] as const)('names what is missing first, on %i columns', async (columns) => {
    const slip = stripText(missingItemsStrip(someMissingItems(), columns))
    expect(slip.indexOf('LENGKAPI')).toBeLessThan(slip.indexOf('SUDAH SESUAI'))
    await expect(slip).toMatchFileSnapshot(`testing/golden/missing-items-${columns}.txt`)
  })

  it.each([48, 32] as const)(
    'of a returned dossier bears its number and its last day, on %i columns',
    async (columns) => {
      const slip = stripText(missingItemsStrip(someRepairItems(), columns))
      expect(slip).toContain('PERBAIKI 2 HAL:')
      expect(slip).toContain('P-2026-000487')
      expect(slip.replace(/\s+/g, ' ')).toContain('paling lambat Rabu, 21 Oktober 2026')
      expect(slip).not.toContain('Draf')
      await expect(slip).toMatchFileSnapshot(`testing/golden/repair-items-${columns}.txt`)
    },
  )

  it('never shows a whole NIK, wherever it was typed', () => {
    const missing = [{ label: 'KTP', reason: 'NIK 6171044708940003 tidak terbaca' }]
    expect(() => missingItemsStrip(someRepairItems({ missing }), 48)).toThrow(/NIK/)
  })

  it('is no receipt, has no number and says how long data are kept', () => {
    const slip = stripText(missingItemsStrip(someMissingItems({ keptDays: 30 }), 32))
    expect(slip).toContain('Slip ini bukan tanda terima.')
    expect(slip).toContain('30 hari')
    expect(slip).not.toContain('P-2026')
  })
})
