import { IconLineScan } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { pickupAge } from '#domain/handover.ts'
import type { PickupAge } from '#domain/handover.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { handoverWords } from '../../locales/handover.ts'
import { TextLink } from '../../ui/button.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AgesBar, ofAge } from './ages-bar.tsx'
import { BackTable } from './back-table.tsx'
import { GiveBackPane } from './give-back-pane.tsx'
import { Bring, ListState, NothingReady, Unplaced } from './handover-parts.tsx'
import { HandedPane } from './handed-pane.tsx'
import { HandoverPane } from './handover-pane.tsx'
import { companionsOf } from './receiver-form.ts'
import type { Handed } from './use-handover.ts'
import styles from './handover.module.css'
import { ReadyTable, waitingDays } from './ready-table.tsx'
import { useFinder } from './use-finder.ts'

const lists = ['ready', 'unfetched', 'back', 'ends'] as const
type HandoverList = (typeof lists)[number]

/** *Penyerahan Izin*: what waits for its holder at the left, the one at the counter at the right. */
export function HandoverScreen() {
  const trpc = useTRPC()
  const [, navigate] = useLocation()
  const [, params] = useRoute('/:id')
  const { timeZone } = useOffice()
  const [handed, setHanded] = useState<Handed>()
  // Grows when a permit was asked for by name, scan or Enter: its form takes the focus. Choosing by arrows leaves it 0.
  const [begun, setBegun] = useState(0)
  const [asked, setAsked] = useState<HandoverList>()
  const [age, setAge] = useState<PickupAge | 'all'>('all')
  // Its place on the rack is asked for at once.
  const [placing, setPlacing] = useState<string>()
  const scanField = useRef<HTMLInputElement>(null)
  const ready = useQuery(trpc.handover.ready.queryOptions())
  const back = useQuery(trpc.handover.papersToGiveBack.queryOptions())
  const ends = useQuery(trpc.handover.openEnds.queryOptions())
  const id = params?.id
  const waiting = (ready.data?.lines ?? []).toSorted(
    (a, b) => waitingDays(b, timeZone) - waitingDays(a, timeZone),
  )
  // An address from elsewhere opens the list that its dossier is in.
  const isIn = (lines: readonly { id: string }[] | undefined) => lines?.some((one) => one.id === id) === true
  const known = id === undefined || ready.data === undefined || isIn(ready.data.lines)
  const list = asked ?? (known ? 'ready' : isIn(back.data) ? 'back' : 'ends')
  const waits = list === 'ready' || list === 'unfetched'
  const unplaced = waiting.filter((one) => one.rackPlace === null)
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
      if (!waits) setAsked('ready')
      open(to)
    },
    act: begun > 0 || chosen.length > 0 ? actIds : [],
    onJoin: (to) => join([to]),
    onOther: (other, to) => {
      setBasket([])
      setAsked(other)
      open(to)
    },
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
        note={
          finder.note ??
          (list === 'back'
            ? handoverWords.back.note
            : list === 'ends'
              ? handoverWords.back.endsNote
              : handoverWords.byWaiting)
        }
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
                { key: 'back', name: handoverWords.listBack, count: figure(back.data?.length) },
                { key: 'ends', name: handoverWords.listEnds, count: figure(ends.data?.length) },
              ]}
              current={list}
              onChange={(key) => {
                setAge('all')
                setHanded(undefined)
                setBasket([])
                const to = lists.find((one) => one === key) ?? 'ready'
                setAsked(to)
                const lines = to === 'back' ? back.data : to === 'ends' ? ends.data : ready.data?.lines
                if (!isIn(lines)) navigate('/', { replace: true })
              }}
            />
            <span>{handoverWords.handedToday(figure(ready.data?.handedOverToday))}</span>
          </span>
        }
      />
      <div className={styles.panes}>
        <div className={styles.list}>
          {waits ? (
            <ListState query={ready} failed={handoverWords.failed}>
              {({ readyToPrint }) =>
                waiting.length === 0 ? (
                  <NothingReady readyToPrint={readyToPrint} />
                ) : (
                  <>
                    {list === 'unfetched' && (
                      <AgesBar lines={waiting} zone={timeZone} age={age} onAge={setAge} />
                    )}
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
                )
              }
            </ListState>
          ) : (
            <ListState
              key={list}
              query={list === 'back' ? back : ends}
              failed={list === 'back' ? handoverWords.back.failed : handoverWords.back.endsFailed}
            >
              {(lines) => (
                <BackTable
                  label={list === 'back' ? handoverWords.back.listLabel : handoverWords.back.endsLabel}
                  lines={lines}
                  selected={id}
                  onSelect={choose}
                  onOpen={open}
                  empty={
                    <EmptyState
                      title={list === 'back' ? handoverWords.back.empty : handoverWords.back.endsEmpty}
                    >
                      {list === 'back' ? handoverWords.back.emptyWhy : handoverWords.back.endsEmptyWhy}
                    </EmptyState>
                  }
                />
              )}
            </ListState>
          )}
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
          ) : !waits && id !== undefined ? (
            <GiveBackPane
              key={id}
              id={id}
              withPapers={list === 'back' && isIn(back.data)}
              begun={begun}
              onHanded={setHanded}
              onDone={() => {
                navigate('/', { replace: true })
                toScan()
              }}
            />
          ) : waits && leading !== undefined && (isReady || ready.data === undefined) ? (
            <HandoverPane
              id={leading}
              act={act}
              companions={companionsOf(act, waiting)}
              waiting={waiting}
              begun={begun}
              reminds={list === 'unfetched'}
              onAdd={join}
              onRemove={(one) => setBasket(actIds.filter((other) => other !== one))}
              placing={placing === leading}
              onPlaced={() => {
                // Back to the line that counts those which are still without a place.
                if (placing !== undefined) navigate('/', { replace: true })
                setPlacing(undefined)
                toScan()
              }}
              onHanded={(done) => {
                setBasket([])
                setHanded(done)
              }}
            />
          ) : (
            <>
              {waits && unplaced[0] !== undefined && (
                <Unplaced
                  count={unplaced.length}
                  onPlace={() => {
                    setPlacing(unplaced[0]?.id)
                    choose(unplaced[0]?.id ?? '')
                  }}
                />
              )}
              <Bring />
            </>
          )}
        </aside>
      </div>
    </div>
  )
}
