import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeEscPos } from '#adapters/paper/decode-escpos.ts'
import { startPrinterDouble, type PrinterDouble } from '#adapters/printer/testing/printer-double.ts'
import { composeStation, setUpOffice, type ComposedStation } from '../testing/composed-station.ts'

let office: ComposedStation
let admin: ReturnType<ComposedStation['client']>
let double: PrinterDouble
beforeAll(async () => {
  office = await composeStation()
  admin = await (await setUpOffice(office))('admin')
  double = await startPrinterDouble()
})
afterAll(async () => {
  await office.close()
  await double.close()
})

const aThermal = async (name: string): Promise<string> => {
  const saved = await admin.administration.savePrinter.mutate({
    id: null,
    name,
    kind: 'thermal',
    address: double.address,
    thermal: null,
    documents: [],
    active: true,
  })
  if (!saved.ok) throw new Error(saved.refusal.code)
  return saved.value.id
}
const profileOf = async (id: string) =>
  (await admin.administration.printers.query()).find((one) => one.id === id)?.thermal

describe('a thermal printer in the settings', () => {
  it('prints a slip and is known by what was seen on it', async () => {
    const printerId = await aThermal('Termal Loket 2')
    expect(await profileOf(printerId)).toMatchObject({ columns: 48, learned: null })
    const tested = await admin.printers.test.mutate({ printerId })
    if (!tested.ok) throw new Error(tested.refusal.code)
    expect(tested.value).toMatchObject({ outcome: 'printed', status: 'answers' })
    const { lines } = decodeEscPos(double.papers().at(-1) ?? new Uint8Array())
    expect(lines.some((one) => one.kind === 'text' && one.text === `UJI-${tested.value.token}-N`)).toBe(true)
    const learned = await admin.printers.learn.mutate({
      printerId,
      widest: 'A',
      codes: ['raster'],
      letters: 'PC850_MULTILINGUAL',
      cut: false,
      status: 'answers',
      withoutStatus: 'printed',
    })
    expect(learned).toMatchObject({
      ok: true,
      value: {
        thermal: {
          widthMm: 58,
          columns: 32,
          qr: 'raster',
          cutter: false,
          codePage: 'PC850_MULTILINGUAL',
          withoutStatus: 'unknown',
          learned: { by: 'Melati Sambas', status: 'answers' },
        },
      },
    })
  })

  it('keeps what was learned while only its name changes, and loses it with the profile or the address', async () => {
    const printerId = await aThermal('Termal Loket 3')
    const findings = { widest: 'C', codes: ['native'], letters: null, cut: true } as const
    await admin.printers.learn.mutate({
      printerId,
      ...findings,
      codes: ['native'],
      status: 'silent',
      withoutStatus: 'printed',
    })
    const known = (await admin.administration.printers.query()).find((one) => one.id === printerId)
    if (!known?.thermal) throw new Error('no profile')
    const { learned, ...thermal } = known.thermal
    expect(learned?.status).toBe('silent')
    const save = (change: object) =>
      admin.administration.savePrinter.mutate({
        id: printerId,
        name: known.name,
        kind: 'thermal',
        address: known.address,
        thermal,
        documents: [...known.documents],
        active: true,
        ...change,
      })
    expect(await save({ name: 'Termal Loket 4' })).toMatchObject({
      value: { thermal: { learned: { status: 'silent' } } },
    })
    expect(await save({ thermal: { ...thermal, qr: 'raster' } })).toMatchObject({
      value: { thermal: { qr: 'raster', learned: null } },
    })
  })

  it('is not learned without a scanned code, nor a printer of sheets at all', async () => {
    const printerId = await aThermal('Termal Loket 5')
    const findings = {
      widest: 'C',
      codes: [],
      letters: null,
      cut: true,
      status: 'silent',
      withoutStatus: 'unknown',
    } as const
    const learn = (id: string, codes: ('native' | 'raster')[] = []) =>
      admin.printers.learn.mutate({ printerId: id, ...findings, codes })
    expect(await learn(printerId)).toMatchObject({ refusal: { code: 'slip-code-unread' } })
    const sheet = (await admin.administration.printers.query()).find((one) => one.kind === 'sheet')
    expect(await learn(sheet?.id ?? '', ['native'])).toMatchObject({
      refusal: { code: 'printer-not-thermal' },
    })
    expect(await learn(crypto.randomUUID(), ['native'])).toMatchObject({
      refusal: { code: 'printer-not-found' },
    })
  })

  it('that is switched off fails its test with its reason, and no slip comes out later', async () => {
    const off = await startPrinterDouble({ kind: 'switched-off' })
    const saved = await admin.administration.savePrinter.mutate({
      id: null,
      name: 'Termal Gudang',
      kind: 'thermal',
      address: off.address,
      thermal: null,
      documents: [],
      active: false,
    })
    if (!saved.ok) throw new Error(saved.refusal.code)
    expect(await admin.printers.test.mutate({ printerId: saved.value.id })).toMatchObject({
      value: { outcome: 'failed', reason: 'unreachable', status: 'silent' },
    })
    expect(await admin.printers.resume.mutate({ printerId: saved.value.id })).toMatchObject({
      refusal: { code: 'printer-has-no-queue' },
    })
    await off.close()
  })

  it('of sheets prints a page that is measured', async () => {
    const sheet = (await admin.administration.printers.query()).find((one) => one.kind === 'sheet')
    expect(await admin.printers.test.mutate({ printerId: sheet?.id ?? '' })).toMatchObject({
      value: { outcome: 'printed', status: null },
    })
  })
})

