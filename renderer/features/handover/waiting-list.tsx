import { useState } from 'react'
import type { PickupAge } from '#domain/handover.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { handoverWords } from '../../locales/handover.ts'
import { AgesBar, ofAge } from './ages-bar.tsx'
import { ListState, NothingReady } from './handover-parts.tsx'
import styles from './handover.module.css'
import { ReadyTable } from './ready-table.tsx'
import { isLate } from './use-lists.ts'
import type { Lists } from './use-lists.ts'
import type { Finder } from './use-finder.ts'

interface WaitingListProps {
  lists: Lists
  finder: Finder
  taken: readonly string[]
  onTake: (id: string) => void
  selected: string | undefined
  onSelect: (id: string) => void
  onOpen: (id: string) => void
}

/** *Siap diambil*, and *Belum diambil* with the ages of what waits. */
export function WaitingList({ lists, finder, ...table }: WaitingListProps) {
  const { timeZone } = useOffice()
  const [age, setAge] = useState<PickupAge | 'all'>('all')
  const { waiting, late } = lists
  const reminders = lists.list === 'unfetched'
  const found = finder.only(waiting)
  const shown = !reminders
    ? found
    : age === 'all'
      ? found.filter((one) => isLate(one, timeZone))
      : ofAge(found, age, timeZone)
  return (
    <ListState query={lists.ready} failed={handoverWords.failed}>
      {({ readyToPrint }) =>
        waiting.length === 0 ? (
          <NothingReady readyToPrint={readyToPrint} />
        ) : (
          <>
            {reminders && <AgesBar lines={waiting} zone={timeZone} age={age} onAge={setAge} />}
            <ReadyTable
              {...table}
              lines={shown}
              reminders={reminders}
              empty={<p className={styles.part}>{handoverWords.nothingOfAge}</p>}
              foot={handoverWords.shown(
                figure(shown.length),
                figure(reminders && age === 'all' ? late.length : waiting.length),
              )}
            />
          </>
        )
      }
    </ListState>
  )
}
