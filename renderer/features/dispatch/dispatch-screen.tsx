import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearch } from 'wouter'
import type { DispatchView } from '#contract/dispatch.ts'
import type { DispatchForm as FormValues } from '#domain/dispatch.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useScan } from '../../lib/keyboard/scan.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { passGuard } from '../../lib/unsaved-guard.ts'
import { dispatchWords as words } from '../../locales/dispatch.ts'
import { Button } from '../../ui/button.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { SpanFilter } from '../../ui/span-filter.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { showToast } from '../../ui/toast.tsx'
import { TwoPanes } from '../../ui/two-panes.tsx'
import { DispatchForm } from './dispatch-form.tsx'
import { DispatchPane } from './dispatch-pane.tsx'
import { DispatchTable } from './dispatch-table.tsx'
import { linesShown, useDispatchFilter, type Which } from './use-dispatch-filter.ts'

const whichOnes: readonly Which[] = ['open', 'received', 'all']

/** *Buku Ekspedisi*: what left the office by hand, at the left; one of them, or a new one, at the right. */
export function DispatchScreen() {
  const trpc = useTRPC()
  const asked = new URLSearchParams(useSearch()).get('berkas')
  const [applicationId, setApplicationId] = useState(asked)
  const filter = useDispatchFilter()
  const [opened, setOpened] = useState<string | null>(null)
  const [isNew, setNew] = useState(applicationId !== null)
  const list = useQuery(trpc.dispatch.list.queryOptions(filter.span.days))
  const offer = useQuery(
    trpc.dispatch.ofDossier.queryOptions(
      { applicationId: applicationId ?? '' },
      { enabled: applicationId !== null },
    ),
  )
  const printing = useMutation(
    trpc.dispatch.print.mutationOptions({
      onSuccess: () => showToast(words.printing),
      onError: () => showToast(words.printFailed),
    }),
  )
  const lines = list.data?.lines ?? []
  const shown = linesShown(lines, filter)
  const chosen = lines.find((one) => one.id === opened)
  const choose = (id: string) =>
    passGuard(() => {
      setNew(false)
      setOpened(id)
    })
  const add = () =>
    passGuard(() => {
      setOpened(null)
      setApplicationId(null)
      setNew(true)
    })
  const print = () => {
    if (!printing.isPending) printing.mutate({ ...filter.span.days, printerId: null })
  }
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: words.keys.choose },
    { keys: 'Ctrl+B', label: words.add, run: add },
    { keys: 'Ctrl+P', label: words.keys.print, run: print },
  ])
  useScan((text) => {
    const found = lines.find((one) => one.number === text.trim().toUpperCase())
    if (!found) return false
    choose(found.id)
    return true
  })
  return (
    <TwoPanes
      title={
        <ScreenTitle
          title={words.title}
          note={
            <Segmented
              label={words.which}
              current={filter.which}
              onChange={(key) => filter.setWhich(whichOnes.find((one) => one === key) ?? 'open')}
              tabs={whichOnes.map((key) => ({
                key,
                name: words.views[key],
                ...(list.data ? { count: figure(linesShown(lines, { ...filter, which: key }).length) } : {}),
              }))}
            />
          }
          right={
            <>
              <Button icon={IconPrinter} kbd="Ctrl+P" busy={printing.isPending} onPress={print}>
                {words.print}
              </Button>
              <Button icon={IconPlus} kbd="Ctrl+B" onPress={add}>
                {words.add}
              </Button>
            </>
          }
        />
      }
      above={<SpanFilter find={words.find} text={filter.text} onText={filter.setText} span={filter.span} />}
      list={
        <QueryState
          query={list}
          widths={[120, 220, 160, 110]}
          height={49}
          failed={words.failed}
          failedAction={words.failedAction}
        >
          {() => (
            <DispatchTable
              lines={shown}
              nothingOpen={filter.which === 'open' && filter.text.trim() === ''}
              selected={isNew ? undefined : opened}
              onSelect={choose}
            />
          )}
        </QueryState>
      }
      paneName={words.pane}
      pane={
        isNew ? (
          <NewPane
            waiting={applicationId !== null && offer.isPending}
            initial={applicationId === null ? null : (offer.data?.form ?? null)}
            recipients={list.data?.recipients ?? []}
            bringers={list.data?.bringers ?? []}
            onSaved={(line) => {
              showToast(words.saved(line.number))
              setNew(false)
              setApplicationId(null)
              setOpened(line.id)
            }}
          />
        ) : chosen === undefined ? (
          <EmptyState title={words.choose} top>
            {words.chooseNote}
          </EmptyState>
        ) : (
          <DispatchPane
            key={`${chosen.id} ${chosen.state}`}
            line={chosen}
            confirmWithinDays={list.data?.confirmWithinDays ?? 0}
          />
        )
      }
    />
  )
}

interface NewPaneProps {
  /** The dossier that it is about is still being asked for. */
  waiting: boolean
  initial: FormValues | null
  recipients: readonly string[]
  bringers: readonly string[]
  onSaved: (line: DispatchView) => void
}

function NewPane({ waiting, ...props }: NewPaneProps) {
  return waiting ? (
    <SkeletonRows rows={5} widths={[280]} />
  ) : (
    <DispatchForm key={props.initial?.registrationNumber ?? 'empty'} {...props} />
  )
}
