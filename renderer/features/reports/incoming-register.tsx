import { useMutation, useQuery } from '@tanstack/react-query'
import type { IncomingRegisterView } from '#contract/report.ts'
import { clockTime, numericDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { reportWords } from '../../locales/reports.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { showToast } from '../../ui/toast.tsx'
import { RegisterFrame, useRegisterSpan } from './register-frame.tsx'

const words = reportWords.incoming
type Line = IncomingRegisterView['lines'][number]

interface IncomingRegisterProps {
  day: OfficeDate
  onOpen?: (applicationId: string) => void
}

/** The register of incoming applications of the day or its month, in the order of their numbers. */
export function IncomingRegister({ day, onOpen }: IncomingRegisterProps) {
  const trpc = useTRPC()
  const { span, setSpan, days } = useRegisterSpan(day, 'day')
  const register = useQuery(trpc.reports.incoming.queryOptions(days))
  const printing = useMutation(
    trpc.reports.printIncoming.mutationOptions({
      onSuccess: () => showToast(words.printing),
      onError: () => showToast(reportWords.registerFrame.printFailed),
    }),
  )
  const { data } = register
  return (
    <RegisterFrame
      span={span}
      onSpan={setSpan}
      longest="month"
      sum={
        data === undefined || data.lines.length === 0
          ? undefined
          : {
              text: words.sum(figure(data.taken), figure(data.voided), figure(data.reserved)),
              gaps: data.gaps,
              complete: data.complete,
            }
      }
      busy={printing.isPending}
      onPrint={() => printing.mutate({ ...days, printerId: null })}
    >
      <QueryState
        query={register}
        widths={[120, 120, 200, 90, 160]}
        failed={words.failed}
        failedAction={words.failedAction}
      >
        {({ lines }) => <Lines lines={lines} {...(onOpen === undefined ? {} : { onOpen })} />}
      </QueryState>
    </RegisterFrame>
  )
}

function Lines({ lines, onOpen }: { lines: readonly Line[]; onOpen?: (applicationId: string) => void }) {
  const { timeZone } = useOffice()
  return (
    <DataTable<Line>
      label={words.tab}
      rows={lines}
      rowKey={(row) => row.number}
      {...(onOpen === undefined
        ? {}
        : { onOpen: ({ applicationId }) => applicationId !== null && onOpen(applicationId) })}
      density="dense"
      columns={[
        { key: 'number', head: words.number, width: 130, nowrap: true, cell: (row) => row.number },
        {
          key: 'at',
          head: words.receivedAt,
          width: 140,
          nowrap: true,
          cell: ({ at }) =>
            `${numericDate(officeDateOf(at, timeZone))} ${clockTime(officeTimeOf(at, timeZone))}`,
        },
        { key: 'holder', head: words.holder, cell: (row) => row.holderName },
        { key: 'type', head: words.type, width: 90, cell: (row) => row.typeCode },
        { key: 'request', head: words.request, width: 176, nowrap: true, cell: (row) => row.kindLabel },
        { key: 'place', head: words.place, cell: (row) => row.facilityName },
        { key: 'note', head: words.note, cell: (row) => row.note },
      ]}
      empty={<EmptyState title={words.empty}>{words.emptyNote}</EmptyState>}
    />
  )
}
