import { IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LegalisationRegisterView } from '#contract/legalisations.ts'
import { numericDate } from '#domain/indonesian.ts'
import { officeDate, type OfficeDate } from '#domain/office-date.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { legalisationWords } from '../../locales/legalisations.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './reports.module.css'

const words = legalisationWords.register

type Span = keyof typeof words.spans
const spans: readonly Span[] = ['day', 'month', 'year']
type Line = LegalisationRegisterView['lines'][number]

/** From the first of the month or year up to the day of the report. */
const fromOf = (span: Span, day: OfficeDate): OfficeDate =>
  span === 'day' ? day : officeDate(span === 'month' ? `${day.slice(0, 8)}01` : `${day.slice(0, 5)}01-01`)

interface LegalisationRegisterProps {
  day: OfficeDate
  onOpen?: (applicationId: string) => void
}

/** The register of legalisations of the day, its month or its year, with the check of its numbers. */
export function LegalisationRegister({ day, onOpen }: LegalisationRegisterProps) {
  const trpc = useTRPC()
  const [span, setSpan] = useState<Span>('month')
  const days = { from: fromOf(span, day), until: day }
  const register = useQuery(trpc.legalisations.register.queryOptions(days))
  const printing = useMutation(
    trpc.legalisations.printRegister.mutationOptions({
      onSuccess: () => showToast(words.printing),
      onError: () => showToast(words.printFailed),
    }),
  )
  return (
    <>
      <div className={styles.registerBar}>
        <Segmented
          dense
          label={words.span}
          tabs={spans.map((key) => ({ key, name: words.spans[key] }))}
          current={span}
          onChange={(key) => setSpan(spans.find((one) => one === key) ?? 'month')}
        />
        <span className={styles.note} role="status">
          {register.data !== undefined &&
            register.data.lines.length > 0 &&
            words.sum(
              figure(register.data.lines.length),
              figure(register.data.sheets),
              figure(register.data.voided),
            )}
        </span>
        {register.data !== undefined && register.data.lines.length > 0 && (
          <StatusMark meaning={register.data.complete ? 'done' : 'fault'}>{register.data.gaps}</StatusMark>
        )}
        <Button
          size="row"
          icon={IconPrinter}
          busy={printing.isPending}
          onPress={() => printing.mutate({ ...days, printerId: null })}
        >
          {words.print}
        </Button>
      </div>
      <QueryState
        query={register}
        widths={[200, 90, 200, 160]}
        failed={words.failed}
        failedAction={words.failedAction}
      >
        {({ lines }) => <Lines lines={lines} {...(onOpen === undefined ? {} : { onOpen })} />}
      </QueryState>
    </>
  )
}

function Lines({ lines, onOpen }: { lines: readonly Line[]; onOpen?: LegalisationRegisterProps['onOpen'] }) {
  return (
    <DataTable<Line>
      label={words.tab}
      rows={lines}
      rowKey={(row) => row.id}
      {...(onOpen === undefined ? {} : { onOpen: (row) => onOpen(row.applicationId) })}
      density="dense"
      columns={[
        { key: 'number', head: words.number, width: 240, nowrap: true, cell: (row) => row.number },
        { key: 'day', head: words.day, width: 92, nowrap: true, cell: (row) => numericDate(row.issuedOn) },
        { key: 'permit', head: words.permit, width: 190, cell: (row) => row.permitNumber },
        { key: 'holder', head: words.holder, cell: (row) => row.holderName },
        { key: 'copies', head: words.copies, width: 68, cell: (row) => figure(row.copies) },
        { key: 'signer', head: words.signer, cell: (row) => row.signer },
        { key: 'clerk', head: words.clerk, width: 120, cell: (row) => row.by },
        {
          key: 'note',
          head: words.note,
          cell: ({ voided }) =>
            voided === null ? (
              ''
            ) : (
              <>
                <StatusMark meaning="refused">{words.void}</StatusMark>
                <div>{voided.reason}</div>
              </>
            ),
        },
      ]}
      empty={<EmptyState title={words.empty}>{words.emptyNote}</EmptyState>}
    />
  )
}
