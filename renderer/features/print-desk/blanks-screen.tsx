import { IconArrowLeft, IconPackageImport, IconPrinter, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { BlankCardView } from '#contract/blanks.ts'
import { isFoundIn } from '#domain/search-tokens.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, shortDayOf } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { passGuard } from '../../lib/unsaved-guard.ts'
import { useSpan } from '../../lib/use-span.ts'
import { blankWords as words } from '../../locales/blanks.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Figures } from '../../ui/figures.tsx'
import { Pane, PaneNote } from '../../ui/pane.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { SpanFilter } from '../../ui/span-filter.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { showToast } from '../../ui/toast.tsx'
import { TwoPanes } from '../../ui/two-panes.tsx'
import { BlankEntryPane } from './blank-entry-pane.tsx'
import { ReceiveForm, SpoilForm } from './blank-forms.tsx'
import { BlanksTable } from './blanks-table.tsx'
import styles from './blanks.module.css'

const mostNamed = 8

type Shown =
  { readonly kind: 'stock' | 'receive' | 'spoil' } | { readonly kind: 'entry'; readonly id: string }

/** *Pencetakan › Blangko*: the card of some days at the left, one of its lines, the stock or a form at the right. */
export function BlanksScreen() {
  const trpc = useTRPC()
  const [, navigate] = useLocation()
  const span = useSpan()
  const [text, setText] = useState('')
  const [shown, setShown] = useState<Shown>({ kind: 'stock' })
  const card = useQuery(trpc.blanks.card.queryOptions(span.days))
  const printing = useMutation(
    trpc.blanks.print.mutationOptions({
      onSuccess: () => showToast(words.printing),
      onError: () => showToast(words.printFailed),
    }),
  )
  const show = (next: Shown) => passGuard(() => setShown(next))
  const print = () => {
    if (!printing.isPending) printing.mutate({ ...span.days, printerId: null })
  }
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: words.keys.choose },
    { keys: 'Ctrl+P', label: words.keys.print, run: print },
    { keys: 'Ctrl+B', label: words.receive.open, run: () => show({ kind: 'receive' }) },
  ])
  const entries = (card.data?.entries ?? []).filter((one) =>
    isFoundIn([one.serial, one.title, one.takenBy, one.reason], text),
  )
  const chosen = shown.kind === 'entry' ? entries.find(({ id }) => id === shown.id) : undefined
  return (
    <TwoPanes
      title={
        <ScreenTitle
          title={words.title}
          note={
            <Button rank="tertiary" icon={IconArrowLeft} onPress={() => passGuard(() => navigate('/'))}>
              {words.back}
            </Button>
          }
          right={
            <>
              <Button icon={IconPrinter} kbd="Ctrl+P" busy={printing.isPending} onPress={print}>
                {words.print}
              </Button>
              <Button icon={IconTrash} onPress={() => show({ kind: 'spoil' })}>
                {words.spoil.open}
              </Button>
              <Button icon={IconPackageImport} kbd="Ctrl+B" onPress={() => show({ kind: 'receive' })}>
                {words.receive.open}
              </Button>
            </>
          }
        />
      }
      above={
        <>
          <SpanFilter find={words.find} findHint={words.findHint} text={text} onText={setText} span={span} />
          {(card.data !== undefined || !card.isError) && <CardFigures card={card.data} />}
        </>
      }
      list={
        <QueryState
          query={card}
          widths={[110, 110, 260, 110]}
          height={49}
          failed={words.failed}
          failedAction={words.failedAction}
        >
          {() => (
            <BlanksTable
              entries={entries}
              searched={text.trim() !== ''}
              selected={chosen?.id}
              onSelect={(id) => show({ kind: 'entry', id })}
            />
          )}
        </QueryState>
      }
      paneName={words.pane}
      pane={
        shown.kind === 'receive' ? (
          <ReceiveForm onDone={() => setShown({ kind: 'stock' })} />
        ) : shown.kind === 'spoil' ? (
          <SpoilForm onDone={() => setShown({ kind: 'stock' })} />
        ) : chosen !== undefined ? (
          <BlankEntryPane
            key={`${chosen.id} ${chosen.state}`}
            entry={chosen}
            numbered={card.data?.numbered === true}
          />
        ) : (
          <StockPane card={card.data} failed={card.isError} />
        )
      }
    />
  )
}

/** The balance, as dashes while it is asked for, and what somebody still has to explain. */
function CardFigures({ card }: { card: BlankCardView | undefined }) {
  const balance = card?.balance
  const unexplained = card?.unexplained ?? []
  const named = unexplained.slice(0, mostNamed).join(', ')
  const more = unexplained.length - mostNamed
  return (
    <>
      <Figures
        dense
        label={words.figuresOf}
        figures={[
          { name: words.figures.opening, value: figure(balance?.opening) },
          { name: words.figures.received, value: figure(balance?.received) },
          {
            name: words.figures.printed,
            value: figure(balance?.printed),
            ...(balance !== undefined && balance.withdrawn > 0
              ? { note: words.withdrawn(figure(balance.withdrawn)) }
              : {}),
          },
          { name: words.figures.spoiled, value: figure(balance?.spoiled) },
          {
            name: words.figures.unknown,
            value: figure(balance?.unknown),
            ...(balance !== undefined && balance.unknown > 0 ? { tone: 'amber' as const } : {}),
          },
          {
            name: words.figures.remaining,
            value: figure(balance?.remaining),
          },
        ]}
      />
      {balance !== undefined && balance.remaining < 0 && (
        <Banner tone="amber" framed>
          {words.notReceived}
        </Banner>
      )}
      {unexplained.length > 0 && (
        <Banner tone="amber" framed>
          {words.unexplained(
            figure(unexplained.length),
            more > 0 ? `${named} ${words.andMore(figure(more))}` : named,
          )}
        </Banner>
      )}
    </>
  )
}

function StockPane({ card, failed }: { card: BlankCardView | undefined; failed: boolean }) {
  const { timeZone } = useOffice()
  if (card === undefined) return failed ? null : <SkeletonRows rows={4} widths={[280]} />
  const { stacks, next } = card
  if (stacks.length === 0)
    return (
      <EmptyState title={words.stockEmpty} top>
        {words.stockEmptyNote}
      </EmptyState>
    )
  return (
    <Pane title={words.stock} note={next === null ? undefined : words.nextIs(next)} label={words.stock}>
      {stacks.map((one) => (
        <div key={one.id} className={styles.stack}>
          <p>{one.text}</p>
          <PaneNote>
            {words.stackLine(figure(one.count), one.receivedBy, shortDayOf(one.receivedAt, timeZone))}
          </PaneNote>
        </div>
      ))}
    </Pane>
  )
}
