import { useQuery } from '@tanstack/react-query'
import type { OfficePaperView, PapersView, PrinterLoadView } from '#contract/papers.ts'
import { documentLabel } from '#domain/wording/application.ts'
import { sizeWords } from '#domain/wording/office-papers.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { paperWords as words } from '../../locales/papers.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { PaperForm } from './paper-form.tsx'
import { OneOf, PartFrame } from './part-frame.tsx'
import { PrinterLoadForm } from './printer-load-form.tsx'
import { idOf } from './settings-parts.ts'
import type { SettingsPartProps } from './settings-parts.ts'

/** A paper, or what a printer holds. */
interface Line {
  readonly id: string
  readonly name: string
  readonly size: string
  readonly use: string
  readonly of: { readonly paper: OfficePaperView } | { readonly printer: PrinterLoadView }
}

/** *Kertas*: the office's sheets in exact millimetres, what is printed on each, and where it lies in each printer. */
export function PapersPart({ title, opened, onOpen, onSaved }: SettingsPartProps) {
  const papers = useQuery(useTRPC().papers.list.queryOptions())
  const view = papers.data
  const lines = view && [...view.papers.map(paperLine), ...view.printers.map(printerLine)]
  return (
    <PartFrame
      title={title}
      onOpen={onOpen}
      query={papers}
      add={words.add}
      list={() => (
        <DataTable
          label={words.list}
          columns={columns}
          groups={[
            { key: 'papers', title: words.papers, rows: (lines ?? []).filter(({ of }) => 'paper' in of) },
            {
              key: 'printers',
              title: words.printers,
              rows: (lines ?? []).filter(({ of }) => 'printer' in of),
            },
          ].filter(({ rows }) => rows.length > 0)}
          rowKey={({ id }) => id}
          selected={idOf(opened)}
          onSelect={({ id }) => onOpen({ id })}
        />
      )}
      pane={
        view === undefined || opened === null ? (
          <EmptyState title={words.choose} top>
            {words.chooseNote}
          </EmptyState>
        ) : (
          <OneOf
            opened={opened}
            among={lines}
            title={words.choose}
            note={words.chooseNote}
            draw={(line) => <PaperPane line={line} view={view} onSaved={onSaved} />}
          />
        )
      }
    />
  )
}

interface PaperPaneProps {
  line: Line | null
  view: PapersView
  onSaved: SettingsPartProps['onSaved']
}

/** What a colleague or another form has changed is read anew. */
function PaperPane({ line, view, onSaved }: PaperPaneProps) {
  if (line !== null && 'printer' in line.of) {
    const { printer } = line.of
    return (
      <PrinterLoadForm
        key={`${printer.printerId} ${printer.changedAt ?? ''}`}
        load={printer}
        papers={view.papers}
      />
    )
  }
  const paper = line === null ? null : 'paper' in line.of ? line.of.paper : null
  return (
    <PaperForm
      key={paper === null ? 'new' : `${paper.id} ${paper.changedAt ?? ''}`}
      paper={paper}
      papers={view.papers}
      onSaved={onSaved}
    />
  )
}

const shortened = ([first, ...more]: readonly string[]): string | undefined =>
  first === undefined || more.length === 0 ? first : words.andMore(first, figure(more.length))

const paperLine = (paper: OfficePaperView): Line => ({
  id: paper.id,
  name: paper.name,
  size: sizeWords(paper),
  use: shortened(paper.documents.map(documentLabel)) ?? words.unused,
  of: { paper },
})

const printerLine = (printer: PrinterLoadView): Line => ({
  id: `printer ${printer.printerId}`,
  name: printer.name,
  size:
    printer.kind === 'thermal'
      ? words.roll
      : printer.trays.length === 0
        ? words.defaultTray
        : words.trayCount(figure(printer.trays.length)),
  use:
    shortened(
      printer.copies.map(({ document, copies }) => words.copiesOf(documentLabel(document), figure(copies))),
    ) ?? '–',
  of: { printer },
})

const { heads } = words
const columns: readonly Column<Line>[] = [
  { key: 'name', head: heads.name, cell: (one) => one.name },
  { key: 'size', head: heads.size, width: 170, nowrap: true, cell: (one) => one.size },
  { key: 'use', head: heads.use, width: 260, cell: (one) => one.use },
]
