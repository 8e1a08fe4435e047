import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPrinterDouble } from '#adapters/printer/testing/printer-double.ts'
import { encodeStrip } from '#adapters/paper/escpos.ts'
import { samplePasswordCost, createPasswords } from '#adapters/system/passwords.ts'
import { openDatabase } from '#db/open.ts'
import { layOutStrip } from '#domain/documents/lay-out.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { ok } from '#domain/result.ts'
import { readOfficeFiles, sayProblems } from '#hosts/shared/office-files.ts'
import { openOffice, stationTools } from '#hosts/shared/open-office.ts'
import { inProject } from '../lib/paths.ts'
import { quantile, summary, type BenchResult } from './measure.ts'
import { bringFiles, walkInForm } from './walk-ins.ts'

const thermal = { columns: 48, widthMm: 80, codePage: 'PC437_USA', qr: 'native', cutter: true } as const

/**
 * From *Simpan* to the first byte at a printer on loopback, beside one durable commit of the same rows through the
 * same driver plus the encoding of the same receipt, in turn in one run.
 */
export async function benchIntake(rounds: number): Promise<BenchResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sepok-bench-'))
  const double = await startPrinterDouble()
  const files = readOfficeFiles(inProject('assets'), 'pontianak')
  if (!files.ok) throw new Error(sayProblems(files.refusal))
  const opened = await openDatabase(
    { file: join(dataDir, 'kantor.sqlite') },
    { officeZone: () => 'Asia/Pontianak' },
  )
  if (!opened.ok) throw new Error(opened.refusal.code)
  const database = opened.value
  await database.migrate()
  const nothing = (): void => {}
  const tools = stationTools({
    dataDir,
    database,
    now: () => Date.now(),
    log: { info: nothing, warn: nothing, error: (fields) => console.error(fields) },
    publish: nothing,
    passwords: createPasswords(samplePasswordCost),
  })
  const office = openOffice(files.value.office, tools)
  const user = {
    id: tools.ids.uuid(),
    username: 'loket',
    name: 'Ratih Puspalina',
    passwordHash: '',
    roles: ['front-office'],
    counter: '2',
    active: true,
    createdAt: tools.clock.now(),
  }
  try {
    await database.work.run(async ({ printers, users }) => {
      await users.save(user)
      await printers.save({
        id: tools.ids.uuid(),
        name: 'Termal',
        kind: 'thermal',
        address: double.address,
        thermal: { ...thermal, withoutStatus: 'unknown' },
        documents: ['receipt'],
        active: true,
      })
      return ok(null)
    })
    const documents = await bringFiles(tools.cabinet)
    await office.spool.start()
    const saves: number[] = []
    const papers: number[] = []
    const commits: number[] = []
    for (let n = -5; n < rounds; n += 1) {
      const applicationId = tools.ids.uuid()
      const before = double.received().length
      const from = performance.now()
      const registered = await office.services.registerApplication(
        { applicationId, draftId: null, form: walkInForm(n + 5, documents), printerId: null },
        { user, station: 'Loket 2' },
      )
      if (!registered.ok) throw new Error(JSON.stringify(registered.refusal))
      const saved = performance.now()
      office.services.spool.wake()
      await double.until((one) => one.received().length > before)
      const firstByte = performance.now()
      await office.spool.whenIdle()
      const peer = await sameRows(tools, registered.value.id)
      if (n < 0) continue
      saves.push(saved - from)
      papers.push(firstByte - from)
      commits.push(peer)
    }
    const measured = [
      summary('save until committed', saves),
      summary('save until first byte at the printer', papers),
      summary('one durable commit of the same rows + encoding', commits),
    ]
    const sorted = [...papers].sort((a, b) => a - b)
    const base = [...commits].sort((a, b) => a - b)
    return {
      bench: 'intake',
      measured,
      ratios: [
        {
          name: 'first byte / (commit + encoding)',
          value: quantile(sorted, 0.5) / quantile(base, 0.5),
          target: 3,
        },
        { name: 'first byte p95 / 150 ms', value: quantile(sorted, 0.95) / 150, target: 1 },
      ],
    }
  } finally {
    await office.spool.close()
    await tools.pool.close()
    await database.close()
    await double.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The rows of an application that is there already, written once more under new ids in one transaction. */
async function sameRows(tools: ReturnType<typeof stationTools>, id: string): Promise<number> {
  const { queries, work } = tools.database
  const state = await queries.findApplication(id)
  const events = await queries.history(id)
  const [job] = await queries.listPrintJobs({ applicationId: id, limit: 1 })
  if (!state || !job) throw new Error('the intake left no rows')
  const copyId = tools.ids.uuid()
  const number = { ...state.registrationNumber, series: `bench-${copyId}` }
  const again = events.map((one) => ({ ...one, id: tools.ids.uuid(), applicationId: copyId }))
  const from = performance.now()
  await work.run(async (stores) => {
    await stores.applicants.save(state.applicant, state.submittedAt)
    const serial = await stores.numbers.advance('bench', '2026')
    await stores.applications.save(
      {
        ...state,
        id: copyId,
        trackingCode: `${copyId.replaceAll('-', '').slice(0, 26).toUpperCase()}`,
        registrationNumber: { ...number, serial, text: `B-${serial}` },
      },
      again,
    )
    await stores.numbers.record({
      number: { ...number, serial, text: `B-${serial}` },
      document: 'receipt',
      applicationId: copyId,
      subjectId: null,
      takenAt: state.submittedAt,
    })
    await stores.printJobs.add({
      ...job,
      id: tools.ids.uuid(),
      applicationId: copyId,
      subjectId: copyId,
      state: 'cancelled',
    })
    await stores.outbox.add({
      id: tools.ids.uuid(),
      topic: 'portal',
      aggregateId: copyId,
      key: tools.ids.uuid(),
      kind: 'application-changed',
      payload: { fromSeq: 1, toSeq: again.length },
      createdAt: state.submittedAt,
    })
    return ok(null)
  })
  const strip = layOutStrip(job.content as PrintContent, 48)
  if (strip) encodeStrip(strip, thermal)
  return performance.now() - from
}
