import type { NumberRecord, NumberStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { NumberSequenceRow, NumberStartRow, OfficialNumberRow } from '../rows/office-rows.ts'
import { toNumberStartRow } from './number-queries.ts'
import { inPortions, rowsOf } from './reading.ts'

export function makeNumberStore(trx: Knex): NumberStore {
  return {
    async advance(series, scope) {
      // One statement, and its row stays locked until the transaction ends: a rollback gives the serial back
      // before anybody else can take the next one.
      const rows = await rowsOf<{ last_serial: number }>(
        trx,
        `INSERT INTO number_sequences (series, scope, last_serial) VALUES (?, ?, 1)
          ON CONFLICT (series, scope) DO UPDATE SET last_serial = number_sequences.last_serial + 1
          RETURNING last_serial`,
        [series, scope],
      )
      const serial = rows[0]?.last_serial
      if (serial === undefined) throw new Error(`series ${series} did not advance`)
      return serial
    },
    async standing(series, scope) {
      // The row is made where there is none: without it nothing could be locked. A refusal takes it back.
      await trx<NumberSequenceRow>('number_sequences')
        .insert({ series, scope, last_serial: 0 })
        .onConflict(['series', 'scope'])
        .ignore()
      const row = await trx<NumberSequenceRow>('number_sequences')
        .where({ series, scope })
        .forUpdate()
        .first()
      const highest = await trx<OfficialNumberRow>('official_numbers')
        .where({ series, scope })
        .max<{ serial: number | null }[]>({ serial: 'serial' })
      return { last: Number(row?.last_serial ?? 0), given: Number(highest[0]?.serial ?? 0) }
    },
    async start(start) {
      const { series, scope, last } = start
      const changed = await trx<NumberSequenceRow>('number_sequences')
        .where({ series, scope })
        .update({ last_serial: last })
      if (changed !== 1)
        await trx<NumberSequenceRow>('number_sequences').insert({ series, scope, last_serial: last })
      await trx<NumberStartRow>('number_starts').insert(toNumberStartRow(start))
    },
    async record(line) {
      await trx<OfficialNumberRow>('official_numbers').insert(toNumberRow(line))
    },
    async bringIn(lines) {
      const series = new Map<string, NumberRecord[]>()
      for (const line of lines) {
        const key = JSON.stringify([line.number.series, line.number.scope])
        series.set(key, [...(series.get(key) ?? []), line])
      }
      for (const group of series.values()) await advanceTo(trx, group)
      await inPortions(lines.map(toNumberRow), (portion) =>
        trx<OfficialNumberRow>('official_numbers').insert([...portion]),
      )
    },
    async findOwner({ series, scope, serial }) {
      const line = await trx<OfficialNumberRow>('official_numbers')
        .where({ series, scope, serial })
        .select('application_id')
        .first()
      return line?.application_id
    },
    async markVoid(number, reason, at, by) {
      const line = { series: number.series, text: number.text }
      const changed = await trx<OfficialNumberRow>('official_numbers')
        .where(line)
        .whereNull('voided_at')
        .update({ void_reason: reason, voided_at: at, voided_by: by })
      if (changed === 1) return
      const there = await trx<OfficialNumberRow>('official_numbers').where(line).select('serial').first()
      if (!there) throw new Error(`number ${number.text} of series ${number.series} is not in the register`)
    },
  }
}

const toNumberRow = ({
  number,
  document,
  applicationId,
  subjectId,
  takenAt,
}: NumberRecord): OfficialNumberRow => ({
  series: number.series,
  scope: number.scope,
  serial: number.serial,
  text: number.text,
  document,
  application_id: applicationId,
  subject_id: subjectId,
  taken_at: takenAt,
  void_reason: null,
  voided_at: null,
  voided_by: null,
})

/** Advances one series over lines that must continue it. */
async function advanceTo(trx: Knex, lines: readonly NumberRecord[]): Promise<void> {
  const [first] = lines
  if (!first) return
  const { series, scope } = first.number
  const rows = await rowsOf<{ last_serial: number }>(
    trx,
    `INSERT INTO number_sequences (series, scope, last_serial) VALUES (?, ?, ?)
      ON CONFLICT (series, scope) DO UPDATE SET last_serial = number_sequences.last_serial + excluded.last_serial
      RETURNING last_serial`,
    [series, scope, lines.length],
  )
  const begins = Number(rows[0]?.last_serial ?? 0) - lines.length + 1
  const strange = lines.find(({ number }, index) => number.serial !== begins + index)
  if (strange) throw new Error(`number ${strange.number.text} is not the next one of series ${series}`)
}
