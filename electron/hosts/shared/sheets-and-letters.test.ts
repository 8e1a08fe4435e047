import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ApplicationState } from '#domain/application-state.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import type { Instant } from '#domain/instant.ts'
import { addDays, officeDate } from '#domain/office-date.ts'
import { sheetAtStage, type ProductSheet } from '#domain/product-sheet.ts'
import { aSigner, anId, instant } from '#domain/testing/builders.ts'
import { createIdSource } from '#adapters/system/ids.ts'
import { makeLetters } from '#services/make-letters.ts'
import { moveDossier } from '#services/move-dossier.ts'
import type { Office, SignedIn } from '#services/office.ts'
import { printProduct } from '#services/print-document.ts'
import { recordSignature } from '#services/record-signature.ts'
import { sheetOfJob } from '#services/printed-sheets.ts'
import { paperState } from '../testing/paper-states.ts'
import { readOfficeFiles } from './office-files.ts'
import { createMemoryOffice } from './sample/memory-stores.ts'

const assets = join(import.meta.dirname, '..', '..', '..', 'assets')
const officeOf = (code: string): Office => {
  const files = readOfficeFiles(assets, code)
  if (!files.ok) throw new Error(JSON.stringify(files.refusal))
  return files.value.office
}
const seruyan = officeOf('seruyan')
const table = seruyan.profile.stageTable

/** Everybody at once: who may do what is tested elsewhere. */
const everybody = (office: Office): SignedIn => ({
  user: {
    id: anId(1, 'f'),
    username: 'semua',
    name: 'Wiwin Kubutama',
    roles: office.profile.roles.map((one) => one.code),
    counter: null,
    active: true,
    passwordHash: '',
    colourScheme: 'system',
  } as unknown as SignedIn['user'],
  station: 'loket-1',
})

/** An office at a stage of one dossier, whose sheets all come out. */
function desk(office: Office, stage: string, change: Partial<ApplicationState> = {}) {
  const memory = createMemoryOffice([], (job) => ({ ...job, state: 'printed' }), [], [])
  const code = office.profile.offers.find((one) => one.code !== 'SIPA')?.code ?? ''
  let at: Instant = instant('2026-11-19T03:00:00.000Z')
  const start = paperState(office, code, { numbered: false })
  const state: ApplicationState = {
    ...start,
    acceptedAt: start.submittedAt,
    openStages: [{ stage, since: start.submittedAt }],
    ...change,
  }
  const deps = {
    office,
    clock: { now: () => at },
    ids: createIdSource(),
    work: { run: (step: (stores: typeof memory.stores) => unknown) => step(memory.stores) } as never,
  }
  const who = everybody(office)
  return {
    memory,
    ready: memory.stores.applications.save(state, []),
    jobs: () => memory.jobsOf(state.id),
    present: () => memory.state(state.id),
    goTo: async (code: string) => {
      const now = memory.state(state.id)
      await memory.stores.applications.save({ ...now, openStages: [{ stage: code, since: at }] }, [])
    },
    later: (moment: string) => {
      at = instant(moment)
    },
    print: (reason: string | null = null) =>
      printProduct({ ...deps, checkConsent: () => Promise.reject(new Error('nobody is called')) })(
        { applicationId: state.id, printerId: null, reason, consentLater: reason !== null },
        who,
      ),
    sign: (on: string) =>
      recordSignature({ ...deps, cabinet: {} as never, pictures: {} as never })(
        { applicationId: state.id, stage: null, on: officeDate(on) },
        who,
      ),
    move: (stageCode: string, action: string, note: string | null = null) =>
      moveDossier({ ...deps, cabinet: {} as never, makeLetters: makeLetters(deps) })(
        { applicationId: state.id, stage: stageCode, action, note, asks: [] },
        who,
      ),
  }
}

describe('what is printed at a stage', () => {
  const bare = { number: null, signature: null }
  const numbered = { ...bare, number: { series: 'izin', scope: '2026', serial: 1, text: '1' } }
  const signature = {
    method: 'wet' as const,
    by: aSigner(),
    on: officeDate('2026-11-19'),
    recordedAt: instant('2026-11-19T03:00:00.000Z'),
    fileSha256: null,
  }

  it.each<[string, Parameters<typeof sheetAtStage>[2], ProductSheet]>([
    ['cetak-draf', bare, 'draft'],
    ['verifikasi-draf', bare, 'for-signature'],
    ['kepala-dinas', bare, 'for-signature'],
    ['penomoran', { ...bare, signature }, 'for-signature'],
    ['penomoran', { ...numbered, signature }, 'overprint'],
    ['penyerahan', { ...numbered, signature }, 'original'],
  ])('Seruyan, which numbers after the signature: %s', (stage, product, sheet) => {
    expect(sheetAtStage(table, stage, product)).toBe(sheet)
  })

  it('Pontianak, which numbers first: a draft before the number, the original with it', () => {
    const { stageTable } = officeOf('pontianak').profile
    expect(sheetAtStage(stageTable, 'pencetakan', bare)).toBe('draft')
    expect(sheetAtStage(stageTable, 'pencetakan', numbered)).toBe('original')
  })

  it('an office that signs electronically prints drafts until the file is signed', () => {
    const { stageTable } = officeOf('tanjungpinang').profile
    expect(sheetAtStage(stageTable, 'back-office', numbered)).toBe('draft')
  })
})

