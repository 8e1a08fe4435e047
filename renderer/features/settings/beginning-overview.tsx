import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { BeginningView } from '#contract/beginning.ts'
import { sayBeginningRefusal } from '#domain/wording/beginning.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure, fullMomentOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { beginningWords as words } from '../../locales/beginning.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Pane } from '../../ui/pane.tsx'
import { TextAreaField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { seriesKey, seriesName } from './numbers-list.tsx'
import styles from './settings.module.css'

const mostSeries = 6

interface BeginningOverviewProps {
  status: BeginningView
  onChanged: () => void
}

/** Whether old books are still open, how much came from them, where each series goes on, and closing. */
export function BeginningOverview({ status, onChanged }: BeginningOverviewProps) {
  const { timeZone } = useOffice()
  const [asking, setAsking] = useState(false)
  return (
    <Pane title={words.overview}>
      <p>
        <b>{status.open ? words.open : words.closed}.</b> {status.open ? words.openNote : words.closedNote}
      </p>
      <p className={styles.note}>{words.counted(figure(status.permits), figure(status.running))}</p>
      <LastNumbers />
      <div>
        <Button rank={status.open ? 'destructive' : 'secondary'} onPress={() => setAsking(true)}>
          {status.open ? words.close : words.reopen}
        </Button>
      </div>
      {status.log.length > 0 && (
        <section className={styles.group} aria-label={words.record}>
          <h3 className={styles.label}>{words.record}</h3>
          <ol className={styles.record}>
            {status.log.toReversed().map((one) => (
              <li key={one.at}>
                {words.recordLine(one.opens, one.by, fullMomentOf(one.at, timeZone))}
                {one.reason !== null && <p className={styles.note}>{one.reason}</p>}
              </li>
            ))}
          </ol>
        </section>
      )}
      <BeginningDialog
        key={status.log.length}
        opened={asking}
        opens={!status.open}
        onClose={() => setAsking(false)}
        onChanged={onChanged}
      />
    </Pane>
  )
}

/** Series that go on behind numbers of an old book. */
function LastNumbers() {
  const [, navigate] = useLocation()
  const series = useQuery(useTRPC().numbers.series.queryOptions())
  if (series.data === undefined) return null
  const begun = series.data.filter(({ elsewhere }) => elsewhere.length > 0)
  return (
    <section className={styles.group} aria-label={words.series}>
      <h3 className={styles.label}>{words.series}</h3>
      {begun.length === 0 ? (
        <p className={styles.note}>{words.seriesNone}</p>
      ) : (
        <ol className={styles.record}>
          {begun.slice(0, mostSeries).map((one) => (
            <li key={seriesKey(one)}>
              {words.seriesLine(
                seriesName(one),
                figure(Math.max(...one.elsewhere.map(({ through }) => through))),
              )}
            </li>
          ))}
          {begun.length > mostSeries && <li>{words.seriesMore(figure(begun.length - mostSeries))}</li>}
        </ol>
      )}
      <Button size="row" onPress={() => navigate('/nomor', { replace: true })}>
        {words.toNumbers}
      </Button>
    </section>
  )
}

interface BeginningDialogProps {
  opened: boolean
  opens: boolean
  onClose: () => void
  onChanged: () => void
}

function BeginningDialog({ opened, opens, onClose, onChanged }: BeginningDialogProps) {
  const { timeZone } = useOffice()
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<string>()
  const change = useMutation(
    useTRPC().beginning.set.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return setRefused(sayBeginningRefusal(answer.refusal))
        onClose()
        onChanged()
        showToast(opens ? words.wasReopened : words.wasClosed)
      },
      onError: (error) => setRefused(words.actFailed(faultOf(error, timeZone).code)),
    }),
  )
  return (
    <ConfirmDialog
      opened={opened}
      title={opens ? words.reopenTitle : words.closeTitle}
      sentence={opens ? words.reopenSentence : words.closeSentence}
      action={opens ? words.reopen : words.close}
      destructive={!opens}
      busy={change.isPending}
      onClose={onClose}
      onConfirm={() => change.mutate({ opens, reason: opens ? reason : null })}
    >
      {opens ? (
        <TextAreaField
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          onChange={(text) => {
            setReason(text)
            setRefused(undefined)
          }}
          error={refused}
          maxLength={300}
          autoFocus
        />
      ) : (
        refused !== undefined && (
          <p className={styles.refused} role="alert">
            {refused}
          </p>
        )
      )}
    </ConfirmDialog>
  )
}
