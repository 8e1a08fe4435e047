import type { ComponentProps, ReactNode } from 'react'
import { Button } from './button.tsx'
import { ScreenTitle } from './panel.tsx'
import { QueryState, type Asked } from './query-state.tsx'
import { EmptyState } from './states.tsx'
import { Segmented } from './tabs.tsx'
import { TwoPanes } from './two-panes.tsx'

interface SegmentedPanesProps<Data> {
  words: {
    title: string
    /** Names the choice of the list. */
    which: string
    openDossier: string
    failed: string
    failedAction: string
    /** Names the pane for a screen reader. */
    pane: string
    choose: string
    chooseNote: string
  }
  /** The lists, each with how many wait in it. */
  segments: Omit<ComponentProps<typeof Segmented>, 'label'>
  /** Beside the title, before the way into the dossier. */
  right?: ReactNode
  above?: ReactNode
  query: Asked<Data>
  /** The bars of a row that will come. */
  widths: readonly number[]
  list: (data: Data) => ReactNode
  /** Opens the dossier of what is chosen; left out: it has none, or nothing is chosen. */
  onOpen?: (() => void) | undefined
  /** Left out: nothing is chosen. */
  pane?: ReactNode
}

/** A screen of a few lists, one of them shown at the left, and the one that is chosen at the right with the way into its dossier. */
export function SegmentedPanes<Data>({ words, segments, list, ...rest }: SegmentedPanesProps<Data>) {
  const { right, above, query, widths, onOpen, pane } = rest
  return (
    <TwoPanes
      title={
        <ScreenTitle
          title={words.title}
          note={<Segmented label={words.which} {...segments} />}
          right={
            <>
              {right}
              {onOpen !== undefined && (
                <Button kbd="Enter" onPress={onOpen}>
                  {words.openDossier}
                </Button>
              )}
            </>
          }
        />
      }
      above={above}
      list={
        <QueryState
          query={query}
          widths={widths}
          height={49}
          failed={words.failed}
          failedAction={words.failedAction}
        >
          {list}
        </QueryState>
      }
      paneName={words.pane}
      pane={
        pane ?? (
          <EmptyState title={words.choose} top>
            {words.chooseNote}
          </EmptyState>
        )
      }
    />
  )
}
