import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeDate } from '#domain/office-date.ts'
import { jpegBytes, pdfBytes, pngBytes, textBytes } from '#domain/testing/files.ts'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { createRenderPool } from './render-pool.ts'
import { openCounterDesk, photoBytes, sha256Of, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
let issued: string
beforeAll(async () => {
  desk = await openCounterDesk()
  issued = await issue('6171044708940201', 'Kinanti Sebangki')
})
afterAll(() => desk.close())

const today = officeDate('2026-11-19')

async function issue(nik: string, name: string): Promise<string> {
  const id = await desk.takeIn({ nik, name, nameOnPermit: '' })
  await desk.toPrintDesk(id)
  await desk.printDesk.dossiers.number.mutate({ applicationId: id, stage: null })
  await desk.printLetter(id)
  await desk.printDesk.dossiers.sign.mutate({ applicationId: id, stage: null, on: today })
  const moved = await desk.act(desk.printDesk, id, 'pencetakan', 'terbitkan')
  if (!moved.ok) throw new Error(moved.refusal.code)
  return id
}

const send = (
  bytes: Uint8Array,
  name: string,
  headers: Record<string, string> = { 'x-content-sha256': sha256Of(bytes) },
  who = 'front-office',
) =>
  desk.office.fetch(who, `/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: bytes as Uint8Array<ArrayBuffer>,
    headers,
  })
const refusalOf = async (answer: Response) => {
  expect(answer.status).toBe(422)
  return (await answer.json()) as { refusal: { code: string } }
}
const get = (who: string, path: string) => desk.office.fetch(who, path)
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer())

describe('an upload', () => {
  it('is kept under its hash and comes back byte for byte, under the kind that it really is', async () => {
    const photo = photoBytes('#225533')
    const answer = await send(photo, 'foto.jpg')
    expect(await answer.json()).toEqual({
      sha256: sha256Of(photo),
      mediaType: 'image/jpeg',
      sizeBytes: photo.length,
    })
    const back = await get('technical-agency', `/files/${sha256Of(photo)}`)
    expect(back.headers.get('content-type')).toBe('image/jpeg')
    expect(await bytesOf(back)).toEqual(photo)
  })

  it.each<[string, string, Uint8Array, string]>([
    ['empty', 'kosong.pdf', new Uint8Array(), 'file-empty'],
    ['a page of the web', 'surat.pdf', textBytes('<!doctype html><p>hai'), 'file-kind-unknown'],
    ['a PDF that calls itself a picture', 'foto.jpg', pdfBytes('<< /Size 3 >>'), 'file-name-lies'],
    ['cut off', 'str.pdf', pdfBytes().slice(0, -20), 'file-broken'],
    ['a picture whose inside is spoiled', 'foto.png', pngBytes(472, 709), 'file-broken'],
    ['larger than the office takes', 'besar.jpg', large(2_097_153), 'file-too-large'],
    ['far too large', 'raksasa.jpg', large(8 * 2_097_152 + 1), 'file-too-large'],
  ])('that is %s is refused in words and not kept', async (_, name, bytes, code) => {
    const { refusal } = await refusalOf(await send(bytes, name))
    expect(refusal).toMatchObject({ code, fileName: name })
    expect((await get('front-office', `/files/${sha256Of(bytes)}`)).status).toBe(404)
  })

  it('that was damaged on its way is not kept', async () => {
    const scan = pdfBytes('<< /Size 2 >>')
    const answer = await send(scan, 'str.pdf', { 'x-content-sha256': sha256Of(pdfBytes()) })
    expect(answer.status).toBe(400)
    expect((await get('front-office', `/files/${sha256Of(scan)}`)).status).toBe(404)
  })

  it('is not taken from somebody who takes no files in', async () => {
    expect((await send(pdfBytes(), 'a.pdf', undefined, 'admin')).status).toBe(403)
    expect((await send(pdfBytes(), 'a.pdf', undefined, 'nobody')).status).toBe(401)
  })
})

describe('the very PDF', () => {
  const textOf = async (who: string, path: string): Promise<string> => {
    const answer = await get(who, path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).not.toMatch(/\d{16}/)
    return squeeze(pdfText(await bytesOf(answer)))
  }

  it('of a permit is the sheet that was printed', async () => {
    const { jobs, product } = await desk.printDesk.dossiers.get.query({ id: issued })
    const job = jobs.find((one) => one.document === 'permit')
    const printed = await textOf('print-desk', `/files/job/${job?.id}.pdf`)
    const shown = await textOf('supervisor', `/files/product/${issued}.pdf`)
    expect(shown).toBe(printed)
    expect(shown).toContain(product?.number)
    expect(shown).toContain('18 November 2031')
    expect(shown).not.toContain('6171044708940201')
  })

  it('of a draft carries no number, no last day and the word DRAF', async () => {
    const id = await desk.takeIn({ nik: '6171044708940202' })
    expect((await get('print-desk', `/files/product/${id}.pdf`)).status).toBe(404)
    await desk.toPrintDesk(id)
    const draft = await textOf('print-desk', `/files/product/${id}.pdf`)
    expect(draft).not.toContain('Seumur hidup s')
    expect(draft).not.toMatch(/503\/\d{4}/)
  })

  it('of a receipt and of the day is there for those who may see it', async () => {
    const { line } = await desk.counter.dossiers.get.query({ id: issued })
    expect(await textOf('front-office', `/files/receipt/${issued}.pdf`)).toContain(line.registrationNumber)
    expect(await textOf('supervisor', '/files/report/daily/2026-11-19.pdf')).toContain('19 November 2026')
    expect((await get('front-office', '/files/report/daily/2026-11-19.pdf')).status).toBe(403)
    expect((await get('admin', `/files/product/${issued}.pdf`)).status).toBe(200)
  })

  it('of what does not exist is not found, whatever is asked', async () => {
    for (const path of [
      '/files/product/nobody.pdf',
      '/files/job/..%2f..%2fkantor.sqlite',
      '/files/receipt/',
      '/files/report/daily/2026-02-30.pdf',
      '/files/report/daily/2026-11-19.docx',
      '/files/report/yearly/2026-11-19.csv',
      '/files/report/daily/2026-11-19..2026-11-18.csv',
      '/files/report/daily/2026-11-19.csv?asOf=kemarin',
      `/files/${'0'.repeat(64)}`,
      '/files/lain',
    ])
      expect((await get('supervisor', path)).status, path).toBeOneOf([403, 404])
  })
})

describe('the day as a spreadsheet', () => {
  const read = async (bytes: Uint8Array) => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.slice().buffer)
    return (name: string): unknown[][] => {
      const sheet = workbook.getWorksheet(name)
      if (!sheet) throw new Error(`there is no sheet ${name}`)
      const rows: unknown[][] = []
      sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
      return rows
    }
  }

  it('shows the figures of the screen', async () => {
    const answer = await get('supervisor', '/files/report/daily/2026-11-19.xlsx')
    const sheet = await read(await bytesOf(answer))
    const report = await desk.supervisor.reports.daily.query({ day: today })
    for (const row of report.rows) {
      const line = sheet('Rekapitulasi per jenis izin').find((one) => one[0] === row.code)
      expect(line?.slice(2, 9)).toEqual([
        row.received,
        row.returned,
        row.issued,
        row.refused,
        row.revoked,
        row.handedOver,
        row.late,
      ])
    }
    const numbers = sheet('Izin terbit').map((one) => one[0])
    expect(numbers).toEqual(expect.arrayContaining(report.issued.map((one) => one.number)))
  })

  it('keeps a name that begins like a formula as text', async () => {
    const pool = createRenderPool()
    try {
      const names = ['=1+1', '+62', '-5', '@SUM(A1)', '\tx', "'quoted"]
      const bytes = await pool.renderXlsx({
        title: 'Uji',
        createdAt: '2026-11-19T02:24:00.000Z' as never,
        sheets: [
          {
            name: 'Nama',
            title: 'Nama',
            columns: [{ header: 'Nama', width: 20 }],
            rows: names.map((name) => [name]),
          },
        ],
      })
      const values = (await read(bytes))('Nama').map((row) => row[0])
      for (const name of names) expect(values).toContain(name)
      for (const value of values) expect(typeof value).toBe('string')
    } finally {
      await pool.close()
    }
  })
})

describe('what left over the counter', () => {
  it('stands in the report of the day on which it left, also when it became final before', async () => {
    const id = await issue('6171044708940203', 'Bagas Tirtamulya')
    // The next morning; whoever was signed in yesterday signs in again.
    desk.office.setTime('2026-11-20T02:00:00.000Z')
    try {
      await Promise.all(['front-office', 'supervisor'].map((one) => desk.signIn(one)))
      const handed = await desk.counter.handover.handOver.mutate({
        applicationId: id,
        receivedBy: 'Ratna Sekayam',
        relation: 'Istri',
        receiverNik: null,
        identity: { card: 'ktp', letterOfAuthority: true },
        printerId: null,
      })
      expect(handed.ok).toBe(true)
      const friday = await desk.supervisor.reports.daily.query({ day: officeDate('2026-11-20') })
      expect(friday.total).toMatchObject({ issued: 0, handedOver: 1 })
      const sheet = squeeze(
        pdfText(await bytesOf(await get('supervisor', '/files/report/daily/2026-11-20.pdf'))),
      )
      expect(sheet).toContain('Ratna Sekayam')
      expect(sheet).toContain('Petugas Front Office')
    } finally {
      desk.office.setTime('2026-11-19T05:00:00.000Z')
    }
  })
})

/** A picture with true structure and as many bytes behind its end as asked for. */
function large(size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  bytes.set(jpegBytes(472, 709))
  return bytes
}
