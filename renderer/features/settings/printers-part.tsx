import { IconPlus, IconSearch, IconTerminal2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PrinterView } from '#contract/printers.ts'
import { joinWords } from '#domain/indonesian.ts'
import { documentLabel } from '#domain/wording/application.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { pdfCommandWords } from '../../locales/pdf-command.ts'
import { printerWords } from '../../locales/printers.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { FindDrawer } from './find-drawer.tsx'
import { NextSteps } from './next-steps.tsx'
import { ListPart } from './part-frame.tsx'
import { PdfCommandPane } from './pdf-command-form.tsx'
import { PrintRulesPane } from './print-rules-form.tsx'
import { PrinterForm } from './printer-form.tsx'
import type { PrinterStart } from './printer-form.tsx'
import { PrinterState } from './printer-state.tsx'
import { idOf } from './settings-parts.ts'
import type { Opened, SettingsPartProps } from './settings-parts.ts'

const words = settingsWords.printer

/** A printer that was found is opened under its address, until it is one of the office's. */
const foundAt = 'found '
const isFound = (opened: Opened): opened is { readonly id: string } =>
  opened !== null && opened !== 'new' && opened.id.startsWith(foundAt)

/** The program that prints on Windows; no printer has such an id. */
const commandAt = 'pdf-command'
const isCommand = (opened: Opened): boolean => idOf(opened) === commandAt

/** *Printer*: what the office prints on, how it stands, and which papers each of them takes. */
export function PrintersPart(part: SettingsPartProps) {
  const { opened, onOpen, onSaved, onShow } = part
  const printers = useQuery(useTRPC().administration.printers.queryOptions())
  const [found, setFound] = useState<PrinterStart>()
  const take = (start: PrinterStart) => {
    setFound(start)
    onOpen({ id: `${foundAt}${start.address ?? ''}` })
  }
  const saved = (id: string) => onSaved({ id })
  return (
    <ListPart
      {...part}
      query={printers}
      words={words}
      columns={columns}
      above={
        <>
          <NextSteps onShow={onShow} />
          <span>
            <FindButton onTake={take} />{' '}
            <Button icon={IconTerminal2} onPress={() => onOpen({ id: commandAt })}>
              {pdfCommandWords.open}
            </Button>
          </span>
        </>
      }
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
      unopened={<PrintRulesPane />}
      instead={
        isCommand(opened) ? (
          <PdfCommandPane />
        ) : (
          isFound(opened) && <PrinterForm key={opened.id} printer={null} start={found} onSaved={saved} />
        )
      }
      form={(printer) => (
        <PrinterForm
          // What a test has taught is read anew.
          key={`${printer?.id ?? 'new'} ${printer?.thermal?.learned?.at ?? ''}`}
          printer={printer}
          onSaved={saved}
        />
      )}
    />
  )
}

/** Looks for printers that are there already; the one that is taken opens as a new entry. */
function FindButton({ onTake }: { onTake: (start: PrinterStart) => void }) {
  const [finding, setFinding] = useState(false)
  const open = () => setFinding(true)
  useShortcuts([{ keys: 'Ctrl+I', label: printerWords.find.open, run: open }])
  return (
    <>
      <Button icon={IconSearch} kbd="Ctrl+I" onPress={open}>
        {printerWords.find.open}
      </Button>
      {finding && (
        <FindDrawer
          onClose={() => setFinding(false)}
          onTake={(start) => {
            setFinding(false)
            onTake(start)
          }}
        />
      )}
    </>
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
  { key: 'address', head: heads.address, width: 170, nowrap: true, cell: (one) => one.address },
  {
    key: 'documents',
    head: heads.documents,
    width: 160,
    nowrap: true,
    cell: (one) => <Documents of={one.documents.map(documentLabel)} />,
  },
  { key: 'state', head: heads.state, width: 148, cell: (one) => <PrinterState printer={one} /> },
]
