import type { IntakeForm } from '#domain/intake-form.ts'
import { collectiveWords as words } from '../../locales/collective.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { CloseFilingDialog } from './close-filing-dialog.tsx'
import { CollectiveDrawer } from './collective-drawer.tsx'
import { CollectivePane } from './collective-pane.tsx'
import type { KeptDraft } from './draft-offer.tsx'
import { LeaveOutDialog } from './leave-out-dialog.tsx'
import type { Bringing } from './use-bringing.ts'
import { draftTitle } from './use-draft.ts'
import type { DraftKeeper } from './use-draft.ts'

export interface BringingListProps {
  bringing: Bringing
  drafts: readonly KeptDraft[]
  /** The one on the screen is no draft beside it. */
  applicationId: string | undefined
  onResume: (draft: KeptDraft) => void
}

/** What was taken in or left out a moment ago is no draft any more, though it may still be listed as one. */
function draftsOf({ bringing, drafts, applicationId }: BringingListProps): readonly KeptDraft[] {
  const { id: filingId, filing } = bringing.collective
  if (filingId === null) return []
  const settled = [
    applicationId,
    ...(filing?.rows ?? []).map(({ line }) => line.id),
    ...(filing?.untaken ?? []).map(({ id }) => id),
  ]
  return drafts.filter(({ id, data }) => data.collectiveFilingId === filingId && !settled.includes(id))
}

/** The list of the filing beside the form. */
export function BringingList(props: BringingListProps) {
  const { bringing } = props
  return (
    <CollectivePane
      state={bringing.collective}
      drafts={draftsOf(props)}
      onResume={props.onResume}
      onLeave={bringing.isTyped ? () => bringing.show('leave') : null}
      onClose={() => bringing.show('close')}
    />
  )
}

export interface BringingWindowsProps extends BringingListProps {
  whenKnown: () => Promise<string>
  draft: DraftKeeper
  /** What saving said last; null: nothing. */
  refused: string | null
  onNext: (next: IntakeForm) => void
  onClosed: (filingId: string, jobId: string | null) => void
}

/** Choosing or opening a filing, leaving a dossier out, closing the list; and the list itself on a narrow screen. */
export function BringingWindows(props: BringingWindowsProps) {
  const { bringing } = props
  const { collective, form, next } = bringing
  const { filing } = collective
  const close = () => bringing.show(null)
  switch (bringing.window) {
    case 'choose':
      return <CollectiveDrawer onClose={close} onFiling={bringing.chooseFiling} />
    case 'list':
      return (
        <Drawer opened title={words.list} onClose={close}>
          <BringingList {...props} />
        </Drawer>
      )
    case 'leave':
      return (
        collective.id !== null && (
          <LeaveOutDialog
            filingId={collective.id}
            form={form}
            whenKnown={props.whenKnown}
            draft={props.draft}
            refused={props.refused}
            onClose={close}
            onLeft={() => next !== null && props.onNext(next)}
          />
        )
      )
    case 'close':
      return (
        filing !== null && (
          <CloseFilingDialog
            filing={filing}
            drafts={draftsOf(props)}
            typed={bringing.isTyped ? draftTitle(form) || words.unnamed : null}
            onClose={close}
            onClosed={(jobId) => props.onClosed(filing.id, jobId)}
          />
        )
      )
    default:
      return null
  }
}