describe('the sheet that is signed before it has a number', () => {
  it('is not the draft: a draft counts neither as that sheet nor as its first copy', async () => {
    const office = desk(seruyan, 'cetak-draf')
    await office.ready
    expect(await office.print()).toMatchObject({ ok: true })
    await office.goTo('verifikasi-draf')
    expect(await office.move('verifikasi-draf', 'setujui')).toMatchObject({
      ok: false,
      refusal: { code: 'not-printed' },
    })
    await office.goTo('kepala-dinas')
    expect(await office.sign('2026-11-19')).toMatchObject({
      ok: false,
      refusal: { code: 'sign-after-print' },
    })
    await office.goTo('verifikasi-draf')
    expect(await office.print()).toMatchObject({ ok: true })
    expect(office.jobs().map((one) => [sheetOfJob(one), one.copy])).toEqual([
      ['draft', 1],
      ['for-signature', 1],
    ])
    await office.goTo('kepala-dinas')
    expect(await office.sign('2026-11-19')).toMatchObject({ ok: true })
  })

  it('that names a former head is refused on the day of another, until it is printed anew', async () => {
    const change = officeDate('2026-11-20')
    const officials = seruyan.profile.officials.flatMap((one) =>
      one.post === 'kepala-dinas' && one.until === null
        ? [
            { ...one, until: addDays(change, -1) },
            { ...one, name: 'Dra. MELIANA KATINGANI, M.Si.', nip: '197504142000032003', from: change },
          ]
        : [one],
    )
    const office = desk({ ...seruyan, profile: { ...seruyan.profile, officials } }, 'verifikasi-draf')
    await office.ready
    await office.print()
    office.later('2026-11-23T03:00:00.000Z')
    await office.goTo('kepala-dinas')
    expect(await office.sign('2026-11-23')).toMatchObject({
      ok: false,
      refusal: { code: 'sheet-names-another', inForce: 'Dra. MELIANA KATINGANI, M.Si.' },
    })
    expect(await office.sign('2026-11-19')).toMatchObject({ ok: true })
    const again = desk({ ...seruyan, profile: { ...seruyan.profile, officials } }, 'verifikasi-draf')
    await again.ready
    await again.print()
    again.later('2026-11-23T03:00:00.000Z')
    await again.print('kepala dinas berganti')
    await again.goTo('kepala-dinas')
    expect(await again.sign('2026-11-23')).toMatchObject({ ok: true })
  })
})

describe('the request for a recommendation', () => {
  it('takes the next number of its own series and is printed when its writer passes it on', async () => {
    const office = desk(seruyan, 'surat-permohonan', { product: null })
    await office.ready
    expect(await office.move('surat-permohonan', 'teruskan')).toMatchObject({ ok: true })
    const [job] = office.jobs()
    const content = job?.content as Extract<PrintContent, { kind: 'recommendation-request' }>
    expect(content.kind).toBe('recommendation-request')
    expect(content.data.number).toBe('500.16.7.2/001/REK/DPMPTSP/2026')
    expect(content.data.signatory.titleLines[0]).toBe('KEPALA BIDANG')
    expect(content.data.addressee.name).toBe('Kepala Dinas Kesehatan Kabupaten Seruyan')
    expect(office.present().letters).toMatchObject([{ number: { serial: 1 } }])
  })

  it('keeps its number when it comes back to its writer', async () => {
    const office = desk(seruyan, 'surat-permohonan', { product: null })
    await office.ready
    await office.move('surat-permohonan', 'teruskan')
    expect(
      await office.move('tanda-tangan-surat', 'kembalikan-ke-surat-permohonan', 'alamat keliru'),
    ).toMatchObject({
      ok: true,
    })
    await office.move('surat-permohonan', 'teruskan')
    expect(office.present().letters).toHaveLength(1)
    expect(office.jobs().map((one) => one.copy)).toEqual([1, 2])
  })

  it('is not written while nobody could sign it', async () => {
    const officials = seruyan.profile.officials.filter((one) => one.post !== 'kepala-bidang')
    const office = desk({ ...seruyan, profile: { ...seruyan.profile, officials } }, 'surat-permohonan', {
      product: null,
    })
    await office.ready
    expect(await office.move('surat-permohonan', 'teruskan')).toMatchObject({
      ok: false,
      refusal: { code: 'post-vacant', post: 'kepala-bidang' },
    })
    expect(office.jobs()).toEqual([])
    expect(office.present().openStages[0]?.stage).toBe('surat-permohonan')
  })
})
