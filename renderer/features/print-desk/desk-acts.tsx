import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { figure } from '../../lib/format.ts'
import { printDeskWords as words } from '../../locales/print-desk.ts'
import { showToast } from '../../ui/toast.tsx'
import { secondWords } from '../../locales/second-originals.ts'
import { NoteDialog, SignDialog } from './desk-dialogs.tsx'
import { useDeskWork } from './desk-work.ts'
import type { BatchKind, BatchOutcome, DeskOrder } from './desk-work.ts'
import type { LetterActs } from './letter-pane.tsx'
import { SecondPrintDialog } from './second-print-dialog.tsx'

/** What is being asked before an act: the letters it concerns are named in the dialog. */
type Question =
  | { readonly kind: 'sign'; readonly view: DossierView }
  | { readonly kind: 'sign-batch'; readonly letters: readonly BatchLetter[] }
  | { readonly kind: 'reprint'; readonly view: DossierView }
  | { readonly kind: 'back'; readonly view: DossierView; readonly action: string }

export interface BatchLetter {
  readonly id: string
  readonly name: string
}

export type News =
  | { readonly kind: 'working'; readonly done: number; readonly all: number; readonly name: string }
  | { readonly kind: 'ended'; readonly outcome: BatchOutcome }

/** The acts of this desk with the questions they ask; at most one question and one batch at a time. */
export function useDeskActs(options: { printerId: string | null; onBatchDone: () => void }) {
  const [question, setQuestion] = useState<Question>()
  const [refused, setRefused] = useState<{ id: string; seq: number; sentence: string; ofScan: boolean }>()
  const [news, setNews] = useState<News>()
  const { work, batch } = useDeskWork((done, all, name) => setNews({ kind: 'working', done, all, name }))
  const busy = work.isPending || batch.isPending

  const close = () => {
    setQuestion(undefined)
    setRefused(undefined)
  }
  const run = (view: DossierView, order: DeskOrder, onDone?: () => void) => {
    if (busy) return
    setRefused(undefined)
    work.mutate(
      { view, order },
      {
        onSuccess: (answer) => {
          if (!answer.ok) return setRefused({ id: view.line.id, seq: view.seq, ...answer.refusal })
          setQuestion(undefined)
          onDone?.()
        },
        onError: () =>
          setRefused({ id: view.line.id, seq: view.seq, sentence: words.acts.failed, ofScan: false }),
      },
    )
  }
  const runBatch = (
    kind: BatchKind,
    letters: readonly BatchLetter[],
    on: Parameters<typeof batch.mutate>[0]['on'],
  ) => {
    if (busy) return
    batch.mutate(
      { kind, letters, printerId: options.printerId, on },
      {
        onSuccess: (outcome) => {
          setQuestion(undefined)
          options.onBatchDone()
          setNews(outcome.refused.length === 0 ? undefined : { kind: 'ended', outcome })
          if (outcome.done.length > 0) showToast(words.batch.done(figure(outcome.done.length)))
        },
        onError: () => {
          setNews(undefined)
          setQuestion(undefined)
          showToast(words.acts.failed)
        },
      },
    )
  }
  const ofLetter: Pick<LetterActs, 'onNumber' | 'onPrint' | 'onSign' | 'onForward' | 'onBack' | 'onReprint'> =
    {
      onNumber: (view) => run(view, { kind: 'number' }),
      onPrint: (view) => run(view, { kind: 'print', printerId: options.printerId, reason: null }),
      onSign: (view) => setQuestion({ kind: 'sign', view }),
      onForward: (view, action) => run(view, { kind: 'act', action, note: null }),
      onBack: (view, action) => setQuestion({ kind: 'back', view, action }),
      onReprint: (view) => setQuestion({ kind: 'reprint', view }),
    }
  return {
    ofLetter,
    busy,
    question,
    close,
    run,
    runBatch,
    printerId: options.printerId,
    refused,
    /** Of the letter as it was then: what has changed since has its own words. */
    refusalOf: (id: string) => (question === undefined && refused?.id === id ? refused : undefined),
    news,
    clearNews: () => setNews(undefined),
    startBatch: (kind: BatchKind, letters: readonly BatchLetter[]) =>
      kind === 'sign' ? setQuestion({ kind: 'sign-batch', letters }) : runBatch(kind, letters, null),
  }
}

/** The dialog of the question that is open, if one is. */
export function DeskActs({ acts }: { acts: ReturnType<typeof useDeskActs> }) {
  const { question, close, busy } = acts
  if (question === undefined) return null
  const refusal = acts.refused?.sentence
  if (question.kind === 'sign-batch')
    return (
      <SignDialog
        sentence={words.sign.sentence(words.sign.many(figure(question.letters.length)))}
        action={words.batch.sign(figure(question.letters.length))}
        busy={busy}
        refusal={refusal}
        onClose={close}
        several
        onSign={(on) => acts.runBatch('sign', question.letters, on)}
      />
    )
  const { view } = question
  const { line } = view
  const number = line.productNumber ?? line.registrationNumber
  switch (question.kind) {
    case 'sign':
      return (
        <SignDialog
          sentence={words.sign.sentence(words.sign.one(number, line.holderName))}
          action={words.acts.sign}
          busy={busy}
          refusal={refusal}
          onClose={close}
          ofScan={acts.refused?.ofScan === true}
          onSign={(on, scanSha256) => acts.run(view, { kind: 'sign', on, scanSha256 })}
        />
      )
    case 'reprint':
      if (view.product?.secondOriginal === true)
        return (
          <SecondPrintDialog
            sentence={secondWords.dialog.sentence(number, line.holderName)}
            busy={busy}
            refusal={refusal}
            keptAs={`${line.id}/reprint`}
            onClose={close}
            onPrint={(reason, consent, forget) =>
              acts.run(
                view,
                { kind: 'print', printerId: acts.printerId, reason, second: { consent } },
                forget,
              )
            }
          />
        )
      return (
        <NoteDialog
          title={words.reprint.title}
          sentence={words.reprint.sentence(number, line.holderName)}
          label={words.reprint.reason}
          hint={words.reprint.hint}
          missing={words.reprint.missing}
          busy={busy}
          refusal={refusal}
          onClose={close}
          keptAs={`${line.id}/reprint`}
          onDone={(reason, forget) =>
            acts.run(view, { kind: 'print', printerId: acts.printerId, reason }, forget)
          }
        />
      )
    case 'back':
      return (
        <NoteDialog
          title={view.actions.find(({ code }) => code === question.action)?.label ?? ''}
          sentence={words.back.sentence(number, line.holderName)}
          label={words.back.note}
          hint={words.back.hint}
          missing={words.back.missing}
          busy={busy}
          refusal={refusal}
          onClose={close}
          keptAs={`${line.id}/note`}
          onDone={(note, forget) => acts.run(view, { kind: 'act', action: question.action, note }, forget)}
        />
      )
  }
}
