import { useMutation, useQuery } from '@tanstack/react-query'
import { IconPlayerPlay, IconPrinterOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { UserView } from '#contract/session.ts'
import { sayPrinterSearchRefusal } from '#domain/wording/printer-search.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { shellWords } from '../../locales/shell.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { mayPrint } from './station-states.tsx'

const words = shellWords.printerBanner

/**
 * At the head of every screen of those who print, while a printer that has work would not do it: what is wrong, what to do
 * and how many sheets wait. Put away by hand it comes back when something else is wrong.
 */
export function PrinterBanner({ user }: { user: UserView }) {
  const trpc = useTRPC()
  const permitted = user.permissions.some((one) => mayPrint.includes(one))
  const desk = useQuery({ ...trpc.printing.desk.queryOptions(), enabled: permitted })
  const [away, setAway] = useState<readonly string[]>([])
  if (desk.data === undefined) return null
  const { jobs, printers } = desk.data
  const troubled = printers.flatMap(({ id, name, active, condition }) => {
    const waiting = jobs.filter(
      ({ state, printerName }) =>
        printerName === name && (state === 'queued' || state === 'held' || state === 'failed'),
    ).length
    const key = `${id} ${condition.reason ?? ''}`
    const shown = active && condition.state === 'trouble' && waiting > 0 && !away.includes(key)
    return shown ? [{ id, key, name, waiting, reason: condition.reason, sentence: condition.sentence }] : []
  })
  const [first, ...others] = troubled
  if (first === undefined) return null
  return (
    <Banner
      tone="amber"
      icon={IconPrinterOff}
      title={first.sentence}
      actions={
        <>
          {first.reason === 'queue-paused' && <Resume key={first.id} printerId={first.id} />}
          <Button size="row" onPress={() => setAway([...away, ...troubled.map(({ key }) => key)])}>
            {words.away}
          </Button>
        </>
      }
    >
      {words.waiting(figure(first.waiting))}
      {others.length > 0 && ` ${words.others(others.map(({ name }) => name))}`}
    </Banner>
  )
}

/** Lets the paused queue go on, or says who can. */
function Resume({ printerId }: { printerId: string }) {
  const trpc = useTRPC()
  const resuming = useMutation(trpc.printers.resume.mutationOptions({ meta: { saves: false } }))
  const refusal = resuming.data?.ok === false ? sayPrinterSearchRefusal(resuming.data.refusal) : undefined
  return (
    <>
      {(resuming.isError || refusal !== undefined) && (
        <span role="alert">{resuming.isError ? words.resumeFailed : refusal}</span>
      )}
      <Button
        size="row"
        icon={IconPlayerPlay}
        busy={resuming.isPending}
        onPress={() => resuming.mutate({ printerId })}
      >
        {words.resume}
      </Button>
    </>
  )
}