describe('the age from which a job asks first', () => {
  it('is half an hour until the office sets its own, and holds from the next job on', async () => {
    expect(await admin.printers.rules.query()).toEqual({ staleMinutes: 30 })
    expect(await admin.printers.saveRules.mutate({ staleMinutes: '2' })).toMatchObject({
      refusal: { code: 'stale-minutes-wrong' },
    })
    expect(await admin.printers.saveRules.mutate({ staleMinutes: '90' })).toMatchObject({ ok: true })
    expect(await admin.printers.rules.query()).toEqual({ staleMinutes: 90 })
  })
})

describe('the program that prints sheets on Windows', () => {
  const typed = {
    executable: 'C:\\Program Files\\SumatraPDF\\SumatraPDF.exe',
    arguments: '-print-to\n{printer}\n-print-settings\nnoscale,paper={paper}\n{file}',
    nothingPrintedCodes: '3',
    forms: [{ name: 'F4 Kantor', widthMm: 215, heightMm: 330 }],
  }

  it('is the usual one until it is set, with a line for each size of the office', async () => {
    const usual = await admin.printers.pdfCommand.query()
    expect(usual.saved).toBeNull()
    expect(usual.forms.map(({ name }) => name)).toEqual(['A5', 'A4', 'F4'])
  })

  it('is kept as it was typed, with who did it; a paper that the driver lacks stays without a name', async () => {
    expect((await admin.printers.savePdfCommand.mutate(typed)).ok).toBe(true)
    const kept = await admin.printers.pdfCommand.query()
    expect(kept).toMatchObject({ nothingPrintedCodes: [3], saved: { by: 'Melati Sambas' } })
    expect(kept.forms.map(({ name }) => name)).toEqual(['', '', 'F4 Kantor'])
  })

  it('is refused at its fields, and the one before stays', async () => {
    const wrong = { ...typed, executable: 'sumatra', arguments: '{printer} {file} {paper' }
    expect(await admin.printers.savePdfCommand.mutate(wrong)).toMatchObject({
      refusal: { code: 'pdf-command-wrong', fields: [{ field: 'executable' }, { field: 'arguments' }] },
    })
    expect((await admin.printers.pdfCommand.query()).executable).toBe(typed.executable)
  })
})
