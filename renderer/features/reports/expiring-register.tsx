import { IconPrinter, IconSend } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ExpiringView } from '#contract/expiry.ts'
import { numericDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, shortDayOf } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { registerWords } from '../../locales/registers.ts'
import { reportWords } from '../../locales/reports.ts'
import { uiWords } from '../../locales/ui.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, TextLink } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import { ActionBar } from '../../ui/panel.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { ReasonDialog, useReason } from '../../ui/reason-dialog.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import styles from './reports.module.css'
import { useExpiry } from './use-expiry.ts'

const words = registerWords.expiring

const filters = ['untold', 'told', 'all'] as const
type Filter = (typeof filters)[number]

const fits = ({ told }: ExpiringView, filter: Filter): boolean =>
  filter === 'all' || (told !== null) === (filter === 'told')

interface ExpiringRegisterProps {
  days: { readonly from: OfficeDate; readonly through: OfficeDate }
  /** What the book of these days counts. */
  note: string
  /** Left out: whoever reads here has no dossiers to open. */
  onOpen: ((applicationId: string) => void) | undefined
}

/** *Izin yang akan habis*: whose permit ends when, and who is told of it, one by one or all that are ticked at once. */
export function ExpiringRegister({ days, note, onOpen }: ExpiringRegisterProps) {
  const list = useQuery(useTRPC().expiry.list.queryOptions(days, { placeholderData: keepPreviousData }))
  return (
    <QueryState
      query={list}
      rows={9}
      widths={[40, 100, 200, 120]}
      failed={reportWords.failed}
      failedAction={reportWords.failedAction}
    >
      {({ lines, writesLetters }) => (
        <Holders lines={lines} writesLetters={writesLetters} note={note} onOpen={onOpen} />
      )}
    </QueryState>
  )
}

interface HoldersProps extends Pick<ExpiringRegisterProps, 'note' | 'onOpen'> {
  lines: readonly ExpiringView[]
  writesLetters: boolean
}

function Holders({ lines, writesLetters, note, onOpen }: HoldersProps) {
  const [filter, setFilter] = useState<Filter>('untold')
  const shown = lines.filter((line) => fits(line, filter))
  const expiry = useExpiry(lines)
  return (
    <>
      <div className={styles.bar}>
        <Segmented
          dense
          label={words.filter}
          current={filter}
          onChange={(next) => setFilter(filters.find((one) => one === next) ?? 'untold')}
          tabs={filters.map((key) => ({
            key,
            name: words.filters[key],
            count: figure(lines.filter((line) => fits(line, key)).length),
          }))}
        />
        <span className={styles.ticks}>
          {expiry.ticked.length === 0 ? (
            shown.length > 0 && <TextLink onPress={() => expiry.tickAll(shown)}>{words.tickAll}</TextLink>
          ) : (
            <>
              {words.ticked(figure(expiry.ticked.length))}.{' '}
              <TextLink onPress={expiry.clear}>{words.untickAll}</TextLink>
            </>
          )}
        </span>
        <span className={styles.note} role="status">
          {note}
        </span>
      </div>
      <RefusedHolders expiry={expiry} />
      <section className={styles.holders}>
        <HolderTable lines={shown} hidden={lines.length > 0} expiry={expiry} onOpen={onOpen} />
      </section>
      <TellBar expiry={expiry} writesLetters={writesLetters} shown={shown} />
    </>
  )
}

type Expiry = ReturnType<typeof useExpiry>

