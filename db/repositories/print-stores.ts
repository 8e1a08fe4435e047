import type { PrinterStore, PrintJobStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { PrinterRow, PrintJobRow } from '../rows/print-rows.ts'
import { inPortions, isPostgres, jsonOf } from './reading.ts'
import { consentColumn, fromPrinterRow, fromPrintJobRow, toPrinterRow, toPrintJobRow } from './print-row.ts'

export function makePrintJobStore(trx: Knex): PrintJobStore {
  const change = async (id: string, columns: Partial<PrintJobRow>): Promise<void> => {
    const changed = await trx<PrintJobRow>('print_jobs').where({ id }).update(columns)
    if (changed !== 1) throw new Error(`print job ${id} is not stored`)
  }
  return {
    async add(job) {
      await trx<PrintJobRow>('print_jobs').insert(toPrintJobRow(job))
    },
    bringIn: (jobs) =>
      inPortions(jobs.map(toPrintJobRow), (portion) => trx<PrintJobRow>('print_jobs').insert([...portion])),
    async find(id) {
      const row = await trx<PrintJobRow>('print_jobs').where({ id }).forUpdate().first()
      return row && fromPrintJobRow(row)
    },
    async claimNext(printerId, at) {
      const waiting = trx<PrintJobRow>('print_jobs')
        .where({ state: 'queued', printer_id: printerId })
        .orderBy([{ column: 'requested_at' }, { column: 'id' }])
      // A job that another station is taking at this moment is no longer the oldest one that waits.
      const row = await (isPostgres(trx) ? waiting.forUpdate().skipLocked() : waiting).first()
      if (!row) return undefined
      const claimed: PrintJobRow = { ...row, state: 'sending', sent_at: at, attempts: row.attempts + 1 }
      await change(row.id, { state: claimed.state, sent_at: claimed.sent_at, attempts: claimed.attempts })
      return fromPrintJobRow(claimed)
    },
    mark: (id, { state, reason, detail, endedAt }) =>
      change(id, { state, reason, detail, ended_at: endedAt }),
    decide: (id, decision) => change(id, { decided: jsonOf(decision, 'decision about a print job') }),
    consent: (id, consent) => change(id, { second_consent: consentColumn(consent) }),
    reroute: (id, printerId) => change(id, { printer_id: printerId }),
    async listForSubject(subjectId) {
      const rows = await trx<PrintJobRow>('print_jobs')
        .where({ subject_id: subjectId })
        .orWhere({ application_id: subjectId })
        .orderBy(['requested_at', 'id'])
      return rows.map(fromPrintJobRow)
    },
    async listInState(state) {
      const rows = await trx<PrintJobRow>('print_jobs').where({ state }).orderBy(['requested_at', 'id'])
      return rows.map(fromPrintJobRow)
    },
  }
}

export function makePrinterStore(trx: Knex): PrinterStore {
  return {
    async list() {
      return (await trx<PrinterRow>('printers').orderBy(['name', 'id'])).map(fromPrinterRow)
    },
    async save(printer) {
      await trx<PrinterRow>('printers').insert(toPrinterRow(printer)).onConflict('id').merge()
    },
  }
}
