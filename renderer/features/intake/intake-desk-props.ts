import type { IntakeForm } from '#domain/intake-form.ts'
import type { KeptDraft } from './draft-offer.tsx'
import type { ReferredPerson } from './referred.tsx'
import type { RegisteredApplication } from './registered.tsx'
import type { BringingOptions } from './use-bringing.ts'

/** What the screen gives the desk, and hears from it. */
export interface IntakeDeskProps extends BringingOptions {
  /** The draft that is continued; null: a new application. */
  draftId: string | null
  drafts: readonly KeptDraft[]
  /** The first thing typed has been kept under this id. */
  onKept: (id: string) => void
  onResume: (draft: KeptDraft) => void
  onDraftsChanged: () => void
  /** `next` is the empty form that follows in a *pengajuan kolektif*; null: it was brought alone. */
  onRegistered: (next: IntakeForm | null, done: RegisteredApplication) => void
  /** The dossier on the screen was left out of the list; this form follows. */
  onNext: (next: IntakeForm) => void
  onClosed: (filingId: string, jobId: string | null) => void
  onReferred: (person: ReferredPerson) => void
}
