import { useState } from 'react'
import { dossierOf } from './desk-groups.ts'
import type { DeskGroup, DeskGroupKey, DeskRow } from './desk-groups.ts'

interface Chosen {
  readonly key: string
  readonly dossier: string | null
  readonly group: DeskGroupKey
}

/**
 * The chosen row. A letter stays chosen while it wanders through the groups (from its own row to the row of its sheet and
 * back), so that a key pressed twice never reaches another letter unseen; only when it has left the desk the next one of
 * its group is shown.
 */
export function useSelection(groups: readonly DeskGroup[]) {
  const [chosen, setChosen] = useState<Chosen>()
  const places = groups.flatMap((group) => group.rows.map((row) => ({ row, group: group.key })))
  const place =
    places.find(({ row }) => row.key === chosen?.key) ??
    places.find(({ row }) => row.line !== null && dossierOf(row) === chosen?.dossier) ??
    places.find(({ group }) => group === chosen?.group) ??
    places.find(({ row }) => row.kind === 'letter') ??
    places[0]
  if (place !== undefined && (place.row.key !== chosen?.key || place.group !== chosen.group))
    setChosen({ key: place.row.key, dossier: dossierOf(place.row), group: place.group })
  return {
    row: place?.row,
    select: (row: DeskRow) =>
      setChosen({ key: row.key, dossier: dossierOf(row), group: chosen?.group ?? 'ready' }),
  }
}
