import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { officeDate } from '#domain/office-date.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'

/** Pontianak's files as they may stand after 2023: the agency has another name and another head. */
function assetsOfAChangedAgency(): string {
  const root = mkdtempSync(join(tmpdir(), 'sepok-days-'))
  for (const folder of ['catalogue', 'profiles', 'calendar', 'templates', 'regions'])
    cpSync(join(assetsDir, folder), join(root, folder), { recursive: true })
  const path = join(root, 'profiles', 'pontianak.json')
  const profile = JSON.parse(readFileSync(path, 'utf8')) as {
    letterheads: Record<string, unknown>[]
    officials: Record<string, unknown>[]
    posts: Record<string, unknown>[]
    series: Record<string, unknown>[]
  }
  const [letterhead] = profile.letterheads
  const [official] = profile.officials
  profile.letterheads = [
    { ...letterhead, until: '2023-12-31' },
    {
      ...letterhead,
      from: '2024-01-01',
      agency: 'DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU',
      agencyShort: 'DPMPTSP',
      address: ['Jalan Kapten Marsan, Kota Pontianak'],
    },
  ]
  profile.officials = [
    { ...official, until: '2022-12-31' },
    {
      ...official,
      name: 'RATU KAPUAS LESTARI, S.H.',
      capacity: 'acting',
      from: '2023-01-01',
      until: '2024-12-31',
    },
    { ...official, name: 'Ir. BAYU KHATULISTIWA, M.T.', from: '2025-01-01' },
  ]
  profile.posts = profile.posts.map((post) => ({
    ...post,
    titleLines: ['KEPALA DINAS PENANAMAN MODAL', 'DAN PELAYANAN TERPADU SATU PINTU', 'KOTA PONTIANAK,'],
    earlier: [{ until: '2023-12-31', titleLines: post.titleLines }],
  }))
  profile.series = profile.series.map((one) =>
    one.code === 'izin'
      ? {
          ...one,
          tokens: { class: '503', unit: 'DPMPTSP' },
          earlier: [{ until: '2023-12-31', tokens: { unit: 'DPMTK-PTSP' } }],
        }
      : one,
  )
  writeFileSync(path, JSON.stringify(profile, null, 2))
  return root
}

interface Day {
  readonly at: string
  readonly day: string
  readonly form: Partial<IntakeForm>
  readonly asks: readonly string[]
  readonly asksNot: readonly string[]
  readonly validUntil: string
  readonly says: readonly string[]
  readonly saysNot: readonly string[]
}

const newAgency = 'DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU'
const oldAgency = 'DINAS PENANAMAN MODAL, TENAGA KERJA DAN PELAYANAN TERPADU SATU PINTU'

/** The same application, on three days of three laws. */
const days: readonly Day[] = [
  {
    at: '2022-03-01T02:00:00.000Z',
    day: '2022-03-01',
    form: { nik: '6171 0447 0894 0003', strLifetime: false, strValidUntil: '30-06-2024' },
    asks: ['ORG_RECOMMENDATION', 'HEALTH_LETTER'],
    asksNot: [],
    validUntil: '2024-06-30',
    says: [
      '503/0001/SIPD/DPMTK-PTSP/2022',
      oldAgency,
      'SYARIF BANYU PERMANA',
      'Surat Tanda Registrasi masih berlaku',
    ],
    saysNot: ['Nomor 17 Tahun 2023', 'Plt.', 'Kapten Marsan'],
  },
  {
    at: '2024-03-01T02:00:00.000Z',
    day: '2024-03-01',
    form: { nik: '6171 0447 0894 0004', name: 'Kirana Sebangki', nameOnPermit: 'dr. Kirana Sebangki' },
    asks: ['STR', 'PLACE_LETTER'],
    asksNot: ['ORG_RECOMMENDATION'],
    validUntil: '2029-02-28',
    says: [
      '503/0001/SIPD/DPMPTSP/2024',
      newAgency,
      'Plt.',
      'RATU KAPUAS LESTARI',
      'Nomor 17 Tahun 2023',
      'Kapten Marsan',
    ],
    saysNot: ['Nomor 28 Tahun 2024', 'TENAGA KERJA'],
  },
  {
    at: '2026-11-19T02:00:00.000Z',
    day: '2026-11-19',
    form: { nik: '6171 0447 0894 0005', name: 'Kemala Sebangki', nameOnPermit: 'dr. Kemala Sebangki' },
    asks: ['STR', 'PLACE_LETTER'],
    asksNot: ['ORG_RECOMMENDATION'],
    validUntil: '2031-11-18',
    says: [
      '503/0001/SIPD/DPMPTSP/2026',
      newAgency,
      'BAYU KHATULISTIWA',
      'Nomor 28 Tahun 2024',
      'Nomor 13 Tahun 2025',
    ],
    saysNot: ['Plt.', 'TENAGA KERJA', 'Surat Tanda Registrasi masih berlaku'],
  },
]

describe('the same application on 1 March 2022, 1 March 2024 and today', () => {
  let desk: CounterDesk
  let root: string
  const issued: string[] = []
  beforeAll(async () => {
    root = assetsOfAChangedAgency()
    desk = await openCounterDesk(days[0]?.at, { assetsDir: root })
  })
  afterAll(async () => {
    await desk.close()
    rmSync(root, { recursive: true, force: true })
  })

  const goTo = async (at: string): Promise<void> => {
    desk.office.setTime(at)
    for (const one of ['front-office', 'technical-agency', 'processing', 'print-desk']) await desk.signIn(one)
  }
  const permitText = async (id: string): Promise<string> => {
    const answer = await desk.office.fetch('print-desk', `/files/product/${id}.pdf`)
    expect(answer.status).toBe(200)
    return squeeze(pdfText(new Uint8Array(await answer.arrayBuffer())))
  }

  it.each(days)(
    'has the papers, the validity, the text, the agency and the head of $day',
    async ({ at, day, form, asks, asksNot, validUntil, says, saysNot }) => {
      await goTo(at)
      const filled = await desk.fill(form)
      const asked = filled.documents.map((one) => one.requirementCode)
      expect(asked).toEqual(expect.arrayContaining([...asks]))
      for (const code of asksNot) expect(asked).not.toContain(code)
      const id = await desk.takeIn(form)
      issued.push(id)
      await desk.toPrintDesk(id)
      const numbered = await desk.printDesk.dossiers.number.mutate({ applicationId: id, stage: null })
      expect(numbered).toMatchObject({ ok: true, value: { product: { validUntil } } })
      await desk.printLetter(id)
      const signed = await desk.printDesk.dossiers.sign.mutate({
        applicationId: id,
        stage: null,
        on: officeDate(day),
      })
      expect(signed).toMatchObject({ ok: true })
      const text = await permitText(id)
      for (const words of says) expect(text).toContain(words)
      for (const words of saysNot) expect(text).not.toContain(words)
    },
    60_000,
  )

  it('is printed again years later as it was on its day', async () => {
    await goTo('2031-05-06T02:00:00.000Z')
    for (const [index, id] of issued.entries()) {
      const { says = [], saysNot = [] } = days[index] ?? {}
      const jobId = await desk.printLetter(id, 'hilang')
      const sheet = await desk.office.fetch('print-desk', `/files/jobs/${jobId}.pdf`)
      const text = sheet.ok
        ? squeeze(pdfText(new Uint8Array(await sheet.arrayBuffer())))
        : await permitText(id)
      for (const words of says) expect(text).toContain(words)
      for (const words of saysNot) expect(text).not.toContain(words)
    }
    expect(issued).toHaveLength(days.length)
  }, 60_000)
})