function RefusedHolders({ expiry }: { expiry: Expiry }) {
  if (expiry.failed)
    return (
      <Banner tone="red" framed>
        {words.failed}
      </Banner>
    )
  if (expiry.refused.length === 0) return null
  return (
    <Banner
      tone="amber"
      framed
      title={words.refusedTitle(figure(expiry.refused.length))}
      actions={<Button onPress={expiry.closeRefused}>{uiWords.close}</Button>}
    >
      <ul className={styles.refused}>
        {expiry.refused.map(({ key, name, sentence }) => (
          <li key={key}>
            {name}: {sentence}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

const meaningOf = (told: ExpiringView['told']): Meaning =>
  told === null ? 'not-yet' : told.outcome === 'open' ? 'running' : 'done'

interface HolderTableProps {
  lines: readonly ExpiringView[]
  /** There are some, but none of those that are shown. */
  hidden: boolean
  expiry: Expiry
  onOpen: ExpiringRegisterProps['onOpen']
}

function HolderTable({ lines, hidden, expiry, onOpen }: HolderTableProps) {
  const { timeZone } = useOffice()
  const [chosen, setChosen] = useState<string>()
  const { heads } = words
  return (
    <DataTable<ExpiringView>
      label={words.list}
      density="two-line"
      rows={lines}
      rowKey={({ applicationId }) => applicationId}
      selected={chosen}
      onSelect={({ applicationId }) => setChosen(applicationId)}
      onToggle={expiry.toggle}
      {...(onOpen && { onOpen: ({ applicationId }) => onOpen(applicationId) })}
      columns={[
        {
          key: 'tick',
          head: heads.tick,
          headHidden: true,
          width: 44,
          action: true,
          cell: (line) => (
            <CheckboxField
              name={words.tickOne(line.holderName)}
              checked={expiry.isTicked(line)}
              onChange={() => expiry.toggle(line)}
            />
          ),
        },
        {
          key: 'until',
          head: heads.until,
          width: 120,
          nowrap: true,
          cell: ({ validUntil, daysLeft }) => (
            <TwoLines first={numericDate(validUntil)} second={words.days(figure(daysLeft))} />
          ),
        },
        {
          key: 'holder',
          head: heads.holder,
          cell: ({ holderName, place }) => <TwoLines first={holderName} second={place} />,
        },
        {
          key: 'number',
          head: heads.number,
          width: 280,
          cell: ({ number, permitTypeCode }) => <TwoLines first={number} second={permitTypeCode} />,
        },
        {
          key: 'reach',
          head: heads.reach,
          width: 140,
          cell: ({ message, phoneMasked, hasAddress }) => (
            <TwoLines
              first={words.ways[message ?? 'none']}
              second={hasAddress ? (phoneMasked ?? '–') : words.noAddress}
            />
          ),
        },
        {
          key: 'told',
          head: heads.told,
          width: 250,
          cell: ({ told }) => (
            <TwoLines
              first={<StatusMark meaning={meaningOf(told)}>{told?.label ?? words.notTold}</StatusMark>}
              second={
                told === null
                  ? undefined
                  : [told.letterNumber ?? shortDayOf(told.at, timeZone), told.by].join(', ')
              }
            />
          ),
        },
      ]}
      empty={
        hidden ? (
          <EmptyState title={words.noneHere}>{words.noneHereNote}</EmptyState>
        ) : (
          <EmptyState title={registerWords.empty}>{registerWords.emptyNote}</EmptyState>
        )
      }
    />
  )
}

interface TellBarProps {
  expiry: Expiry
  writesLetters: boolean
  shown: readonly ExpiringView[]
}

/** Letter or message for all that are ticked; those who know already are told again for a reason only. */
function TellBar({ expiry, writesLetters, shown }: TellBarProps) {
  const { ticked, busy, tell } = expiry
  const [asked, setAsked] = useState<'letter' | 'message'>('letter')
  const reason = useReason()
  const known = ticked.filter(({ told }) => told !== null)
  const nobody = ticked.length === 0 ? words.none : undefined
  const start = (way: 'letter' | 'message') => {
    if (nobody !== undefined || busy || (way === 'letter' && !writesLetters)) return
    if (known.length === 0) return void tell(way, null)
    setAsked(way)
    reason.ask()
  }
  const again = () => {
    const text = reason.text.trim()
    if (text === '') return reason.refuse(words.reasonNeeded)
    reason.close()
    void tell(asked, text)
  }
  useShortcuts([
    { keys: 'Space', label: words.keys.tick },
    { keys: 'P', label: words.keys.letter, run: () => start('letter') },
    { keys: 'K', label: words.keys.message, run: () => start('message') },
    { keys: 'A', label: words.keys.all, run: () => expiry.tickAll(shown) },
  ])
  const count = figure(ticked.length)
  return (
    <ActionBar start={<span className={styles.note}>{words.messageNote}</span>}>
      <Button
        rank="main"
        icon={IconPrinter}
        kbd="P"
        busy={busy}
        reason={writesLetters ? nobody : words.noLetters}
        onPress={() => start('letter')}
      >
        {ticked.length === 0 ? words.letters : words.letter(count)}
      </Button>
      {ticked.length > 0 && (
        <Button icon={IconSend} kbd="K" busy={busy} onPress={() => start('message')}>
          {words.message(count)}
        </Button>
      )}
      <ReasonDialog
        {...reason.dialog}
        title={words.again}
        action={words.again}
        reason={{ ...reason.field, label: words.againReason, hint: words.againHint, maxLength: 200 }}
        sentence={words.againNote(figure(known.length))}
        busy={busy}
        onAct={again}
      />
    </ActionBar>
  )
}
