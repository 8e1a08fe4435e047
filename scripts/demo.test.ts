import { createHash } from 'node:crypto'
import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeEscPos } from '#adapters/paper/decode-escpos.ts'
import { pdfQrCodes, pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { startSmtpServer } from '#adapters/mail/testing/smtp-double.ts'
import { startPrinterDouble, type PrinterDouble } from '#adapters/printer/testing/printer-double.ts'
import { startPrivateCupsd } from '#adapters/printer/testing/private-cupsd.ts'
import { createPostgresDatabase } from '#db/testing/postgres.ts'
import type { DemoReport } from './demo/run-demo.ts'
import { demoWords } from './demo/words.ts'
import { onlineMoves } from './portal/testing/online-moves.ts'
import { trialPortal } from './portal/testing/trial-portal.ts'
import { inProject, toolEnvironment } from './lib/paths.ts'

interface Run {
  readonly code: number | null
  readonly told: string
  readonly complaint: string
}

const demo = (...args: readonly string[]): Promise<Run> => demoWith({}, ...args)

const demoWith = (extra: Record<string, string>, ...args: readonly string[]): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn('node', [inProject('scripts', 'demo.ts'), ...args], { env: toolEnvironment(extra) })
    const parts = { told: '', complaint: '' }
    child.stdout.on('data', (text: Buffer) => (parts.told += text.toString()))
    child.stderr.on('data', (text: Buffer) => (parts.complaint += text.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...parts }))
  })

const folders: string[] = []
const makeFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'sepok-demo-test-'))
  folders.push(folder)
  return folder
}
const doubles: PrinterDouble[] = []

