import { useDebouncedValue } from '@mantine/hooks'
import { useMutationState, useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useLocation } from 'wouter'
import type { OfficeView, SignedInUserView } from '#contract/session.ts'
import { instantOf } from '#domain/instant.ts'
import { useTRPC, useTRPCClient } from '../../lib/api-client.ts'
import { clockOf, secondsOf, shortDayOf } from '../../lib/format.ts'
import { listenToScans, useScan } from '../../lib/keyboard/scan.ts'
import { listenToKeys, useActiveShortcuts, useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useIdle } from '../../lib/use-idle.ts'
import { useNow } from '../../lib/use-now.ts'
import { usePortalStatus } from '../../lib/use-portal-traffic.ts'
import { complaintWords } from '../../locales/complaints.ts'
import { shellWords } from '../../locales/shell.ts'
import { KeyList, KeyStrip, StripHint } from '../../ui/key-strip.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ConsultDialog } from '../../features/complaints/consult-dialog.tsx'
import { HelpDrawer } from '../help/help-drawer.tsx'
import { FaultBoundary } from '../fault-boundary.tsx'
import { ScreenRoutes } from '../routes.tsx'
import { inRail, screenAt, screenKey, screensFor } from '../screens.ts'
import type { Screen } from '../screens.ts'
import { DataFilesNotice } from './data-files-notice.tsx'
import { GuardQuestion } from './guard-question.tsx'
import { HostGone } from './host-gone.tsx'
import { PrinterBanner } from './printer-banner.tsx'
import { Rail } from './rail.tsx'
import { SearchBox } from './search-box.tsx'
import styles from './shell.module.css'
import { mayPrint, StationStates } from './station-states.tsx'
import { useLanding } from './use-landing.ts'
import { UserMenu } from './user-menu.tsx'

interface ShellProps {
  office: OfficeView
  user: SignedInUserView
  /** null: by hand. */
  onLock: (afterMinutes: number | null) => void
  onSignOut: () => void
}

/** A counter left alone shows nothing after this time. */
const lockAfterMinutes = 5

const screenId = 'isi'
const surveyPath = '/survei/layar'
const wallPath = '/layar'

const mayResolveSheets = ({ permissions }: SignedInUserView): boolean =>
  permissions.some((one) => mayPrint.includes(one))

/** The frame of every screen: head, rail, the screen itself, and the strip of keys. */
export function Shell({ office, user, onLock, onSignOut }: ShellProps) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const [path, navigate] = useLocation()
  const today = useQuery(trpc.reports.today.queryOptions())
  const [overlay, setOverlay] = useState<'keys' | 'help' | 'consult' | null>(null)
  const searchInput = useRef<HTMLInputElement>(null)
  const screens = screensFor(user.permissions)
  const hasPortal = usePortalStatus(user.permissions) !== undefined
  const current = screenAt(path, screens)

  const land = useLanding(screenId, current?.key)
  const openScreen = (to: string) => {
    land()
    navigate(to)
  }
  const openScanned = async (text: string) => {
    if (mayResolveSheets(user)) {
      const seen = await client.printing.sheetSeen.mutate({ text })
      const title = seen.title ?? ''
      if (seen.outcome === 'confirmed') return showToast(shellWords.sheetConfirmed(title))
      if (seen.outcome === 'ask') showToast(shellWords.sheetAsk(title))
    }
    const { applicationId, validReceipt } = await client.search.scan.query({ text })
    if (applicationId === null) showToast(shellWords.scanUnknown(text))
    else navigate(`/berkas/${applicationId}`)
    if (validReceipt !== null) showToast(shellWords.receiptOutdated(validReceipt))
  }
  // What faces whoever came shows nothing of the office.
  const onWall = path === wallPath
  // Nobody sits at a wall: it goes on showing its figures, and who leaves it signs in first.
  const [abandoned, setAbandoned] = useState(false)
  useIdle(path.startsWith(surveyPath) ? null : lockAfterMinutes, () =>
    onWall ? setAbandoned(true) : onLock(lockAfterMinutes),
  )
  useEffect(() => {
    if (abandoned && !onWall) onLock(lockAfterMinutes)
  }, [abandoned, onWall, onLock])
  useScan((text) => {
    openScanned(text).catch(() => showToast(shellWords.searchFailed))
    return true
  })
  useShortcuts([
    ...screens.flatMap(({ keys, key, path: to }) =>
      keys === undefined ? [] : [{ keys, label: shellWords.screens[key], run: () => openScreen(to) }],
    ),
    ...inRail(screens).map(({ key, path: to }, index) => ({
      keys: screenKey(index),
      label: shellWords.screens[key],
      run: () => openScreen(to),
      inStrip: false,
    })),
    ...(user.permissions.includes('intake')
      ? [
          {
            keys: 'F3',
            label: complaintWords.consult,
            run: () => setOverlay('consult'),
            inStrip: false,
          },
        ]
      : []),
    { keys: 'Ctrl+K', label: shellWords.find, run: () => searchInput.current?.select() },
    { keys: 'Ctrl+L', label: shellWords.lock, run: () => onLock(null), inStrip: false },
    { keys: 'Ctrl+/', label: shellWords.allKeys, run: () => setOverlay('keys'), inStrip: false },
    { keys: 'F1', label: shellWords.help, run: () => setOverlay('help'), inStrip: false },
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
      <a className={styles.skip} href={`#${screenId}`}>
        {shellWords.skipToWork}
      </a>
      <header className={styles.header}>
        <div className={styles.brand}>
          <span className={styles.brandName}>{shellWords.product}</span>
          <span className={styles.brandOffice} title={`${office.shortName}, ${office.city}`}>
            {office.shortName}
          </span>
        </div>
        <div className={styles.search}>
          <Search inputRef={searchInput} onOpen={(id) => navigate(`/berkas/${id}`)} />
        </div>
        <div className={styles.end}>
          <StationStates user={user} />
          <Clock zone={office.timeZone} />
          <UserMenu user={user} onLock={() => onLock(null)} onSignOut={onSignOut} />
        </div>
      </header>
      <Rail
        screens={screens.filter(({ key }) => hasPortal || key !== 'portal')}
        path={path}
        counts={today.data?.counts}
      />
      <main className={styles.screen} id={screenId} tabIndex={-1}>
        <HostGone zone={office.timeZone} />
        <DataFilesNotice user={user} />
        <PrinterBanner user={user} />
        <div className={styles.work}>
          <FaultBoundary
            title={shellWords.screenFailed(current === undefined ? '' : shellWords.screens[current.key])}
            zone={office.timeZone}
            place={path}
          >
            <Suspense>
              <ScreenRoutes screens={screens} />
            </Suspense>
          </FaultBoundary>
        </div>
      </main>
      <div className={styles.strip}>
        <Strip
          zone={office.timeZone}
          screen={current?.key}
          overlay={overlay}
          onClose={() => setOverlay(null)}
        />
      </div>
      {/* Apart from the strip, which is drawn anew with every key that the dialog offers. */}
      {overlay === 'consult' && <ConsultDialog onClose={() => setOverlay(null)} />}
      <GuardQuestion />
    </div>
  )
}

