import { IconDownload } from '@tabler/icons-react'
import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { bookFormats, type BookFormat, type BookKind } from '#domain/documents/book-kinds.ts'
import type { Instant } from '#domain/instant.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { fetchFile } from '../../lib/download.ts'
import { figure } from '../../lib/format.ts'
import { reportWords } from '../../locales/reports.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import { PrintButton } from './print-button.tsx'
import styles from './reports.module.css'

const words = reportWords.forms

/** So long nothing is said: most reports are there by then. */
const quietMs = 400
const askEachMs = 500

interface BookFormsProps {
  kind: BookKind
  days: DaySpan
  /** Moment whose knowledge the files show; left out or null: now. */
  asOf?: Instant | null
}

/** A report of some days in all its forms: as a file, and on paper. */
export function BookForms({ kind, days, asOf = null }: BookFormsProps) {
  return (
    <span className={styles.forms}>
      <DownloadMenu kind={kind} days={days} asOf={asOf} />
      <PrintButton kind={kind} days={days} asOf={asOf} />
    </span>
  )
}

interface Waited {
  ticket: string
  format: BookFormat
  abort: AbortController
}

/** Files of a report. A long one says how far it is and can be given up; leaving the screen gives it up as well. */
export function DownloadMenu({ kind, days, asOf = null }: BookFormsProps) {
  const trpc = useTRPC()
  const [waited, setWaited] = useState<Waited | null>(null)
  const [isLong, setIsLong] = useState(false)
  const { mutate: cancelBook } = useMutation(trpc.reports.cancelBook.mutationOptions())
  const current = useRef<Waited | null>(null)

  const giveUp = () => {
    const { current: one } = current
    if (one === null) return
    one.abort.abort()
    cancelBook({ ticket: one.ticket })
  }
  const leaving = useRef(giveUp)
  useEffect(() => {
    leaving.current = giveUp
  })
  useEffect(() => () => leaving.current(), [])

  const start = async (format: BookFormat) => {
    const one = { ticket: crypto.randomUUID(), format, abort: new AbortController() }
    current.current = one
    setWaited(one)
    const quiet = setTimeout(() => setIsLong(true), quietMs)
    const span = days.from === days.through ? days.from : `${days.from}..${days.through}`
    const query = new URLSearchParams({ ticket: one.ticket, ...(asOf !== null && { asOf }) })
    try {
      await fetchFile(`/files/report/${kind}/${span}.${format}?${query.toString()}`, one.abort.signal)
    } catch {
      showToast(one.abort.signal.aborted ? words.givenUp : words.failed)
    } finally {
      clearTimeout(quiet)
      current.current = null
      setWaited(null)
      setIsLong(false)
    }
  }

  if (waited !== null && isLong)
    return <Waiting ticket={waited.ticket} format={waited.format} onCancel={giveUp} />
  return (
    <ActionMenu
      below
      icon={IconDownload}
      items={bookFormats.map((format) => ({
        key: format,
        label: words.formats[format],
        note: words.notes[format],
        onPress: () => {
          if (waited === null) void start(format)
        },
      }))}
    >
      {words.download}
    </ActionMenu>
  )
}

interface WaitingProps {
  ticket: string
  format: BookFormat
  onCancel: () => void
}

function Waiting({ ticket, format, onCancel }: WaitingProps) {
  const trpc = useTRPC()
  const { data } = useQuery(
    // Only spreadsheets say how far they are.
    trpc.reports.bookProgress.queryOptions(format === 'xlsx' ? { ticket } : skipToken, {
      refetchInterval: askEachMs,
    }),
  )
  const far = data && data.of > 0 ? words.progress(figure(data.rows), figure(data.of)) : ''
  return (
    <>
      <span className={styles.job} role="status">
        {words.making(words.formats[format])} {far}
      </span>
      <Button onPress={onCancel}>{words.cancel}</Button>
    </>
  )
}
