import { useEffect, useMemo, useRef, useState } from 'react'
import { mostRowsAtOnce, type CarriedPermitView } from '#contract/beginning.ts'
import {
  oldPermitColumns,
  oldPermitWords,
  rowsByPlaces,
  type ColumnPlaces,
  type HeadedTable,
  type NumberedRow,
  type OldPermitColumn,
} from '#domain/old-permit-columns.ts'
import { repeatedNumbers } from '#domain/old-permit.ts'
import { sayBeginningRefusal, sayTableRefusal } from '#domain/wording/beginning.ts'
import { useTRPCClient } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { readTable } from '../../lib/read-table.ts'
import { useOffice } from '../../lib/session.ts'
import { beginningWords } from '../../locales/beginning.ts'

const words = beginningWords.table

interface ChosenTable {
  readonly name: string
  readonly table: HeadedTable
}

type Work = 'reading' | 'checking' | 'entering' | null

/** A table of old permits on its way in: chosen, its columns found, checked line by line, entered. */
export function useImport(onEntered: () => void) {
  const { timeZone } = useOffice()
  const client = useTRPCClient()
  const [chosen, setChosen] = useState<ChosenTable | null>(null)
  const [places, setPlaces] = useState<ColumnPlaces>({})
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, CarriedPermitView>>(new Map())
  const [work, setWork] = useState<Work>(null)
  const [done, setDone] = useState(0)
  const [refused, setRefused] = useState<string>()
  const left = useRef(false)
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
    }
  }, [])

  const rows = useMemo(() => (chosen === null ? [] : rowsByPlaces(chosen.table, places)), [chosen, places])
  const missing = chosen === null ? [] : missingColumns(places)
  const of = (outcome: CarriedPermitView['outcome']): readonly NumberedRow[] =>
    rows.filter(({ line }) => outcomes.get(line)?.outcome === outcome)
  const good = of('good')
  const toEnter = good.length

  /** Lines in portions, so that the counter never waits; ends where the station refuses or does not answer. */
  const inPortions = async (
    kind: 'checking' | 'entering',
    among: readonly NumberedRow[],
    send: (portion: readonly NumberedRow[]) => Promise<readonly CarriedPermitView[] | string>,
  ): Promise<void> => {
    setWork(kind)
    setDone(0)
    setRefused(undefined)
    try {
      for (let at = 0; at < among.length && !left.current; at += mostRowsAtOnce) {
        const portion = among.slice(at, at + mostRowsAtOnce)
        const answer = await send(portion)
        if (typeof answer === 'string') return setRefused(answer)
        setOutcomes((before) => {
          const after = new Map(before)
          portion.forEach(({ line }, index) => {
            const outcome = answer[index]
            if (outcome) after.set(line, outcome)
          })
          return after
        })
        setDone(at + portion.length)
      }
    } catch (error) {
      setRefused(`${words.stopped} ${beginningWords.actFailed(faultOf(error, timeZone).code)}`)
    } finally {
      setWork(null)
    }
  }

  const check = (): Promise<void> => {
    const repeated = repeatedNumbers(rows)
    setOutcomes(new Map())
    return inPortions('checking', rows, async (portion) => {
      const answer = await client.beginning.checkPermits.mutate({ rows: portion.map(({ row }) => row) })
      if (!answer.ok) return sayBeginningRefusal(answer.refusal)
      return answer.value.map((outcome, index): CarriedPermitView => {
        const one = portion[index]
        const line = one && repeated.get(one.line)
        return one === undefined || line === undefined
          ? outcome
          : {
              outcome: 'refused',
              problems: [
                { column: 'number', refusal: { code: 'old-number-repeated', number: one.row.number, line } },
              ],
            }
      })
    })
  }

  const enter = async (): Promise<void> => {
    await inPortions('entering', good, async (portion) => {
      const answer = await client.beginning.carryPermits.mutate({
        rows: portion.map(({ row }) => row),
        importedFrom: chosen?.name ?? null,
      })
      return answer.ok ? answer.value : sayBeginningRefusal(answer.refusal)
    })
    onEntered()
  }

  const choose = async (file: File): Promise<void> => {
    setWork('reading')
    setRefused(undefined)
    setOutcomes(new Map())
    try {
      const read = await readTable(file)
      if (!read.ok) {
        setChosen(null)
        return setRefused(sayTableRefusal(read.refusal))
      }
      setChosen({ name: file.name, table: read.value })
      setPlaces(read.value.places)
    } catch (error) {
      setRefused(beginningWords.actFailed(faultOf(error, timeZone).code))
    } finally {
      setWork(null)
    }
  }

  return {
    chosen,
    rows,
    outcomes,
    places,
    missing,
    work,
    done,
    refused,
    counts: {
      all: rows.length,
      good: toEnter,
      known: of('known').length,
      entered: of('entered').length,
      wrong: of('refused').length,
    },
    isChecked: rows.length > 0 && outcomes.size === rows.length,
    choose: (file: File) => void choose(file),
    check: () => void check(),
    enter: () => void enter(),
    setPlace: (column: OldPermitColumn, place: number | null) => {
      setOutcomes(new Map())
      setPlaces((before) => {
        const { [column]: _, ...others } = before
        return place === null ? others : { ...others, [column]: place }
      })
    },
    forget: () => {
      setChosen(null)
      setOutcomes(new Map())
      setRefused(undefined)
    },
  }
}

export type ImportWork = ReturnType<typeof useImport>

/** Columns without which no line can be good. NIK and passport take each other's place, so neither is among them. */
const missingColumns = (places: ColumnPlaces): readonly string[] =>
  oldPermitColumns
    .filter((column) => oldPermitWords[column].needed && places[column] === undefined)
    .map((column) => oldPermitWords[column].label)
