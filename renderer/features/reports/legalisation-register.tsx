import { useMutation, useQuery } from '@tanstack/react-query'
import type { LegalisationRegisterView } from '#contract/legalisations.ts'
import { numericDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { legalisationWords } from '../../locales/legalisations.ts'
import { reportWords } from '../../locales/reports.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { showToast } from '../../ui/toast.tsx'
import { RegisterFrame, useRegisterSpan } from './register-frame.tsx'

const words = legalisationWords.register

type Line = LegalisationRegisterView['lines'][number]

interface LegalisationRegisterProps {
  day: OfficeDate
  onOpen?: (applicationId: string) => void
}

/** The register of legalisations of the day, its month or its year, with the check of its numbers. */
export function LegalisationRegister({ day, onOpen }: LegalisationRegisterProps) {
  const trpc = useTRPC()
  const { span, setSpan, days } = useRegisterSpan(day, 'month')
  const register = useQuery(trpc.legalisations.register.queryOptions(days))
  const printing = useMutation(
    trpc.legalisations.printRegister.mutationOptions({
      onSuccess: () => showToast(words.printing),
      onError: () => showToast(reportWords.registerFrame.printFailed),
    }),
  )
  const { data } = register
  return (
    <RegisterFrame
      span={span}
      onSpan={setSpan}
      longest="year"
      sum={
        data === undefined || data.lines.length === 0
          ? undefined
          : {
              text: words.sum(figure(data.lines.length), figure(data.sheets), figure(data.voided)),
              gaps: data.gaps,
              complete: data.complete,
            }
      }
      busy={printing.isPending}
      onPrint={() => printing.mutate({ ...days, printerId: null })}
    >
      <QueryState
        query={register}
        widths={[200, 90, 200, 160]}
        failed={words.failed}
        failedAction={words.failedAction}
      >
        {({ lines }) => <Lines lines={lines} {...(onOpen === undefined ? {} : { onOpen })} />}
      </QueryState>
    </RegisterFrame>
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
