import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { makeSampleContainer } from '#adapters/signing/sample-container.ts'
import { getStage } from '#domain/stage-table.ts'
import { changedAssets } from '../testing/changed-assets.ts'
import type { Client } from '../testing/counter-desk.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

const passphrase = 'pena-kepala-dinas'
const [intan, ratu, sekar, budi] = [
  { name: 'INTAN SEKADAU, S.Sos.', nip: '197506232000032004' },
  { name: 'RATU KAPUAS LESTARI, S.H.', nip: '197506232000032002' },
  { name: 'SEKAR LANDAK, S.STP.', nip: '197506232000032003' },
  { name: 'BUDI MEMPAWAH, S.E.', nip: '197506232000031005' },
]

/** Who signs from which day on, as the paper names them. */
const days = [
  { at: '2026-11-20', by: intan, before: /^Plt\. KEPALA DINAS.*, INTAN/, now: /^KEPALA DINAS.*, INTAN/ },
  { at: '2026-11-23', by: ratu, before: /^KEPALA DINAS.*, INTAN/, now: /^Plh\. KEPALA DINAS.*, RATU/ },
  {
    at: '2026-11-25',
    by: sekar,
    before: /^Plh\. .*, RATU/,
    now: /^a\.n\. KEPALA DINAS.* SEKRETARIS, SEKAR/,
  },
  { at: '2026-11-30', by: budi, before: /^a\.n\. .*, SEKAR/, now: /^KEPALA DINAS.*, BUDI/ },
]

describe('the official changes between looking and signing', { timeout: 120_000 }, () => {
  let at: OfficeAtWork
  let id: string
  let another: string
  let head: Client
  let stage: string
  const assets = changedAssets('tanjungpinang', (tree) => {
    const [head] = tree.officials
    const official = (who: object, capacity: string, from: string, until: string | null, more = {}) => ({
      ...head,
      ...who,
      capacity,
      from,
      until,
      ...more,
    })
    tree.officials = [
      official(intan, 'acting', '2026-01-01', '2026-11-19'),
      official(intan, 'definitive', '2026-11-20', '2026-11-27'),
      official(ratu, 'daily-acting', '2026-11-23', '2026-11-24'),
      official(sekar, 'on-behalf', '2026-11-25', '2026-11-27', { ownTitleLines: ['SEKRETARIS,'] }),
      official(budi, 'definitive', '2026-11-28', null),
    ]
  })
  const certify = async (holder: { name: string; nip: string }): Promise<void> => {
    const span = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2028-01-01T00:00:00Z') }
    const file = Buffer.from(await makeSampleContainer({ ...holder, ...span }, passphrase)).toString('base64')
    const saved = await head.signing.saveCertificate.mutate({ file, passphrase })
    if (!saved.ok) throw new Error(saved.refusal.code)
  }
  const open = async (letter: string): Promise<string> => {
    const answer = await at.office.fetch('agency-head', `/files/to-sign/${letter}.pdf`)
    expect(answer.status).toBe(200)
    return squeeze(pdfText(new Uint8Array(await answer.arrayBuffer())))
  }
  const secret = async () => ({
    seenIssuer: (await head.signing.means.query()).issuer,
    passphrase,
    account: null,
  })
  const seqOf = async (letter: string) => (await head.dossiers.get.query({ id: letter })).seq
  const sign = async (letter: string) =>
    head.dossiers.signElectronically.mutate({
      applicationId: letter,
      stage,
      seenSeq: await seqOf(letter),
      ...(await secret()),
    })
  const onDay = async (day: string): Promise<void> => {
    at.goTo(`${day}T02:00:00.000Z`)
    head = await at.as('agency-head')
  }

  beforeAll(async () => {
    at = await openOfficeAtWork('tanjungpinang', { assetsDir: assets.dir })
    const waits = (one: string) =>
      getStage(at.profile.stageTable, one).signs.some((sign) => sign.method === 'electronic')
    const draft = async (nik: string) => {
      const letter = await at.takeIn({ nik, permitTypeCode: 'SIPOP', facilityName: `Optik ${nik.slice(-3)}` })
      const { openStages } = await at.walk(letter, (state) =>
        state.openStages.some((one) => waits(one.stage)),
      )
      stage = openStages[0]?.stage ?? ''
      return letter
    }
    id = await draft('6171044708940731')
    another = await draft('6171044708940732')
    head = await at.as('agency-head')
    await certify(intan)
    expect(await open(id)).toMatch(/Plt\. ?KEPALA DINAS/)
  }, 120_000)
  afterAll(async () => {
    await at.close()
    assets.remove()
  })

  it('signs nothing that was not opened', async () => {
    expect(await sign(another)).toEqual({ ok: false, refusal: { code: 'paper-not-seen' } })
  })

  it('refuses in a batch the letter that was read before the change, by name, and signs the other', async () => {
    await onDay('2026-11-20')
    await open(another)
    const letters = [
      { applicationId: id, seenSeq: await seqOf(id) },
      { applicationId: another, seenSeq: await seqOf(another) },
    ]
    const begun = await head.signing.startBatch.mutate({
      id: randomUUID(),
      stage,
      letters,
      ...(await secret()),
    })
    if (!begun.ok) throw new Error(begun.refusal.code)
    let batch = await head.signing.batch.query()
    while (batch?.end === null) batch = await head.signing.batch.query()
    expect(batch).toMatchObject({
      end: 'done',
      letters: [
        {
          state: 'refused',
          readAgain: true,
          sentence: expect.stringMatching(/atas nama Plt\. KEPALA DINAS.*INTAN.*yang berwenang KEPALA DINAS/),
        },
        { state: 'signed', readAgain: false },
      ],
    })
    expect((await at.read(id)).product?.signature).toBeNull()
  })

  it.each(days)(
    'from $at on the draft of before is made anew and read again',
    async ({ at: day, ...one }) => {
      await onDay(day)
      const before = await seqOf(id)
      expect(await sign(id)).toMatchObject({
        refusal: {
          code: 'paper-signer-changed',
          seen: expect.stringMatching(one.before),
          now: expect.stringMatching(one.now),
        },
      })
      expect(await seqOf(id)).toBe(before)
      expect(await open(id)).toContain(squeeze(one.by.name))
    },
  )

  it('signs the draft that was made anew, under its own certificate', async () => {
    expect(await sign(id)).toMatchObject({
      refusal: { code: 'certificate-of-another', official: budi?.name },
    })
    if (budi) await certify(budi)
    expect(await sign(id)).toMatchObject({ ok: true, value: { product: { signature: { by: budi?.name } } } })
    expect(await at.damages()).toEqual([])
  })
})
