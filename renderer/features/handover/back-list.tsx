import { useState } from 'react'
import type { OpenEndView } from '#contract/handover.ts'
import { statusLabel } from '#domain/wording/application.ts'
import { figure } from '../../lib/format.ts'
import { handoverWords } from '../../locales/handover.ts'
import { TextLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { BackTable } from './back-table.tsx'
import { ListState } from './handover-parts.tsx'
import styles from './handover.module.css'
import type { Finder } from './use-finder.ts'
import type { Lists } from './use-lists.ts'

const words = handoverWords.back

interface BackListProps {
  lists: Lists
  finder: Finder
  selected: string | undefined
  onSelect: (id: string) => void
  onOpen: (id: string) => void
}

const states = ['returned', 'refused', 'withdrawn'] as const

/** *Kembalikan berkas*, to be narrowed to one state, and *Belum tuntas*. */
export function BackList({ lists, finder, ...table }: BackListProps) {
  const [state, setState] = useState<string>('all')
  const back = lists.list === 'back'
  const ofState = (lines: readonly OpenEndView[], key: string) =>
    key === 'all' ? lines : lines.filter((one) => one.status === key)
  return (
    <ListState query={back ? lists.back : lists.ends} failed={back ? words.failed : words.endsFailed}>
      {({ lines, more }) => {
        const found = finder.only(lines)
        const shown = back ? ofState(found, state) : found
        return (
          <>
            {back && lines.length > 0 && (
              <div className={styles.filter}>
                <Segmented
                  dense
                  label={words.state}
                  tabs={[
                    { key: 'all', name: words.allStates, count: figure(found.length) },
                    ...states.map((key) => ({
                      key,
                      name: statusLabel(key),
                      count: figure(ofState(found, key).length),
                    })),
                  ]}
                  current={state}
                  onChange={setState}
                />
              </div>
            )}
            <BackTable
              {...table}
              label={back ? words.listLabel : words.endsLabel}
              lines={shown}
              ended={!back}
              empty={
                lines.length > 0 ? (
                  <p className={styles.part}>{words.nothingOfState}</p>
                ) : (
                  <EmptyState title={back ? words.empty : words.endsEmpty}>
                    {back ? words.emptyWhy : words.endsEmptyWhy}
                  </EmptyState>
                )
              }
              {...(lines.length > 0 && {
                foot: more ? (
                  <>
                    {words.shownOfMore(figure(shown.length), figure(lines.length))}
                    <TextLink onPress={() => lists.showMore(back ? 'back' : 'ends')}>
                      {words.showMore}
                    </TextLink>
                  </>
                ) : (
                  handoverWords.shown(figure(shown.length), figure(lines.length))
                ),
              })}
            />
          </>
        )
      }}
    </ListState>
  )
}
