import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { joinWords } from '#domain/indonesian.ts'
import { documentLabel } from '#domain/wording/application.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { ActiveMark } from './active-mark.tsx'
import { NextSteps } from './next-steps.tsx'
import { OneOf, PartFrame } from './part-frame.tsx'
import { PrinterForm } from './printer-form.tsx'
import type { PrinterView } from './printer-form.tsx'
import { idOf } from './settings-parts.ts'
import type { SettingsPartProps } from './settings-parts.ts'

const words = settingsWords.printer

/** *Printer*: what the office prints on, and which papers each of them takes. */
export function PrintersPart({ opened, onOpen, onSaved, onShow, title }: SettingsPartProps) {
  const printers = useQuery(useTRPC().administration.printers.queryOptions())
  return (
    <PartFrame
      title={title}
      onOpen={onOpen}
      query={printers}
      add={words.add}
      above={<NextSteps onShow={onShow} />}
      list={(list) => (
        <DataTable
          label={words.list}
          columns={columns}
          rows={list}
          rowKey={({ id }) => id}
          selected={idOf(opened)}
          onSelect={({ id }) => onOpen({ id })}
          empty={
            <EmptyState
              title={words.none}
              actions={
                <Button icon={IconPlus} onPress={() => onOpen('new')}>
                  {words.add}
                </Button>
              }
            >
              {words.noneNote}
            </EmptyState>
          }
        />
      )}
      pane={
        <OneOf
          opened={opened}
          among={printers.data}
          title={words.choose}
          note={words.chooseNote}
          draw={(printer) => (
            <PrinterForm key={printer?.id ?? 'new'} printer={printer} onSaved={(id) => onSaved({ id })} />
          )}
        />
      }
    />
  )
}

/** The first of them fits the column; all of them stand in the pane. */
function Documents({ of: [first, ...more] }: { of: readonly string[] }) {
  if (first === undefined) return words.noDocuments
  if (more.length === 0) return first
  return <span title={joinWords([first, ...more])}>{words.andMore(first, figure(more.length))}</span>
}

const { heads, kinds } = words
const columns: readonly Column<PrinterView>[] = [
  { key: 'name', head: heads.name, cell: (one) => one.name },
  { key: 'kind', head: heads.kind, width: 76, cell: (one) => kinds[one.kind] },
  { key: 'address', head: heads.address, width: 180, nowrap: true, cell: (one) => one.address },
  {
    key: 'documents',
    head: heads.documents,
    width: 160,
    nowrap: true,
    cell: (one) => <Documents of={one.documents.map(documentLabel)} />,
  },
  { key: 'state', head: heads.state, width: 104, cell: (one) => <ActiveMark active={one.active} /> },
]
