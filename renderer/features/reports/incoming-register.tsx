import { useMutation, useQuery } from '@tanstack/react-query'
import { clockTime, numericDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { reportWords } from '../../locales/reports.ts'
import { RegisterFrame, useRegisterSpan } from './register-frame.tsx'

const words = reportWords.incoming

interface IncomingRegisterProps {
  day: OfficeDate
  onOpen?: (applicationId: string) => void
}

/** The register of incoming applications of the day or its month, in the order of their numbers. */
export function IncomingRegister({ day, onOpen }: IncomingRegisterProps) {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const span = useRegisterSpan(day, 'day')
  const register = useQuery(trpc.reports.incoming.queryOptions(span.days))
  return (
    <RegisterFrame
      words={words}
      span={span}
      longest="month"
      register={register}
      printing={useMutation(trpc.reports.printIncoming.mutationOptions())}
      sum={(view) => words.sum(figure(view.taken), figure(view.voided), figure(view.reserved))}
      rowKey={(row) => row.number}
      dossierOf={(row) => row.applicationId}
      onOpen={onOpen}
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
    />
  )
}
