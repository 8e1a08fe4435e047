import { useMutation, useQuery } from '@tanstack/react-query'
import { numericDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { legalisationWords } from '../../locales/legalisations.ts'
import { StatusMark } from '../../ui/status.tsx'
import { RegisterFrame, useRegisterSpan } from './register-frame.tsx'

const words = legalisationWords.register

interface LegalisationRegisterProps {
  day: OfficeDate
  onOpen?: (applicationId: string) => void
}

/** The register of legalisations of the day, its month or its year, with the check of its numbers. */
export function LegalisationRegister({ day, onOpen }: LegalisationRegisterProps) {
  const trpc = useTRPC()
  const span = useRegisterSpan(day, 'month')
  const register = useQuery(trpc.legalisations.register.queryOptions(span.days))
  return (
    <RegisterFrame
      words={words}
      span={span}
      longest="year"
      register={register}
      printing={useMutation(trpc.legalisations.printRegister.mutationOptions())}
      sum={(view) => words.sum(figure(view.lines.length), figure(view.sheets), figure(view.voided))}
      rowKey={(row) => row.id}
      dossierOf={(row) => row.applicationId}
      onOpen={onOpen}
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
    />
  )
}
