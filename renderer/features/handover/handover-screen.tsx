import { useEffect, useRef, useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import type { OpenEndsView } from '#contract/handover.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { handoverWords } from '../../locales/handover.ts'
import { TextLink } from '../../ui/button.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { BackList } from './back-list.tsx'
import { CounterSide, ScanBox } from './counter-side.tsx'
import styles from './handover.module.css'
import { useFinder } from './use-finder.ts'
import type { Finder } from './use-finder.ts'
import type { Handed } from './use-handover.ts'
import { useLists } from './use-lists.ts'
import type { HandoverList, Lists } from './use-lists.ts'
import { WaitingList } from './waiting-list.tsx'

/** *Penyerahan Izin*: what waits for its holder at the left, the one at the counter at the right. */
export function HandoverScreen() {
  const [, navigate] = useLocation()
  const [, params] = useRoute('/:id')
  const [handed, setHanded] = useState<Handed>()
  // Grows when a permit was asked for by name, scan or Enter: its form takes the focus. Choosing by arrows leaves it 0.
  const [begun, setBegun] = useState(0)
  const scanField = useRef<HTMLInputElement>(null)
  const id = params?.id
  const lists = useLists(id)
  // Papers chosen to go out together, the first one leading; empty: the one that is open goes alone.
  const [basket, setBasket] = useState<readonly string[]>([])
  const chosen = basket.filter((one) => lists.isIn('ready', one))
  const actIds = chosen.length > 0 ? chosen : id === undefined ? [] : [id]
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
  const setAct = (ids: readonly string[]) => setBasket([...new Set(ids)])
  const finder = useFinder({
    lists,
    onOpen: (to, found) => {
      setBasket([])
      lists.ask(to === 'ready' && lists.waits ? lists.list : to)
      open(found)
    },
    onList: (to) => {
      if (to !== 'ready' || !lists.waits) lists.ask(to)
    },
    act: begun > 0 || chosen.length > 0 ? actIds : [],
    onJoin: (to) => setAct([...actIds, to]),
  })
  const toScan = () => scanField.current?.focus()
  const toNext = () => {
    setHanded(undefined)
    setBegun(0)
    navigate('/', { replace: true })
    toScan()
  }
  useEffect(() => {
    if (id === undefined) toScan()
  }, [id])
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: handoverWords.keys.choose },
    ...(lists.waits ? [{ keys: 'Space', label: handoverWords.keys.take }] : []),
    { keys: 'Enter', label: startLabel(lists.list) },
    { keys: 'F4', label: handoverWords.keys.scan, run: toScan },
  ])
  // The list that somebody works in stays, whatever becomes of what they have opened.
  const held = (act: (to: string) => void) => (to: string) => {
    lists.ask(lists.list)
    act(to)
  }
  const table = { lists, finder, selected: id, onSelect: held(choose), onOpen: held(open) }
  return (
    <div className={styles.screen}>
      <Title
        lists={lists}
        finder={finder}
        onList={(key) => {
          setHanded(undefined)
          setBasket([])
          finder.showAll()
          const to = lists.ask(key)
          if (id === undefined || !lists.isIn(to, id)) navigate('/', { replace: true })
        }}
      />
      <div className={styles.panes}>
        <div className={styles.list}>
          {lists.waits ? (
            <WaitingList key={lists.list} {...table} taken={chosen} onTake={take} />
          ) : (
            <BackList key={lists.list} {...table} />
          )}
        </div>
        <aside className={styles.counter} aria-label={handoverWords.receiver}>
          <ScanBox finder={finder} input={scanField} />
          <CounterSide
            lists={lists}
            id={id}
            actIds={actIds}
            begun={begun}
            handed={handed}
            onAct={setAct}
            onHanded={(done) => {
              setBasket([])
              setHanded(done)
            }}
            onNext={toNext}
            onSelect={choose}
            onScan={toScan}
          />
        </aside>
      </div>
    </div>
  )
}

interface TitleProps {
  lists: Lists
  finder: Finder
  onList: (key: string) => void
}

function Title({ lists, finder, onList }: TitleProps) {
  const { ready, back, ends, late, list } = lists
  return (
    <ScreenTitle
      title={handoverWords.title}
      note={finder.note ?? handoverWords.order[list]}
      right={
        <span className={styles.counts}>
          {finder.note !== undefined && <TextLink onPress={finder.showAll}>{handoverWords.showAll}</TextLink>}
          <Segmented
            dense
            label={handoverWords.lists}
            tabs={[
              { key: 'ready', name: handoverWords.listReady, count: figure(ready.data?.total) },
              {
                key: 'unfetched',
                name: handoverWords.listUnfetched,
                count: figure(ready.data === undefined ? undefined : late.length),
              },
              { key: 'back', name: handoverWords.listBack, count: countOf(back.data) },
              { key: 'ends', name: handoverWords.listEnds, count: countOf(ends.data) },
            ]}
            current={list}
            onChange={onList}
          />
          <span>{handoverWords.handedToday(figure(ready.data?.handedOverToday))}</span>
        </span>
      }
    />
  )
}

const startLabel = (list: HandoverList): string =>
  list === 'back' || list === 'ends' ? handoverWords.keys.startBack[list] : handoverWords.keys.start

/** How many; of a list that is longer than what was asked for, at least so many. */
const countOf = (list: OpenEndsView | undefined): string =>
  list?.more === true ? handoverWords.back.atLeast(figure(list.lines.length)) : figure(list?.lines.length)
