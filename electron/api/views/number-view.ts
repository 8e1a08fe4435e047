import { numberText, runningScopes, usedElsewhere, type RunningScope } from '#domain/number-start.ts'
import type { NumberStart } from '#domain/number-start.ts'
import { monthNames } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { NumberSeries } from '#domain/profile.ts'
import { documentLabel } from '#domain/wording/application.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import type { FoundNumberView, NumberStartView, RunningSeriesView, SeriesView } from '#contract/numbers.ts'
import type { FoundNumber, NumberFigures, NumberSequence } from '#ports/queries.ts'
import type { Office } from '#services/office.ts'

/** How a number looks around its serial. The serial is told apart by writing two that differ in length. */
function looksOf(scope: RunningScope, day: OfficeDate): RunningSeriesView['looks'] {
  const marker = 987_654_321
  const text = numberText(scope, day, marker)
  const at = text.indexOf(String(marker))
  const before = text.slice(0, at)
  const after = text.slice(at + String(marker).length)
  const width = numberText(scope, day, 1).length - before.length - after.length
  return { before, after, width }
}

function typeOf({ types }: Pick<Office, 'types'>, code: string | null): SeriesView['type'] {
  if (code === null) return null
  return { code, name: types.find((one) => one.code === code)?.name ?? code }
}

const yearWords = (year: string): string => `Tahun ${year}`

/** `2026` → *Tahun 2026*, `2026-03` → *Maret 2026*, `all` → *Tanpa batas*. */
function scopeLabel(series: Pick<NumberSeries, 'scope'>, scope: string): string {
  switch (series.scope) {
    case 'all':
    case 'type':
      return 'Berlanjut terus'
    case 'year':
      return yearWords(scope)
    case 'type-year':
      return yearWords(scope.split('/').at(-1) ?? scope)
    case 'month': {
      const [year = '', month = ''] = scope.split('-')
      return `${monthNames[Number(month) - 1] ?? month} ${year}`
    }
  }
}

/** What the wizard asks: every series that counts today. */
export const runningSeriesView = (
  office: Pick<Office, 'profile' | 'types'>,
  day: OfficeDate,
): RunningSeriesView[] =>
  runningScopes(office.profile, office.types, day).map((one) => ({
    series: one.series.code,
    scope: one.scope,
    label: one.series.label,
    type: typeOf(office, one.typeCode),
    scopeLabel: scopeLabel(one.series, one.scope),
    looks: looksOf(one, day),
  }))

interface Known {
  readonly sequences: readonly NumberSequence[]
  readonly figures: readonly NumberFigures[]
  readonly starts: readonly NumberStart[]
}

/** Series of today in the profile's order, and behind them the scopes of former days, the latest first. */
export function seriesViews(
  office: Pick<Office, 'profile' | 'types'>,
  day: OfficeDate,
  known: Known,
): SeriesView[] {
  const { series } = office.profile
  const running = runningScopes(office.profile, office.types, day)
  const isRunning = (code: string, scope: string): boolean =>
    running.some((one) => one.series.code === code && one.scope === scope)
  const former = known.sequences
    .filter((one) => !isRunning(one.series, one.scope))
    .sort((a, b) => (a.scope < b.scope ? 1 : -1))
    .map(({ series: code, scope }) => {
      const own = series.find((one) => one.code === code)
      const byType = own?.scope === 'type' || own?.scope === 'type-year'
      const [typeCode = scope] = scope.split('/')
      return { code, own, scope, typeCode: byType ? typeCode : null, runs: null }
    })
  const all = [
    ...running.map((one) => ({
      code: one.series.code,
      own: one.series,
      scope: one.scope,
      typeCode: one.typeCode,
      runs: one,
    })),
    ...former,
  ]
  return all.map(({ code, own, scope, typeCode, runs }) => {
    const here = <Item extends { readonly series: string; readonly scope: string }>(items: readonly Item[]) =>
      items.filter((one) => one.series === code && one.scope === scope)
    const last = here(known.sequences)[0]?.lastSerial ?? 0
    const figures = here(known.figures)[0]
    return {
      series: code,
      scope,
      label: own?.label ?? code,
      type: typeOf(office, typeCode),
      scopeLabel: own ? scopeLabel(own, scope) : scope,
      pattern: own?.pattern ?? '',
      running: runs !== null,
      last,
      next: runs && numberText(runs, day, last + 1),
      looks: runs && looksOf(runs, day),
      given: figures?.given ?? 0,
      today: figures?.inSpan ?? 0,
      voided: figures?.voided ?? 0,
      elsewhere: [...usedElsewhere(here(known.starts))],
    }
  })
}

export const startView = (start: NumberStart): NumberStartView => ({
  id: start.id,
  before: start.before,
  last: start.last,
  reason: start.reason,
  by: start.by.name,
  at: start.at,
})

export const foundNumberView = (line: FoundNumber): FoundNumberView => ({
  key: `${line.series} ${line.text}`,
  text: line.text,
  documentLabel:
    line.document === 'registration' ? 'Permohonan' : documentLabel(line.document as DocumentKind),
  dossier:
    line.registrationNumber === null
      ? null
      : {
          applicationId: line.applicationId,
          registrationNumber: line.registrationNumber,
          holderName: line.holderName ?? '',
        },
  reserved: line.registrationNumber === null && line.document === 'receipt',
  takenAt: line.takenAt,
  voided:
    line.voidedAt === null ? null : { at: line.voidedAt, reason: line.voidReason ?? '', by: line.voidedBy },
})
