import { useState } from 'react'
import { dossierOf } from './desk-groups.ts'
import type { DeskGroup, DeskRow } from './desk-groups.ts'

/**
 * The chosen row. A letter keeps being chosen while it wanders through the groups (from its own row to the row of its sheet
 * and back); when it has left the desk, the next letter that waits is shown.
 */
export function useSelection(groups: readonly DeskGroup[]) {
  const [chosen, setChosen] = useState<{ key: string; dossier: string | null }>()
  const rows = groups.flatMap((group) => group.rows)
  const same = rows.find(({ key }) => key === chosen?.key)
  const dossier = chosen?.dossier ?? null
  const wandered =
    dossier === null ? undefined : rows.find((row) => row.line !== null && dossierOf(row) === dossier)
  const first = rows.find(({ kind }) => kind === 'letter') ?? rows[0]
  const row: DeskRow | undefined = same ?? wandered ?? first
  return {
    row,
    select: (next: DeskRow) => setChosen({ key: next.key, dossier: dossierOf(next) }),
  }
}
