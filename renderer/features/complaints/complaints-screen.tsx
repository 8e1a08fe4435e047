import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { hasWords } from '../../lib/has-words.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { passGuard } from '../../lib/unsaved-guard.ts'
import { complaintWords as words } from '../../locales/complaints.ts'
import { Button } from '../../ui/button.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { SpanFilter } from '../../ui/span-filter.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { showToast } from '../../ui/toast.tsx'
import { TwoPanes } from '../../ui/two-panes.tsx'
import { ComplaintForm } from './complaint-form.tsx'
import { ComplaintPane } from './complaint-pane.tsx'
import { ComplaintTable, ConsultationTable } from './complaint-table.tsx'
import { complaintsShown, complaintViews, useComplaintFilter } from './use-complaint-filter.ts'

/** *Pengaduan & Konsultasi*: complaints by how far they are, or what was asked; one complaint, or a new one, at the right. */
export function ComplaintsScreen() {
  const trpc = useTRPC()
  const filter = useComplaintFilter()
  // A figure of the reports opens one of those behind it.
  const [search] = useSearchParams()
  const [opened, setOpened] = useState(search.get('buka'))
  const [isNew, setNew] = useState(false)
  const list = useQuery(trpc.complaints.list.queryOptions(filter.span.days))
  const rule = useQuery(trpc.complaints.rule.queryOptions()).data
  const lines = list.data?.lines ?? []
  const asked = (list.data?.consultations ?? []).filter((one) =>
    hasWords([one.permitTypeCode, one.kindLabel, one.question ?? '', one.by].join(' '), filter.text),
  )
  const counts = {
    open: complaintsShown(lines, 'open', filter.text).length,
    settled: complaintsShown(lines, 'settled', filter.text).length,
    consultations: asked.length,
  }
  const choose = (id: string) =>
    passGuard(() => {
      setNew(false)
      setOpened(id)
    })
  const add = () =>
    passGuard(() => {
      setOpened(null)
      setNew(true)
      if (filter.which === 'consultations') filter.setWhich('open')
    })
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: words.keys.choose },
    { keys: 'Ctrl+B', label: words.add, run: add },
  ])
  return (
    <TwoPanes
      title={
        <ScreenTitle
          title={words.title}
          note={
            <Segmented
              label={words.which}
              current={filter.which}
              onChange={(key) =>
                passGuard(() => {
                  setNew(false)
                  filter.setWhich(complaintViews.find((one) => one === key) ?? 'open')
                })
              }
              tabs={complaintViews.map((key) => ({
                key,
                name: words.views[key],
                ...(list.data ? { count: figure(counts[key]) } : {}),
              }))}
            />
          }
          right={
            <Button icon={IconPlus} kbd="Ctrl+B" onPress={add}>
              {words.add}
            </Button>
          }
        />
      }
      above={<SpanFilter find={words.find} text={filter.text} onText={filter.setText} span={filter.span} />}
      list={
        <QueryState
          query={list}
          widths={[120, 260, 140, 130]}
          height={49}
          failed={words.failed}
          failedAction={words.failedAction}
        >
          {() =>
            filter.which === 'consultations' ? (
              <ConsultationTable lines={asked} />
            ) : (
              <ComplaintTable
                lines={complaintsShown(lines, filter.which, filter.text)}
                nothingOpen={filter.which === 'open' && filter.text.trim() === ''}
                selected={isNew ? undefined : opened}
                onSelect={choose}
              />
            )
          }
        </QueryState>
      }
      paneName={words.pane}
      pane={
        isNew && rule !== undefined ? (
          <ComplaintForm
            rule={rule}
            onSaved={({ id, number }) => {
              showToast(words.saved(number))
              setNew(false)
              setOpened(id)
            }}
          />
        ) : filter.which === 'consultations' ? (
          <EmptyState title={words.asked} top>
            {words.consultationsNote}
          </EmptyState>
        ) : opened === null ? (
          <EmptyState title={words.choose} top>
            {words.chooseNote}
          </EmptyState>
        ) : (
          <OpenedPane key={opened} id={opened} />
        )
      }
    />
  )
}

/** What tells of a person comes only with the one complaint that is opened. */
function OpenedPane({ id }: { id: string }) {
  const trpc = useTRPC()
  const complaint = useQuery(trpc.complaints.get.queryOptions({ id })).data
  const rule = useQuery(trpc.complaints.rule.queryOptions()).data
  if (complaint === null) return <EmptyState title={words.none}>{words.failedAction}</EmptyState>
  if (complaint === undefined || rule === undefined) return <SkeletonRows rows={6} widths={[280]} />
  return <ComplaintPane complaint={complaint} rule={rule} />
}
