import type { AlarmsView } from '#contract/time.ts'
import { alarmKinds, type AlarmKind } from '#domain/limit-alarm.ts'

type Row = Pick<AlarmsView['rows'][number], 'alarms'>

export const sounds = ({ alarms }: Row, kind: AlarmKind): boolean => alarms.some((one) => one.kind === kind)

/** How many dossiers each kind of alarm sounds at; one dossier may count in several. */
export function countAlarms(rows: readonly Row[]): Readonly<Record<AlarmKind, number>> {
  const counts = alarmKinds.map((kind) => [kind, rows.filter((row) => sounds(row, kind)).length] as const)
  return Object.fromEntries(counts) as Record<AlarmKind, number>
}

export const alarmMeaning = (kind: AlarmKind): 'late' | 'soon' =>
  kind === 'near' || kind === 'automatic' ? 'soon' : 'late'
