import { useLocation } from 'wouter'
import type { FilingListView } from '#contract/collective.ts'
import { bringerName } from '#domain/collective-filing.ts'
import { figure } from '../../lib/format.ts'
import { collectiveWords as words } from '../../locales/collective.ts'
import { Button, TextLink } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import styles from './collective.module.css'
import type { KeptDraft } from './draft-offer.tsx'
import { FilingRows } from './filing-rows.tsx'
import type { FilingState } from './use-filing.ts'

export interface CollectivePaneProps {
  state: FilingState
  /** Begun in this filing and not saved, without the one on the screen. */
  drafts: readonly KeptDraft[]
  onResume: (draft: KeptDraft) => void
  /** null: nothing is typed that could be left out. */
  onLeave: (() => void) | null
  onClose: () => void
}

/** The list beside the form: what one bringer has brought so far. */
export function CollectivePane({ state, drafts, onResume, onLeave, onClose }: CollectivePaneProps) {
  const [, navigate] = useLocation()
  const { filing } = state
  const open = filing?.closed === null
  return (
    <>
      <div className={styles.head}>
        <h2>{words.list}</h2>
      </div>
      <div className={styles.scroll} aria-live="polite">
        {filing === null ? (
          state.failed || state.gone ? (
            <p className={styles.none}>{state.gone ? words.gone : words.listFailed}</p>
          ) : (
            <SkeletonRows rows={4} widths={[180, 120]} />
          )
        ) : (
          <>
            <p className={styles.count}>
              {words.note(filing.code, bringerName(filing.bringer))}
              <span className={styles.quiet}>{countWords(filing)}</span>
            </p>
            <FilingRows filing={filing} onOpen={(id) => navigate(`~/berkas/${id}`)} />
            {drafts.length > 0 && (
              <section aria-label={words.drafts} className={styles.part}>
                <h3>{words.drafts}</h3>
                <ul className={styles.rows}>
                  {drafts.map((draft) => (
                    <li key={draft.id}>
                      <TextLink
                        label={words.resume(draft.title.trim() || words.unnamed)}
                        onPress={() => onResume(draft)}
                      >
                        {draft.title.trim() || words.unnamed}
                      </TextLink>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </div>
      {open && (
        <div className={styles.acts}>
          <Button
            kbd="Ctrl+U"
            onPress={() => onLeave?.()}
            {...(onLeave === null
              ? {
                  reason: words.leaveEmpty,
                  reasonHidden: true,
                  onBlocked: () => showToast(words.leaveEmpty),
                }
              : {})}
          >
            {words.leave}
          </Button>
          <Button kbd="Ctrl+E" onPress={onClose}>
            {words.close}
          </Button>
        </div>
      )}
    </>
  )
}

/** *3 diterima, 1 tidak* */
export const countWords = ({ rows, untaken }: Pick<FilingListView, 'rows' | 'untaken'>): string =>
  words.count(figure(rows.length), figure(untaken.length))
