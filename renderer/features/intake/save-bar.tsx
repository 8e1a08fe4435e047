import { Fragment } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { FieldRefusal, IntakeField } from '#domain/intake.ts'
import { isBlank } from '#domain/intake-minimum.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { oldBookWords } from '../../locales/late-entry.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { Button, TextLink } from '../../ui/button.tsx'
import { ActionBar } from '../../ui/panel.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './intake.module.css'
import { JobMark } from './job-mark.tsx'

export interface SaveBarProps {
  refusals: readonly FieldRefusal[]
  onSave: () => void
  /** What saving does here, where it prints no receipt. */
  label?: string
  /** Saving on what must come before the receipt; null: everything must. */
  minimum: { readonly demanded: number; save(): void } | null
  saving: boolean
  onGo: (field: IntakeField) => void
  /** A sentence of the service about the whole application. */
  refused: string | null
  missing: MissingList
}

export interface MissingList {
  /** null: it can be printed. */
  readonly reason: string | null
  readonly jobId: string | null
  readonly busy: boolean
  print(): void
}

/** Saving at the lower right, and at its left what is lacking, each a way to its field. */
export function SaveBar({
  refusals,
  onSave,
  label = words.save,
  minimum,
  saving,
  onGo,
  refused,
  missing,
}: SaveBarProps) {
  const first = refusals[0]
  return (
    <ActionBar start={<MissingButton missing={missing} />}>
      {refused !== null && (
        <p className={styles.refused} role="alert">
          {refused}
        </p>
      )}
      {minimum !== null && (
        <Button
          size="main"
          kbd="Ctrl+M"
          busy={saving}
          onPress={minimum.save}
          onBlocked={minimum.save}
          {...(minimum.demanded > 0
            ? { reason: words.minimumLacks(figure(minimum.demanded)), reasonHidden: true }
            : {})}
        >
          {words.saveMinimum}
        </Button>
      )}
      <Button
        rank="main"
        kbd="Ctrl+Enter"
        busy={saving}
        onPress={onSave}
        onBlocked={onSave}
        reason={first === undefined || saving ? undefined : <Lacking refusals={refusals} onGo={onGo} />}
        // Beside two ways of saving there is no room for it: a press leads to the first field that lacks.
        reasonHidden={minimum !== null}
      >
        {label}
      </Button>
    </ActionBar>
  )
}

function MissingButton({ missing }: { missing: MissingList }) {
  const { reason } = missing
  return (
    <span className={styles.missing}>
      <Button
        size="main"
        busy={missing.busy}
        onPress={missing.print}
        // The sentence at the right is the one that matters: this one is told when it is asked for.
        {...(reason === null
          ? {}
          : {
              reason,
              reasonHidden: true,
              onBlocked: () => showToast(reason),
            })}
      >
        {words.printMissing}
      </Button>
      {missing.jobId !== null && <MissingJob jobId={missing.jobId} />}
    </span>
  )
}

function MissingJob({ jobId }: { jobId: string }) {
  const job = useQuery(useTRPC().printing.job.queryOptions({ jobId }))
  return job.data ? <JobMark job={job.data} /> : null
}

const shownAtMost = 2
const roomForNames = 24

/** *Belum dapat disimpan: isi nomor HP, lampirkan KTP dan 3 lagi.* */
function Lacking({
  refusals,
  onGo,
}: {
  refusals: readonly FieldRefusal[]
  onGo: (field: IntakeField) => void
}) {
  const distinct = refusals.filter(
    (one, index) =>
      refusals.findIndex(({ field }) => nameOf(field) === nameOf(one.field)) === index || hasOwnName(one),
  )
  // What was typed and is wrong comes before what is still to be typed.
  const ranked = distinct.toSorted((a, b) => Number(isBlank(a)) - Number(isBlank(b)))
  const two = ranked.slice(0, shownAtMost)
  // A long name takes the place of two: the bar keeps to two lines.
  const shown = two.map(thingOf).join('').length > roomForNames ? two.slice(0, 1) : two
  const rest = ranked.length - shown.length
  return (
    <>
      {words.notYet}
      {shown.map((one, index) => (
        <Fragment key={one.field}>
          {index > 0 && words.and}
          {verbOf(one)} <TextLink onPress={() => onGo(one.field)}>{thingOf(one)}</TextLink>
        </Fragment>
      ))}
      {rest > 0 ? words.more(figure(rest)) : ''}.
    </>
  )
}

const isPaper = ({ field }: FieldRefusal) => field.startsWith('documents.')

/** Parts of the form that hold as many fields as the type asks: each is told by its own label. */
const hasOwnName = ({ field }: FieldRefusal) =>
  /^(documents|papers|answers|otherPermits|oldBook)\./.test(field)

function nameOf(field: IntakeField): string {
  if (field.startsWith('schedule.')) return words.fieldNames.schedule
  if (field.startsWith('documents.')) return words.fieldNames.documents
  if (field === 'oldBook.stage') return oldBookWords.stageInSentence
  if (field.startsWith('oldBook.')) return words.fieldNames.oldBook
  if (field.startsWith('papers.')) return words.fieldNames.papers
  if (field.startsWith('answers.')) return words.fieldNames.answers
  if (field.startsWith('otherPermits.')) return words.fieldNames.otherPermits
  return words.fieldNames[field as keyof typeof words.fieldNames]
}

function verbOf(one: FieldRefusal): string {
  if (isBlank(one)) return isPaper(one) ? words.attach : words.fill
  return words.mend
}

const longestName = 40

/** What stands before the first comma or colon, and of that as many words as the bar has room for. */
function shortName(label: string): string {
  const head = label.split(/[,:]/)[0] ?? label
  if (head.length <= longestName) return head
  const cut = head.slice(0, longestName)
  return `${cut.slice(0, cut.lastIndexOf(' '))} …`
}

function thingOf({ field, refusal }: FieldRefusal): string {
  if (hasOwnName({ field, refusal }) && 'label' in refusal) return shortName(refusal.label)
  if (refusal.code === 'schedule-time') return words.times[refusal.field]
  if (refusal.code === 'schedule-ends-before-start') return words.times.until
  return nameOf(field)
}
