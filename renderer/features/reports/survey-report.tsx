import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SurveyReportView } from '#contract/satisfaction.ts'
import { decimal } from '#domain/indonesian-numbers.ts'
import { numericDate } from '#domain/indonesian.ts'
import { addMonths, dateParts, officeDateFrom } from '#domain/office-date.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { typeOptions } from '../../lib/type-options.ts'
import { reportWords } from '../../locales/reports.ts'
import { surveyWords } from '../../locales/survey.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Panel, PanelBody, PanelHead, ScreenTitle } from '../../ui/panel.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { ShareBar } from '../../ui/share-bar.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { SpanFields } from '../../ui/span-fields.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { BookForms } from './book-forms.tsx'
import { KnownUntilBar, KnownUntilButton, useKnownUntil } from './known-until.tsx'
import { ReportKinds } from './report-kinds.tsx'
import styles from './reports.module.css'
import { useAddressSpan } from './use-address-span.ts'

const words = surveyWords.report
const allTypes = ''

/** The quarter that has a day, from its first day to that day. */
function quarterUpTo(today: OfficeDate) {
  const { year, month } = dateParts(today)
  const first = officeDateFrom({ year, month: month - ((month - 1) % 3), day: 1 })
  return { from: first.ok ? first.value : addMonths(today, -3), until: today }
}

/** *Survei kepuasan*: the index of a span with each unsur, who answered, and what was suggested. */
export function SurveyReport() {
  const trpc = useTRPC()
  const span = useAddressSpan(quarterUpTo)
  const [type, setType] = useState(allTypes)
  const offers = useQuery(trpc.information.offers.queryOptions()).data ?? []
  const { from, until } = span.days
  const known = useKnownUntil()
  const report = useQuery(
    trpc.satisfaction.report.queryOptions(
      {
        from,
        to: until,
        permitTypeCode: type === allTypes ? null : type,
        asOf: known.asOf,
      },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <ScreenTitle title={reportWords.title} note={<ReportKinds current="survey" />} />
        <div className={styles.bar}>
          <SpanFields span={span} labelAt="left" />
          <SelectField
            label={surveyWords.type}
            labelAt="left"
            width={288}
            value={type}
            options={[{ value: allTypes, label: reportWords.behind.all }, ...typeOptions(offers)]}
            onChange={setType}
          />
          <span className={styles.note} />
          <KnownUntilButton known={known} />
          <BookForms kind="skm" days={{ from, through: until }} asOf={known.asOf} />
        </div>
        <KnownUntilBar known={known} />
        <QueryState
          query={report}
          rows={9}
          widths={[240, 80, 160]}
          failed={reportWords.failed}
          failedAction={reportWords.failedAction}
        >
          {(view) =>
            view.result === null ? (
              <EmptyState title={words.empty}>{words.emptyNote}</EmptyState>
            ) : (
              <Result view={view} result={view.result} />
            )
          }
        </QueryState>
      </div>
    </div>
  )
}

function Result({
  view,
  result,
}: {
  view: SurveyReportView
  result: NonNullable<SurveyReportView['result']>
}) {
  const { timeZone } = useOffice()
  const byMean = view.elements.toSorted((a, b) => a.mean - b.mean)
  const [lowest, highest] = [byMean[0], byMean.at(-1)]
  const enough = view.respondents >= view.sample
  return (
    <div className={styles.day}>
      <Figures
        dense
        label={words.figures}
        figures={[
          {
            name: words.index,
            value: decimal(result.index / 100, 2),
            note: words.band(result.band, result.bandLabel),
          },
          {
            name: words.respondents,
            value: figure(view.respondents),
            note: enough
              ? words.enough(figure(view.served))
              : words.sample(figure(view.sample), figure(view.served)),
            ...(enough ? {} : { tone: 'amber' as const }),
          },
          {
            name: words.highest,
            value: decimal((highest?.mean ?? 0) / 10_000, 2),
            note: highest?.name ?? '',
          },
          {
            name: words.lowest,
            value: decimal((lowest?.mean ?? 0) / 10_000, 2),
            note: lowest?.name ?? '',
          },
        ]}
      />
      <Panel>
        <PanelHead
          title={words.chart}
          note={words.ways(figure(view.ways.screen), figure(view.ways.paper))}
          dense
        />
        <DataTable
          label={words.chart}
          density="dense"
          rows={view.elements}
          rowKey={({ element }) => element}
          columns={[
            { key: 'name', head: words.element, cell: (one) => one.name },
            {
              key: 'bar',
              head: '1–4',
              width: 240,
              cell: (one) => <ShareBar share={(one.mean - 10_000) / 30_000} />,
            },
            { key: 'mean', head: words.mean, width: 84, cell: (one) => decimal(one.mean / 10_000, 4) },
            {
              key: 'quality',
              head: words.quality,
              width: 160,
              cell: (one) => `${one.band}, ${one.bandLabel.toLowerCase()}`,
            },
            ...[0, 1, 2, 3].map((at) => ({
              key: `score-${at}`,
              head: `Nilai ${at + 1}`,
              width: 72,
              cell: (one: SurveyReportView['elements'][number]) => figure(one.scores[at] ?? 0),
            })),
          ]}
        />
      </Panel>
      <div className={styles.pair}>
        <Panel label={words.respondentTable}>
          <PanelHead title={words.respondentTable} dense />
          <PanelBody>
            {view.respondentFacts.map(({ label, values }) => (
              <p key={label} className={styles.fact}>
                <b>{label}</b>{' '}
                {values
                  .filter(({ respondents }) => respondents > 0)
                  .map((one) => `${one.label} ${figure(one.respondents)}`)
                  .join(' · ')}
              </p>
            ))}
            <p className={styles.fact}>
              <b>{words.services}</b>{' '}
              {view.byType.map((one) => `${one.code} ${figure(one.respondents)}`).join(' · ')}
            </p>
          </PanelBody>
        </Panel>
        <Panel label={words.suggestions}>
          <PanelHead title={words.suggestions} dense />
          <PanelBody>
            {view.suggestions.length === 0 && <p className={styles.fact}>{words.noSuggestions}</p>}
            {view.suggestions.map((one, at) => (
              <p key={at} className={styles.fact}>
                {one.text}{' '}
                <span className={styles.note}>
                  {numericDate(officeDateOf(one.hour, timeZone))}, {one.permitTypeCode}
                </span>
              </p>
            ))}
          </PanelBody>
        </Panel>
      </div>
    </div>
  )
}
