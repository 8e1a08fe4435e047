import { IconArrowLeft, IconPackageImport, IconPrinter, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { BlankCardView } from '#contract/blanks.ts'
import { numericDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { isFoundIn } from '#domain/search-tokens.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure, fullMomentOf, pageMoment } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { passGuard } from '../../lib/unsaved-guard.ts'
import { blankWords as words } from '../../locales/blanks.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Figures } from '../../ui/figures.tsx'
import { PanelHead, ScreenTitle } from '../../ui/panel.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { TwoPanes } from '../../ui/two-panes.tsx'
import { BlankEntryPane } from './blank-entry-pane.tsx'
import { ReceiveForm, SpoilForm } from './blank-forms.tsx'
import { BlanksTable } from './blanks-table.tsx'
import styles from './blanks.module.css'

const mostNamed = 8

type Shown =
  { readonly kind: 'stock' | 'receive' | 'spoil' } | { readonly kind: 'entry'; readonly id: string }

/** The days of the card; a day that cannot be read leaves the last one that could. */
function useSpan() {
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const [typed, setTyped] = useState({ from: numericDate(today), until: numericDate(today) })
  const [span, setSpan] = useState<{ from: OfficeDate; until: OfficeDate }>({ from: today, until: today })
  const setDay = (key: 'from' | 'until', day: string) => {
    setTyped((now) => ({ ...now, [key]: day }))
    const read = parseTypedDate(day)
    if (read.ok) setSpan((now) => ({ ...now, [key]: read.value }))
  }
  return { today, typed, span, setDay }
}

/** *Pencetakan › Blangko*: the card of some days at the left, one of its lines, the stock or a form at the right. */
export function BlanksScreen() {
  const trpc = useTRPC()
  const [, navigate] = useLocation()
  const { timeZone } = useOffice()
  const { today, typed, span, setDay } = useSpan()
  const [text, setText] = useState('')
  const [shown, setShown] = useState<Shown>({ kind: 'stock' })
  const card = useQuery(trpc.blanks.card.queryOptions(span))
  const printing = useMutation(
    trpc.blanks.print.mutationOptions({
      onSuccess: () => showToast(words.printing),
      onError: () => showToast(words.printFailed),
    }),
  )
  const show = (next: Shown) => passGuard(() => setShown(next))
  const print = () => {
    if (!printing.isPending) printing.mutate({ ...span, printerId: null })
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
          <div className={styles.filter}>
            <TextField label={words.find} placeholder={words.findHint} value={text} onChange={setText} />
            <DateField
              label={words.from}
              today={today}
              value={typed.from}
              onChange={(day) => setDay('from', day)}
            />
            <DateField
              label={words.until}
              today={today}
              value={typed.until}
              onChange={(day) => setDay('until', day)}
            />
          </div>
          {card.data !== undefined && <CardFigures card={card.data} />}
        </>
      }
      list={
        <>
          {card.data === undefined && !card.isError && (
            <SkeletonRows rows={8} widths={[110, 110, 260, 110]} height={49} />
          )}
          {card.data === undefined && card.isError && (
            <FailedState
              title={words.failed}
              reference={faultOf(card.error, timeZone)}
              onRetry={() => void card.refetch()}
            >
              {words.failedAction}
            </FailedState>
          )}
          {card.data !== undefined && (
            <BlanksTable
              entries={entries}
              searched={text.trim() !== ''}
              selected={chosen?.id}
              onSelect={(id) => show({ kind: 'entry', id })}
            />
          )}
        </>
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

/** The balance, and what somebody still has to explain. */
function CardFigures({ card }: { card: BlankCardView }) {
  const { balance, unexplained } = card
  const named = unexplained.slice(0, mostNamed).join(', ')
  const more = unexplained.length - mostNamed
  return (
    <>
      <Figures
        dense
        label={words.figuresOf}
        figures={[
          { name: words.figures.opening, value: figure(balance.opening) },
          { name: words.figures.received, value: figure(balance.received) },
          {
            name: words.figures.printed,
            value: figure(balance.printed),
            ...(balance.withdrawn > 0 ? { note: words.withdrawn(figure(balance.withdrawn)) } : {}),
          },
          { name: words.figures.spoiled, value: figure(balance.spoiled) },
          {
            name: words.figures.unknown,
            value: figure(balance.unknown),
            ...(balance.unknown > 0 ? { tone: 'amber' as const } : {}),
          },
          {
            name: words.figures.remaining,
            value: figure(balance.remaining),
          },
        ]}
      />
      {balance.remaining < 0 && (
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
    <div className={styles.form}>
      <PanelHead title={words.stock} note={next === null ? undefined : words.nextIs(next)} line />
      <div className={styles.fields} tabIndex={0} role="group" aria-label={words.stock}>
        {stacks.map((one) => (
          <div key={one.id} className={styles.stack}>
            <p>{one.text}</p>
            <p className={styles.note}>
              {words.stackLine(figure(one.count), one.receivedBy, fullMomentOf(one.receivedAt, timeZone))}
            </p>
          </div>
        ))}
      </div>
    </div>
  )
}
