import { IconLineScan } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { pickupAge } from '#domain/handover.ts'
import type { PickupAge } from '#domain/handover.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { handoverWords } from '../../locales/handover.ts'
import { Button, TextLink } from '../../ui/button.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AgesBar, ofAge } from './ages-bar.tsx'
import { HandedPane } from './handed-pane.tsx'
import { HandoverPane } from './handover-pane.tsx'
import { companionsOf } from './receiver-form.ts'
import type { Handed } from './use-handover.ts'
import styles from './handover.module.css'
import { ReadyTable, waitingDays } from './ready-table.tsx'
import { useFinder } from './use-finder.ts'

/** *Penyerahan Izin*: what waits for its holder at the left, the one at the counter at the right. */
export function HandoverScreen() {
  const trpc = useTRPC()
  const [, navigate] = useLocation()
  const [, params] = useRoute('/:id')
  const { timeZone } = useOffice()
  const [handed, setHanded] = useState<Handed>()
  // Grows when a permit was asked for by name, scan or Enter: its form takes the focus. Choosing by arrows leaves it 0.
  const [begun, setBegun] = useState(0)
  const [list, setList] = useState<'ready' | 'unfetched'>('ready')
  const [age, setAge] = useState<PickupAge | 'all'>('all')
  const scanField = useRef<HTMLInputElement>(null)
  const ready = useQuery(trpc.handover.ready.queryOptions())
  const id = params?.id
  const waiting = (ready.data?.lines ?? []).toSorted(
    (a, b) => waitingDays(b, timeZone) - waitingDays(a, timeZone),
  )
  // Papers chosen to go out together, the first one leading; empty: the one that is open goes alone.
  const [basket, setBasket] = useState<readonly string[]>([])
  const chosen = basket.filter((one) => waiting.some((line) => line.id === one))
  const leading = chosen[0] ?? id
  const actIds = chosen.length > 0 ? chosen : id === undefined ? [] : [id]
  const act = actIds.flatMap((one) => waiting.find((line) => line.id === one) ?? [])
  const take = (to: string) => {
    setHanded(undefined)
    setBasket(basket.includes(to) ? basket.filter((one) => one !== to) : [...basket, to])
  }
  const choose = (to: string) => {
    setHanded(undefined)
    setBegun(0)
    navigate(`/${to}`, { replace: true })
  }
  const open = (to: string) => {
    choose(to)
    setBegun(begun + 1)
  }
  const join = (ids: readonly string[]) => setBasket([...new Set([...actIds, ...ids])])
  const finder = useFinder({
    ready: waiting,
    onOpen: (to) => {
      setBasket([])
      open(to)
    },
    act: begun > 0 || chosen.length > 0 ? actIds : [],
    onJoin: (to) => join([to]),
  })
  // Whoever comes within a week is no case for a reminder.
  const late = waiting.filter((one) => pickupAge(waitingDays(one, timeZone)) !== 'week').length
  const shown =
    list === 'ready'
      ? finder.lines
      : age === 'all'
        ? finder.lines.filter((one) => pickupAge(waitingDays(one, timeZone)) !== 'week')
        : ofAge(finder.lines, age, timeZone)
  const toScan = () => scanField.current?.focus()
  useEffect(() => {
    if (id === undefined) toScan()
  }, [id])
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: handoverWords.keys.choose },
    { keys: 'Space', label: handoverWords.keys.take },
    { keys: 'Enter', label: handoverWords.keys.start },
    { keys: 'F4', label: handoverWords.keys.scan, run: toScan },
  ])
  const isReady = waiting.some((line) => line.id === leading)
  return (
    <div className={styles.screen}>
      <ScreenTitle
        title={handoverWords.title}
        note={finder.note ?? handoverWords.byWaiting}
        right={
          <span className={styles.counts}>
            {finder.note !== undefined && (
              <TextLink onPress={finder.showAll}>{handoverWords.showAll}</TextLink>
            )}
            <Segmented
              dense
              label={handoverWords.lists}
              tabs={[
                { key: 'ready', name: handoverWords.listReady, count: figure(ready.data?.total) },
                { key: 'unfetched', name: handoverWords.listUnfetched, count: figure(late) },
              ]}
              current={list}
              onChange={(key) => {
                setAge('all')
                setList(key === 'unfetched' ? 'unfetched' : 'ready')
              }}
            />
            <span>{handoverWords.handedToday(figure(ready.data?.handedOverToday))}</span>
          </span>
        }
      />
      <div className={styles.panes}>
        <div className={styles.list}>
          {ready.isPending && <SkeletonRows rows={9} widths={[220, 60, 120, 60]} height={49} />}
          {ready.isError && ready.data === undefined && (
            <FailedState
              title={handoverWords.failed}
              reference={faultOf(ready.error, timeZone)}
              onRetry={() => void ready.refetch()}
              after={handoverWords.failedAfter}
            >
              {handoverWords.failedWhy}
            </FailedState>
          )}
          {ready.data !== undefined &&
            (waiting.length === 0 ? (
              <NothingReady readyToPrint={ready.data.readyToPrint} />
            ) : (
              <>
                {list === 'unfetched' && <AgesBar lines={waiting} zone={timeZone} age={age} onAge={setAge} />}
                <ReadyTable
                  lines={shown}
                  taken={chosen}
                  onTake={take}
                  selected={id}
                  onSelect={choose}
                  onOpen={open}
                  reminders={list === 'unfetched'}
                  empty={<p className={styles.part}>{handoverWords.nothingOfAge}</p>}
                  foot={handoverWords.shown(figure(shown.length), figure(waiting.length))}
                />
              </>
            ))}
        </div>
        <aside className={styles.counter} aria-label={handoverWords.receiver}>
          <div className={styles.scanBox}>
            <TextField
              label={handoverWords.scan}
              placeholder={handoverWords.scanPlaceholder}
              hint={handoverWords.scanHint}
              size="lg"
              scan
              left={<IconLineScan size={18} stroke={1.75} aria-hidden />}
              value={finder.text}
              error={finder.sentence}
              inputRef={scanField}
              onChange={finder.setText}
              onKeyDown={(event) => {
                if (event.key === 'Enter') finder.run(event.currentTarget.value)
              }}
            />
            {finder.elsewhere !== undefined && (
              <p className={styles.elsewhere}>
                <TextLink onPress={() => navigate(`~/berkas/${finder.elsewhere}`)}>
                  {handoverWords.openDossier}
                </TextLink>
              </p>
            )}
          </div>
          {handed !== undefined ? (
            <HandedPane
              handed={handed}
              onNext={() => {
                setHanded(undefined)
                setBegun(0)
                navigate('/', { replace: true })
                toScan()
              }}
            />
          ) : leading !== undefined && (isReady || ready.data === undefined) ? (
            <HandoverPane
              id={leading}
              act={act}
              companions={companionsOf(act, waiting)}
              begun={begun}
              reminds={list === 'unfetched'}
              onAdd={join}
              onRemove={(one) => setBasket(actIds.filter((other) => other !== one))}
              onPlaced={toScan}
              onHanded={(done) => {
                setBasket([])
                setHanded(done)
              }}
            />
          ) : (
            <Bring />
          )}
        </aside>
      </div>
    </div>
  )
}

function Bring() {
  return (
    <section className={styles.part} aria-label={handoverWords.bring}>
      <h2 className={styles.partTitle}>{handoverWords.bring}</h2>
      <p className={styles.quiet}>{handoverWords.bringHolder}</p>
      <p className={styles.quiet}>{handoverWords.bringProxy}</p>
      <p className={styles.quiet}>{handoverWords.bringRenewal}</p>
    </section>
  )
}

function NothingReady({ readyToPrint }: { readyToPrint: number }) {
  const [, navigate] = useLocation()
  const { permissions } = useUser()
  const prints = permissions.includes('print-desk')
  return (
    <EmptyState
      title={handoverWords.empty}
      actions={
        prints ? (
          <Button onPress={() => navigate('~/pencetakan')}>{handoverWords.openPrinting}</Button>
        ) : (
          <Button onPress={() => navigate('~/berkas')}>{handoverWords.openDossiers}</Button>
        )
      }
    >
      {readyToPrint === 0 ? handoverWords.emptyWhyNone : handoverWords.emptyWhy(figure(readyToPrint))}
    </EmptyState>
  )
}
