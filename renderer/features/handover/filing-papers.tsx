import { useQuery } from '@tanstack/react-query'
import type { WaitingPaperView } from '#contract/handover.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { handoverWords } from '../../locales/handover.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import styles from './handover.module.css'
import { paperOf } from './ready-table.tsx'

const words = handoverWords.filing

interface FilingPapersProps {
  main: WaitingPaperView
  act: readonly WaitingPaperView[]
  waiting: readonly WaitingPaperView[]
  onAdd: (ids: readonly string[]) => void
  onRemove: (id: string) => void
}

/** What else of one *pengajuan kolektif* is ready: ticked, it goes out in the same act. Nothing where it was brought alone. */
export function FilingPapers(props: FilingPapersProps) {
  const { collectiveFilingId } = props.main
  return collectiveFilingId === null ? null : <OfFiling {...props} filingId={collectiveFilingId} />
}

function OfFiling(props: FilingPapersProps & { filingId: string }) {
  const { main, act, waiting, filingId, onAdd, onRemove } = props
  const ready = useQuery(useTRPC().collective.ready.queryOptions({ id: filingId }))
  const others = (ready.data ?? []).flatMap((line) =>
    line.id === main.id ? [] : (waiting.find((one) => one.id === line.id) ?? []),
  )
  const isTaken = (id: string) => act.some((one) => one.id === id)
  const left = others.filter((one) => !isTaken(one.id))
  const addAll = () => onAdd(left.map((one) => one.id))
  useShortcuts(left.length === 0 ? [] : [{ keys: 'F7', label: words.addAllKey, run: addAll }])
  if (others.length === 0) return null
  return (
    <section className={styles.part} aria-label={words.name}>
      <div className={styles.chosenLine}>
        <h3 className={styles.partTitle}>{words.others(figure(others.length))}</h3>
        {left.length > 0 && (
          <Button size="row" kbd="F7" onPress={addAll}>
            {words.addAll}
          </Button>
        )}
      </div>
      <div className={styles.filing}>
        {others.map((line) => (
          <CheckboxField
            key={line.id}
            label={line.holderName}
            note={[
              paperOf(line),
              ...(line.rackPlace === null ? [] : [handoverWords.rackAt(line.rackPlace)]),
            ].join(' · ')}
            checked={isTaken(line.id)}
            onChange={(taken) => (taken ? onAdd([line.id]) : onRemove(line.id))}
          />
        ))}
      </div>
    </section>
  )
}