function Search(props: { inputRef: RefObject<HTMLInputElement | null>; onOpen: (id: string) => void }) {
  const trpc = useTRPC()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 120)
  const found = useQuery({
    ...trpc.search.find.queryOptions({ text: asked, limit: 8 }),
    enabled: asked !== '',
    placeholderData: (before) => before,
  })
  return (
    <SearchBox
      text={text}
      onText={setText}
      hits={found.data}
      current={text.trim() === asked && !found.isPlaceholderData && found.data !== undefined}
      failed={found.isError}
      inputRef={props.inputRef}
      onOpen={({ id }) => props.onOpen(id)}
    />
  )
}

function Clock({ zone }: { zone: string }) {
  const now = useNow()
  return (
    <div className={styles.clock}>
      <span className={styles.time}>{clockOf(now, zone)}</span>
      <span className={styles.day}>{shortDayOf(now, zone)}</span>
    </div>
  )
}

interface StripProps {
  zone: string
  screen: Screen['key'] | undefined
  overlay: 'keys' | 'help' | 'consult' | null
  onClose: () => void
}

/** What was refused is not saved, however quickly it was answered. */
const isRefused = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false

/** Apart from the shell, so that a new hint draws the strip and nothing else. */
function Strip(props: StripProps) {
  const active = useActiveShortcuts()
  const [kept, setKept] = useState(active)
  // The keys inside a dialog are not those of the screen that was asked about.
  if (props.overlay === null && kept !== active) setKept(active)
  const saved = useMutationState({
    filters: {
      status: 'success',
      predicate: ({ meta, state }) => meta?.['saves'] !== false && !isRefused(state.data),
    },
    select: ({ state, options }) => ({ at: state.submittedAt, draft: options.meta?.['saves'] === 'draft' }),
  }).at(-1)
  return (
    <>
      <KeyStrip
        hints={active}
        end={
          <>
            {saved !== undefined && (
              <StripHint>
                {saved.draft
                  ? shellWords.draftSavedAt(secondsOf(instantOf(saved.at), props.zone))
                  : shellWords.savedAt(secondsOf(instantOf(saved.at), props.zone))}
              </StripHint>
            )}
            <StripHint keys="F1">{shellWords.help}</StripHint>
          </>
        }
      />
      <KeyList opened={props.overlay === 'keys'} onClose={props.onClose} hints={kept} />
      <HelpDrawer
        opened={
          props.overlay === 'help' && props.screen !== undefined
            ? { screen: props.screen, hints: kept }
            : null
        }
        onClose={props.onClose}
      />
    </>
  )
}
