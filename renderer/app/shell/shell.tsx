import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useMutationState, useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useLocation } from 'wouter'
import type { SessionView, UserView } from '../../lib/api-types.ts'
import { instantOf } from '#domain/instant.ts'
import { useTRPC, useTRPCClient } from '../../lib/api-client.ts'
import { clockOf, secondsOf, shortDayOf } from '../../lib/format.ts'
import { listenToScans, useScan } from '../../lib/keyboard/scan.ts'
import { listenToKeys, useActiveShortcuts, useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useIdle } from '../../lib/use-idle.ts'
import { useNow } from '../../lib/use-now.ts'
import { shellWords } from '../../locales/shell.ts'
import { KeyList, KeyStrip, StripHint } from '../../ui/key-strip.tsx'
import { showToast } from '../../ui/toast.tsx'
import { FaultBoundary } from '../fault-boundary.tsx'
import { screenAt, screensFor } from '../screens.ts'
import { ScreenRoutes } from '../routes.tsx'
import { GuardQuestion } from './guard-question.tsx'
import { Rail } from './rail.tsx'
import { SearchBox } from './search-box.tsx'
import styles from './shell.module.css'
import { StationStates } from './station-states.tsx'
import { UserMenu } from './user-menu.tsx'

/** The frame of every screen: head, rail, the screen itself, and the strip of keys. */
export function Shell({ session, user }: { session: SessionView; user: UserView }) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const [path, navigate] = useLocation()
  const station = useQuery({ ...trpc.station.status.queryOptions(), refetchInterval: 60_000 })
  const lock = useMutation(trpc.session.lock.mutationOptions({ meta: { saves: false } }))
  const signOut = useMutation(trpc.session.signOut.mutationOptions({ meta: { saves: false } }))
  const colorScheme = useMutation(trpc.session.setColorScheme.mutationOptions({ meta: { saves: false } }))
  const [listOpened, setListOpened] = useState(false)
  const searchInput = useRef<HTMLInputElement>(null)
  const zone = session.office.timeZone
  const screens = screensFor(user.permissions)
  const current = screenAt(path, screens)

  useIdle(session.lockAfterMinutes, () => lock.mutate())
  const openScanned = async (text: string) => {
    const id = await client.search.scan.query({ text })
    if (id === null) showToast(shellWords.scanUnknown(text))
    else navigate(`/berkas/${id}`)
  }
  useScan((text) => {
    openScanned(text).catch(() => showToast(shellWords.searchFailed))
    return true
  })
  useShortcuts([
    ...screens.flatMap(({ keys, key, path: to }) =>
      keys === undefined ? [] : [{ keys, label: shellWords.screens[key], run: () => navigate(to) }],
    ),
    { keys: 'Ctrl+K', label: shellWords.find, run: () => searchInput.current?.select() },
    { keys: 'Ctrl+L', label: shellWords.lock, run: () => lock.mutate(), inStrip: false },
    { keys: 'Ctrl+/', label: shellWords.allKeys, run: () => setListOpened(true), inStrip: false },
  ])
  useEffect(() => {
    const stops = [listenToKeys(), listenToScans()]
    return () => stops.forEach((stop) => stop())
  }, [])
  useEffect(() => {
    const name = current === undefined ? '' : `${shellWords.screens[current.key]} – `
    document.title = `${name}${shellWords.product}`
  }, [current])

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#isi">
        {shellWords.skipToWork}
      </a>
      <header className={styles.header}>
        <div className={styles.brand}>
          <span className={styles.brandName}>{shellWords.product}</span>
          <span className={styles.brandOffice} title={session.office.fullName}>
            {session.office.name}
          </span>
        </div>
        <div className={styles.search}>
          <Search inputRef={searchInput} onOpen={(id) => navigate(`/berkas/${id}`)} />
        </div>
        <div className={styles.end}>
          {station.data !== undefined && <StationStates station={station.data} zone={zone} />}
          <Clock told={station.data?.now} zone={zone} />
          <UserMenu
            user={user}
            onColorScheme={(scheme) => colorScheme.mutate({ colorScheme: scheme })}
            onLock={() => lock.mutate()}
            onSignOut={() => signOut.mutate()}
          />
        </div>
      </header>
      <Rail screens={screens} path={path} counts={station.data?.counts} />
      <main className={styles.screen} id="isi" tabIndex={-1}>
        <FaultBoundary
          title={shellWords.screenFailed(current === undefined ? '' : shellWords.screens[current.key])}
          zone={zone}
          place={path}
        >
          <Suspense>
            <ScreenRoutes screens={screens} />
          </Suspense>
        </FaultBoundary>
      </main>
      <div className={styles.strip}>
        <Strip zone={zone} listOpened={listOpened} onCloseList={() => setListOpened(false)} />
      </div>
      <GuardQuestion />
    </div>
  )
}

function Search(props: { inputRef: RefObject<HTMLInputElement | null>; onOpen: (id: string) => void }) {
  const trpc = useTRPC()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 120)
  const found = useQuery({
    ...trpc.search.find.queryOptions({ text: asked }),
    enabled: asked !== '',
    placeholderData: (before) => before,
  })
  return (
    <SearchBox
      text={text}
      onText={setText}
      hits={text.trim() === asked ? found.data : undefined}
      failed={found.isError}
      inputRef={props.inputRef}
      onOpen={({ applicationId }) => props.onOpen(applicationId)}
    />
  )
}

function Clock({ told, zone }: { told: ReturnType<typeof useNow>; zone: string }) {
  const now = useNow(told)
  if (now === undefined) return null
  return (
    <div className={styles.clock}>
      <span className={styles.time}>{clockOf(now, zone)}</span>
      <span className={styles.day}>{shortDayOf(now, zone)}</span>
    </div>
  )
}

/** Apart from the shell, so that a new hint draws the strip and nothing else. */
function Strip(props: { zone: string; listOpened: boolean; onCloseList: () => void }) {
  const hints = useActiveShortcuts()
  const saved = useMutationState({
    filters: { status: 'success', predicate: ({ meta }) => meta?.['saves'] !== false },
    select: ({ state }) => state.submittedAt,
  }).at(-1)
  return (
    <>
      <KeyStrip
        hints={hints}
        end={
          <>
            {saved !== undefined && (
              <StripHint>{shellWords.savedAt(secondsOf(instantOf(saved), props.zone))}</StripHint>
            )}
            <StripHint keys="Ctrl+/">{shellWords.allKeys}</StripHint>
          </>
        }
      />
      <KeyList opened={props.listOpened} onClose={props.onCloseList} hints={hints} />
    </>
  )
}
