import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SearchView } from '#contract/printers.ts'
import { joinWords } from '#domain/indonesian.ts'
import { sayPrinterSearchRefusal } from '#domain/wording/printer-search.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { printerWords } from '../../locales/printers.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import type { PrinterStart } from './printer-form.tsx'
import styles from './settings.module.css'

const words = printerWords.find

interface FindDrawerProps {
  onClose: () => void
  /** One was chosen; its form opens, filled as far as it is known. */
  onTake: (start: PrinterStart) => void
}

/** Printers that are there already: queues of this machine, what the print server has heard of, and the office's network. */
export function FindDrawer({ onClose, onTake }: FindDrawerProps) {
  const trpc = useTRPC()
  // The neighbours take seconds; what is known at once must not wait in one answer with them.
  const known = useQuery(trpc.printers.queues.queryOptions()).isFetched
  return (
    <Drawer opened width={520} title={words.title} onClose={onClose}>
      <div className={styles.drawer}>
        <Queues onTake={onTake} />
        <Neighbours onTake={onTake} enabled={known} />
        <Network onTake={onTake} />
      </div>
    </Drawer>
  )
}

type Taking = Pick<FindDrawerProps, 'onTake'>

interface Line {
  readonly name: string
  readonly note: string
  readonly usedBy: string | null
  readonly start: PrinterStart
}

function Found({ lines, onTake }: Taking & { lines: readonly Line[] }) {
  return (
    <ul className={styles.found}>
      {lines.map(({ name, note, usedBy, start }) => (
        <li key={start.address}>
          <div>
            <span>{name}</span>
            <p className={styles.note}>{usedBy === null ? note : words.used(usedBy)}</p>
          </div>
          {usedBy === null && (
            <Button size="row" label={words.takeName(name)} onPress={() => onTake(start)}>
              {words.take}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Queues({ onTake }: Taking) {
  const trpc = useTRPC()
  const queues = useQuery({ ...trpc.printers.queues.queryOptions(), staleTime: 0 })
  const answer = queues.data
  return (
    <fieldset className={styles.group}>
      <legend>{words.queues}</legend>
      {queues.isPending && <SkeletonRows rows={2} widths={[160, 80]} />}
      {queues.isError && <p className={styles.refused}>{words.failed}</p>}
      {answer?.ok === false && <p className={styles.note}>{sayPrinterSearchRefusal(answer.refusal)}</p>}
      {answer?.ok === true && answer.value.length === 0 && <p className={styles.note}>{words.queuesNone}</p>}
      {answer?.ok === true && (
        <Found
          onTake={onTake}
          lines={answer.value.map(({ name, info, address, stopped, accepting, media, usedBy }) => ({
            name: info === '' ? name : info,
            note: [
              address,
              media.length === 0 ? words.raw : words.sizes(figure(media.length)),
              ...(stopped ? [words.paused] : []),
              ...(accepting ? [] : [words.notAccepting]),
            ].join(' · '),
            usedBy,
            start: {
              name: info === '' ? name : info,
              kind: media.length === 0 ? 'thermal' : 'sheet',
              address,
            },
          }))}
        />
      )}
    </fieldset>
  )
}

function Neighbours({ onTake, enabled }: Taking & { enabled: boolean }) {
  const trpc = useTRPC()
  const offered = useQuery({ ...trpc.printers.neighbours.queryOptions(), enabled })
  return (
    <fieldset className={styles.group}>
      <legend>{words.neighbours}</legend>
      {offered.isPending && (
        <p className={styles.note} role="status">
          {words.neighboursBusy}
        </p>
      )}
      {offered.isError && <p className={styles.refused}>{words.failed}</p>}
      {offered.data?.length === 0 && <p className={styles.note}>{words.neighboursNone}</p>}
      <Found
        onTake={onTake}
        lines={(offered.data ?? []).map(({ name, address, usedBy }) => ({
          name,
          note: address,
          usedBy,
          start: { name, kind: 'thermal', address },
        }))}
      />
    </fieldset>
  )
}

function Network({ onTake }: Taking) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const search = useQuery(trpc.networkSearch.present.queryOptions())
  const keep = (view: SearchView) => void queries.setQueryData(trpc.networkSearch.present.queryKey(), view)
  const beginning = useMutation(
    trpc.networkSearch.begin.mutationOptions({ meta: { saves: false }, onSuccess: keep }),
  )
  const stopping = useMutation(
    trpc.networkSearch.stop.mutationOptions({ meta: { saves: false }, onSuccess: keep }),
  )
  const view = search.data
  if (view === undefined) return search.isError ? <p className={styles.refused}>{words.failed}</p> : null
  const running = view.state === 'running'
  return (
    <fieldset className={styles.group}>
      <legend>{words.network}</legend>
      <p className={styles.note}>
        {view.networks.length === 0 ? words.networkNone : words.networkNote(joinWords(view.networks))}
      </p>
      {running && (
        <div className={styles.progress}>
          <progress value={view.asked} max={Math.max(1, view.total)} aria-label={words.network} />
          <span role="status">{words.progress(figure(view.asked), figure(view.total))}</span>
        </div>
      )}
      {(view.state === 'done' || view.state === 'cancelled') && (
        <p role="status">
          {view.state === 'cancelled'
            ? words.stopped(figure(view.asked))
            : view.found.length === 0
              ? words.doneNone
              : words.done(figure(view.found.length))}
        </p>
      )}
      {(beginning.isError || stopping.isError) && (
        <p className={styles.refused} role="alert">
          {words.failed}
        </p>
      )}
      <Found
        onTake={onTake}
        lines={view.found.map(({ name, address, usedBy }) => ({
          name,
          note: address,
          usedBy,
          start: { name: '', kind: 'thermal', address },
        }))}
      />
      {view.networks.length > 0 && (
        <span>
          {running ? (
            <Button busy={stopping.isPending} onPress={() => stopping.mutate()}>
              {words.stop}
            </Button>
          ) : (
            <Button busy={beginning.isPending} onPress={() => beginning.mutate()}>
              {view.state === 'none' ? words.begin : words.again}
            </Button>
          )}
        </span>
      )}
    </fieldset>
  )
}
