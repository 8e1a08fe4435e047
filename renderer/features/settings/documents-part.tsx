import { IconMaximize } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SampleView } from '#contract/papers.ts'
import { longDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { documentLabel } from '#domain/wording/application.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { documentWords as words } from '../../locales/documents.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { LazyPdfView } from '../../ui/lazy-pdf-view.tsx'
import { Pane } from '../../ui/pane.tsx'
import { ComboboxField } from '../../ui/select-field.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { BookBar } from './book-bar.tsx'
import { PartFrame } from './part-frame.tsx'
import styles from './settings.module.css'
import { idOf } from './settings-parts.ts'
import type { SettingsPartProps } from './settings-parts.ts'
import { useBook } from './use-book.ts'

/** *Dokumen*: what each of the office's papers looks like on a day, with invented data and the mark CONTOH. */
export function DocumentsPart({ title, opened, onOpen }: SettingsPartProps) {
  const trpc = useTRPC()
  const book = useBook('types')
  const { on } = book
  const types = book.types.data?.types ?? []
  const [chosen, setChosen] = useState<string>()
  const code = types.some((one) => one.code === chosen) ? chosen : types[0]?.code
  const samples = useQuery(
    trpc.papers.samples.queryOptions(
      { code: code ?? '', on },
      { enabled: code !== undefined, placeholderData: keepPreviousData },
    ),
  )
  const sample = samples.data?.find(({ kind }) => kind === idOf(opened))
  return (
    <PartFrame
      title={title}
      onOpen={onOpen}
      query={samples}
      above={
        <>
          <BookBar typed={book.typed} onTyped={book.setTyped} file={book.file} />
          <ComboboxField
            label={words.type}
            width={420}
            value={code ?? null}
            options={types.map((one) => ({ value: one.code, label: one.name, code: one.code }))}
            onChange={setChosen}
          />
        </>
      }
      list={(list) => (
        <DataTable
          label={words.list}
          columns={columns}
          groups={groupsOf(list)}
          rowKey={({ kind }) => kind}
          selected={idOf(opened)}
          onSelect={({ kind }) => onOpen({ id: kind })}
          empty={
            <EmptyState title={words.none} top>
              {words.noneNote}
            </EmptyState>
          }
        />
      )}
      pane={
        sample === undefined || code === undefined ? (
          <EmptyState title={words.choose} top>
            {words.chooseNote}
          </EmptyState>
        ) : (
          <SamplePane key={`${sample.kind} ${code} ${on}`} sample={sample} code={code} on={on} />
        )
      }
    />
  )
}

const groupsOf = (samples: readonly SampleView[]) =>
  words.groups
    .map(({ title, kinds }) => ({
      key: title,
      title,
      rows: kinds.flatMap((kind) => samples.filter((one) => one.kind === kind)),
    }))
    .filter(({ rows }) => rows.length > 0)

interface SamplePaneProps {
  sample: SampleView
  code: string
  on: OfficeDate
}

/** The paper itself, small; and large in a drawer. */
function SamplePane({ sample: { kind, lacking }, code, on }: SamplePaneProps) {
  const [large, setLarge] = useState(false)
  const title = words.sampleOf(documentLabel(kind), longDate(on))
  const view = (
    <LazyPdfView
      url={`/files/sample-of/${kind}/${encodeURIComponent(code)}/${on}.pdf`}
      title={title}
      paper=""
    />
  )
  if (lacking !== null)
    return (
      <Pane title={documentLabel(kind)}>
        <Banner tone="amber" framed>
          {lacking}
        </Banner>
      </Pane>
    )
  return (
    <Pane title={documentLabel(kind)}>
      <p className={styles.note}>{words.note}</p>
      <span>
        <Button icon={IconMaximize} onPress={() => setLarge(true)}>
          {words.large}
        </Button>
      </span>
      {view}
      {large && (
        <Drawer opened title={title} width={820} onClose={() => setLarge(false)}>
          {view}
        </Drawer>
      )}
    </Pane>
  )
}

const columns: readonly Column<SampleView>[] = [
  { key: 'name', head: words.heads.name, cell: ({ kind }) => documentLabel(kind) },
  { key: 'paper', head: words.heads.paper, width: 260, cell: (one) => one.paper },
]