afterAll(async () => {
  for (const double of doubles) await double.close()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

const readReport = async (folder: string): Promise<DemoReport> =>
  JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8')) as DemoReport

describe('one permit from the counter to the hand', () => {
  let out: string
  let report: DemoReport
  let thermal: PrinterDouble
  let run: Run

  beforeAll(async () => {
    out = await makeFolder()
    thermal = await startPrinterDouble()
    doubles.push(thermal)
    run = await demo('--out', out, '--thermal', thermal.address)
    report = await readReport(out)
  })

  const file = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(join(out, name)))

  test('leaves every paper, and tells of each its hash and size', async () => {
    expect(run).toMatchObject({ code: 0, complaint: '' })
    const names = [
      'receipt.escpos',
      'receipt.txt',
      'receipt.pdf',
      'permit.pdf',
      'handover.pdf',
      'daily-report.pdf',
      'daily-report.xlsx',
    ]
    expect((await readdir(out)).sort()).toEqual([...names, 'demo.json'].sort())
    expect(report.files.map((one) => one.name)).toEqual(names)
    for (const { name, sha256, bytes } of report.files) {
      const content = await file(name)
      expect(content).toHaveLength(bytes)
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    }
  })

  test('goes through every stage of the office, each by somebody of its role', () => {
    expect(report.stages.map(({ stage, role }) => `${stage}: ${role}`)).toEqual([
      'pengajuan: applicant',
      'front-office: front-office',
      'dinas-kesehatan: technical-agency',
      'pemrosesan: processing',
      'pencetakan: print-desk',
      'pemberitahuan: system',
      'penyerahan: front-office',
    ])
    const times = report.stages.map((one) => one.at)
    expect([...times].sort()).toEqual(times)
    expect(run.told).toContain('Pemeriksaan Dinas Kesehatan')
  })

  test('prints on the printers named, each paper once', () => {
    const papers = ['receipt', 'archive', 'permit', 'handover-receipt', 'daily-report']
    expect(report.printJobs.map((one) => one.document)).toEqual(papers)
    expect(report.printJobs[0]).toEqual({
      document: 'receipt',
      printer: thermal.address,
      outcome: 'printed',
      reason: null,
      copy: 1,
    })
    for (const job of report.printJobs.slice(1))
      expect(job).toMatchObject({
        outcome: 'printed',
        reason: null,
        copy: 1,
        printer: expect.stringMatching(/^folder:/),
      })
  })

  test('the strip that came out of the thermal printer is the receipt of the folder', async () => {
    const bytes = await file('receipt.escpos')
    expect(Buffer.from(thermal.paper()).includes(Buffer.from(bytes).subarray(8, -8))).toBe(true)
    const text = new TextDecoder().decode(await file('receipt.txt'))
    expect(text).toContain(report.registrationNumber)
    expect(text.split('\n').every((line) => line.length <= 48)).toBe(true)
    const lines = decodeEscPos(bytes).lines.flatMap((line) =>
      line.kind === 'text' ? [line.text.trim()] : [],
    )
    expect(lines).toContain(report.registrationNumber)
  })

  test('the permit bears number, name, place, schedule and a code that leads to its verification', async () => {
    const pdf = await file('permit.pdf')
    const text = squeeze(pdfText(pdf))
    expect(report.permitNumber).toMatch(/^503\/0001\/SIPD\//)
    for (const words of [
      report.permitNumber ?? '',
      report.holderName,
      'RSUD Kota Pontianak',
      'Senin–Rabu, 17.00–20.00 WIB',
    ])
      expect(text).toContain(words)
    expect((await pdfQrCodes(pdf)).map((code) => code.toLowerCase())).toEqual([
      `https://onlineptsp.pontianakkota.go.id/verify/${report.verificationCode ?? ''}`.toLowerCase(),
    ])
  })

  test('the handover receipt and the report of the day know the permit', async () => {
    for (const name of ['handover.pdf', 'daily-report.pdf', 'receipt.pdf']) {
      const text = pdfText(await file(name))
      // A narrow column breaks a long name over lines.
      for (const word of report.holderName.split(' ')) expect(text).toContain(word)
    }
    for (const name of ['handover.pdf', 'daily-report.pdf'])
      expect(pdfText(await file(name))).toContain(report.permitNumber)
  })
})

describe('a demonstration under difficulties', { timeout: 60_000 }, () => {
  test('printers that are not there fail their jobs, not the procedure, and the folder stands in for the permit', async () => {
    const [out, data] = [await makeFolder(), await makeFolder()]
    const off = await startPrinterDouble({ kind: 'switched-off' })
    doubles.push(off)
    const missing = `folder:${join(data, 'tidak-ada')}`
    const run = await demo('--out', out, '--data', data, '--thermal', off.address, '--printer', missing)
    expect(run).toMatchObject({ code: 0, complaint: '' })
    const { printJobs, stages } = await readReport(out)
    expect(stages.at(-1)?.stage).toBe('penyerahan')
    const cetak = `folder:${join(data, 'cetak')}`
    expect(printJobs.map((one) => [one.document, one.printer, one.outcome, one.reason])).toEqual([
      ['receipt', off.address, 'failed', 'unreachable'],
      ['archive', missing, 'failed', 'folder-missing'],
      ['archive', cetak, 'printed', 'lembar dicetak ke folder supaya peragaan berlanjut'],
      ['permit', missing, 'failed', 'folder-missing'],
      ['permit', cetak, 'printed', 'lembar dicetak ke folder supaya peragaan berlanjut'],
      ['handover-receipt', missing, 'failed', 'folder-missing'],
      ['daily-report', missing, 'failed', 'folder-missing'],
    ])
  })

  test('an office that signs electronically hands over the signed file', async () => {
    const out = await makeFolder()
    expect(await demo('--out', out, '--profile', 'tanjungpinang')).toMatchObject({ code: 0, complaint: '' })
    const { stages, files, permitNumber } = await readReport(out)
    expect(stages.map((one) => one.stage)).toContain('kepala-dinas')
    expect(stages.at(-1)?.stage).toBe('diterima')
    expect(files.map((one) => one.name)).toContain('permit.pdf')
    const permit = join(out, 'permit.pdf')
    const said = execFileSync('pdfsig', ['-nocert', permit], { stdio: 'pipe' }).toString()
    expect(said).toContain('Signature is Valid.')
    const text = squeeze(pdfText(new Uint8Array(await readFile(permit))))
    expect(text).toContain(permitNumber)
    // The draft that the back office printed is no permit.
    expect(text).not.toContain('DRAF')
  })

  test('tells of each sheet on a thermal printer and a CUPS queue what became of it, with an office on PostgreSQL', async () => {
    const [out, cups, postgres] = [
      await makeFolder(),
      await startPrivateCupsd(),
      await createPostgresDatabase(),
    ]
    const [thermal, laser] = [
      await startPrinterDouble({ kind: 'resets-at', byte: 40 }),
      await startPrinterDouble(),
    ]
    doubles.push(thermal, laser)
    await cups.addQueue('Laser', `socket://127.0.0.1:${laser.port}`, 'laser')
    const printers = ['--thermal', thermal.address, '--printer', 'cups:Laser']
    const place = { CUPS_SERVER: cups.env['CUPS_SERVER'] ?? '' }
    const run = await demoWith(place, '--out', out, '--database', postgres.url, ...printers)
    await cups.stop()
    await postgres.drop()
    expect(run).toMatchObject({ code: 0, complaint: '' })
    const { printJobs } = await readReport(out)
    expect(printJobs.map((one) => [one.document, one.printer, one.outcome, one.reason])).toEqual([
      ['receipt', thermal.address, 'unknown', 'connection-lost'],
      // Behind `socket://` CUPS knows that the bytes went, and nobody what became of the paper.
      ['archive', 'cups:Laser', 'unknown', `no-status; ${demoWords.standInConfirmed}`],
      ['permit', 'cups:Laser', 'unknown', `no-status; ${demoWords.standInConfirmed}`],
      ['handover-receipt', 'cups:Laser', 'unknown', 'no-status'],
      ['daily-report', 'cups:Laser', 'unknown', 'no-status'],
    ])
    expect(Buffer.from(laser.paper()).toString('latin1').split('%PDF-').length - 1).toBe(4)
  })

  test('an office that mails its permits sends one through the server given, and tells so', async () => {
    const [out, smtp] = [await makeFolder(), await startSmtpServer()]
    const address = `smtp://127.0.0.1:${smtp.port}`
    const run = await demo('--out', out, '--profile', 'tanjungpinang', '--smtp', address)
    await smtp.close()
    expect(run).toMatchObject({ code: 0, complaint: '' })
    const { mails, stages } = await readReport(out)
    const [mail] = mails
    expect(mails.map((one) => [one.purpose, one.outcome, one.attempts])).toEqual([['delivery', 'sent', 1]])
    expect(smtp.received.map((one) => one.to)).toEqual([[mail?.to]])
    const [received] = smtp.received
    expect(received?.bytes.toString('latin1')).toContain(`Message-ID: ${mail?.messageId ?? '?'}`)
    expect(received?.bytes.includes('application/pdf')).toBe(true)
    expect(stages.at(-1)?.stage).toBe('diterima')
    expect((await readdir(out)).includes('handover.pdf')).toBe(false)
  })

  test('a second one on the same data takes in another person and the next number', async () => {
    const [out, data] = [await makeFolder(), await makeFolder()]
    expect(await demo('--out', out, '--data', data)).toMatchObject({ code: 0 })
    const first = await readReport(out)
    expect(await demo('--out', out, '--data', data)).toMatchObject({ code: 0 })
    const second = await readReport(out)
    expect([first.permitNumber, second.permitNumber].map((one) => one?.slice(0, 8))).toEqual([
      '503/0001',
      '503/0002',
    ])
    expect(second.applicationId).not.toBe(first.applicationId)
  })

  test('says what the portal has against it where nothing can go there, and ends', async () => {
    const [out, portal] = [await makeFolder(), await trialPortal()]
    const wrong = { SEPOK_PORTAL_CLIENT_ID: 'loket', SEPOK_PORTAL_CLIENT_SECRET: 'salah' }
    const run = await demoWith(wrong, '--out', out, '--portal', portal.apiBase)
    expect(run).toMatchObject({ code: 0, complaint: '' })
    expect(run.told).toContain('Portal menolak client ID atau kata rahasia.')
    await portal.close()
  })

  test('tells a portal everything and reads what it has, until nothing is left, and says how much that was', async () => {
    const limits = {
      fileBytes: 2_000_000,
      mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
      pagesPerDocument: 20,
    }
    const [out, portal] = [await makeFolder(), await trialPortal({ limits })]
    const online = onlineMoves(portal)
    const filed = online.apply(online.register('6171014506900088'))
    const secrets = { SEPOK_PORTAL_CLIENT_ID: 'loket', SEPOK_PORTAL_CLIENT_SECRET: 'rahasia' }
    const run = await demoWith(secrets, '--out', out, '--portal', portal.apiBase)
    expect(run).toMatchObject({ code: 0, complaint: '' })
    const report = await readReport(out)
    expect(report.portal).toMatchObject({ setAside: 0, conflicts: 0, drained: true })
    const { store } = portal.portal
    const { applicationId: id } = report
    const sent = ['application', 'permit', 'document'] as const
    const many = sent.map((entity) => store.ofApplication(entity, id).length)
    expect(report.portal?.pushed).toBeGreaterThan(many.reduce((sum, count) => sum + count, 0))
    expect(report.portal?.pulled).toBeGreaterThan(0)
    expect(store.entity('application', id)?.data).toMatchObject({ status: 'handed-over' })
    expect(store.entity('application', filed.id)?.data['registrationNumber']).toBeTruthy()
    const verified = await portal.call('GET', `/public/verify/${report.verificationCode ?? ''}`)
    await portal.close()
    expect(verified.body).toMatchObject({ number: report.permitNumber, holderName: report.holderName })
  })

  test.each([
    [['--profile', 'atlantis'], 'Profil kantor "atlantis" tidak ada'],
    [['--portal', 'http://127.0.0.1:9'], 'SEPOK_PORTAL_CLIENT_ID'],
    [['--portal', 'portal-kita'], '"portal-kita"'],
    [['--thermal', 'printer-kita'], '"printer-kita"'],
    [['--printer', 'tcp://127.0.0.1:9100'], '--printer cups:'],
    [['--smtp', 'surel-kita'], '--smtp smtp://'],
    [['--sihir'], 'Pilihan tidak dikenal'],
  ])('says in a sentence why it does not begin: %j', async (args, sentence) => {
    const run = await demo('--out', await makeFolder(), ...args)
    expect(run).toMatchObject({ code: 2, told: '', complaint: expect.stringContaining(sentence) })
  })
})
