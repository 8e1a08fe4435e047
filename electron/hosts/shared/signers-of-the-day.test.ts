import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { changedAssets } from '../testing/changed-assets.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

const days = [
  {
    at: '2026-11-19',
    name: 'SYARIF BANYU PERMANA',
    says: 'KEPALA DINAS',
    saysNot: ['Plh.', 'a.n.', 'SEKRETARIS,'],
  },
  { at: '2026-11-23', name: 'RATU KAPUAS LESTARI', says: 'Plh. KEPALA DINAS', saysNot: ['SYARIF', 'a.n.'] },
  { at: '2026-11-25', name: 'SEKAR LANDAK', says: 'a.n. KEPALA DINAS', saysNot: ['SYARIF', 'Plh.'] },
  { at: '2026-11-30', name: 'INTAN SEKADAU', says: 'Plt. KEPALA DINAS', saysNot: ['SYARIF', 'a.n.'] },
] as const

describe('the official in force on the signing day', { timeout: 120_000 }, () => {
  let at: OfficeAtWork
  const assets = changedAssets('pontianak', (tree) => {
    const [head] = tree.officials
    const other = (name: string, nip: string, change: object) => ({ ...head, name, nip, ...change })
    tree.officials = [
      { ...head, until: '2026-11-27' },
      other('RATU KAPUAS LESTARI, S.H.', '197506232000032002', {
        capacity: 'daily-acting',
        from: '2026-11-20',
        until: '2026-11-24',
      }),
      other('SEKAR LANDAK, S.STP.', '197506232000032003', {
        capacity: 'on-behalf',
        ownTitleLines: ['SEKRETARIS,'],
        from: '2026-11-25',
        until: '2026-11-27',
      }),
      other('INTAN SEKADAU, S.Sos.', '197506232000032004', {
        capacity: 'acting',
        from: '2026-11-28',
        until: null,
      }),
    ]
  })
  beforeAll(async () => {
    at = await openOfficeAtWork('pontianak', { assetsDir: assets.dir })
  }, 120_000)
  afterAll(async () => {
    await at.close()
    assets.remove()
  })

  it.each(days)('$says stands on permit and report of $at', async ({ at: day, name, says, saysNot }) => {
    at.goTo(`${day}T02:00:00.000Z`)
    const serial = 700 + Number(day.slice(8))
    const id = await at.takeIn({
      nik: `617104470894${String(serial).padStart(4, '0')}`,
      facilityName: `RS ${serial}`,
    })
    const end = await at.walk(id)
    expect(end.product?.signature?.by.name).toContain(name)
    await at.office.client('admin').session.signIn.mutate({ username: 'admin', password: 'kunci-loket-2026' })
    for (const [who, path] of [
      ['front-office', `product/${id}`],
      ['admin', `report/daily/${day}`],
    ] as const) {
      const answer = await at.office.fetch(who, `/files/${path}.pdf`)
      expect(answer.status).toBe(200)
      const text = squeeze(pdfText(new Uint8Array(await answer.arrayBuffer())))
      expect(text).toContain(says)
      expect(text).toContain(name)
      for (const words of saysNot) expect(text).not.toContain(words)
      if (says.startsWith('a.n.')) expect(text).toContain('SEKRETARIS,')
    }
  })

  it('is not refused afterwards by the examination', async () => {
    expect(await at.damages()).toEqual([])
  })
})
