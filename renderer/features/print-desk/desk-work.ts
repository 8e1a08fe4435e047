import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DossierView } from '#contract/dossier.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { ok, refuse } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import type { DossierWorkRefusal } from '#domain/wording/dossier-work-refusal.ts'
import { useTRPC, useTRPCClient } from '../../lib/api-client.ts'
import { useOfficeWords } from '../../lib/office-words.ts'
import { nextStep } from './next-step.ts'

/** How the question for a second person is answered; `consent` null: somebody agrees later the same day. */
export interface SecondAnswer {
  readonly consent: { readonly username: string; readonly password: string } | null
}

/** One act on one letter. */
export type DeskOrder =
  | { readonly kind: 'number' }
  | {
      readonly kind: 'print'
      readonly printerId: string | null
      readonly reason: string | null
      readonly second?: SecondAnswer
    }
  /** `scanSha256`: of the signed sheet; null: none. */
  | { readonly kind: 'sign'; readonly on: OfficeDate; readonly scanSha256: string | null }
  | { readonly kind: 'act'; readonly action: string; readonly note: string | null }

type Client = ReturnType<typeof useTRPCClient>
type Answer = Result<DossierView, DossierWorkRefusal>

/** Does it at the stage that the screen showed: one that was left meanwhile is refused, with who and when. */
function carryOut({ dossiers }: Client, view: DossierView, order: DeskOrder): Promise<Answer> {
  const applicationId = view.line.id
  const stage = view.workStage?.code ?? null
  switch (order.kind) {
    case 'number':
      return dossiers.number.mutate({ applicationId, stage })
    case 'print':
      return dossiers.print.mutate({
        applicationId,
        printerId: order.printerId,
        reason: order.reason,
        ...(order.second && { consent: order.second.consent, consentLater: order.second.consent === null }),
      })
    case 'sign':
      return dossiers.sign.mutate({ applicationId, stage, on: order.on, scanSha256: order.scanSha256 })
    case 'act':
      return dossiers.act.mutate({
        applicationId,
        stage: stage ?? '',
        action: order.action,
        note: order.note,
        asks: [],
      })
  }
}

/** What a batch does with each of its letters, until `plan` finds nothing more to do. */
export type BatchKind = 'print' | 'sign' | 'forward'

export interface Batch {
  readonly kind: BatchKind
  readonly letters: readonly { readonly id: string; readonly name: string }[]
  readonly printerId: string | null
  readonly on: OfficeDate | null
}

function plan(view: DossierView, batch: Batch): DeskOrder | null {
  const step = nextStep(view)
  if (batch.kind === 'print' && step.kind === 'number') return { kind: 'number' }
  if (batch.kind === 'print' && step.kind === 'print')
    return { kind: 'print', printerId: batch.printerId, reason: null }
  if (batch.kind === 'sign' && step.kind === 'sign' && batch.on !== null)
    return { kind: 'sign', on: batch.on, scanSha256: null }
  if (batch.kind === 'forward' && step.kind === 'forward')
    return { kind: 'act', action: step.action.code, note: null }
  return null
}

export interface BatchOutcome {
  readonly done: readonly string[]
  readonly refused: readonly { readonly id: string; readonly name: string; readonly sentence: string }[]
}

/**
 * The acts of the print desk. `work` does one; `batch` goes through several letters one after another, never two at once,
 * so that numbers and sheets come in the order of the list, and goes on when one is refused.
 */
export function useDeskWork(onProgress: (done: number, all: number, name: string) => void) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const words = useOfficeWords()
  const say = (refusal: DossierWorkRefusal) => sayDossierRefusal(refusal, words)
  const show = (view: DossierView) =>
    queries.setQueryData(trpc.dossiers.get.queryKey({ id: view.line.id }), view)
  const askAgain = (id?: string) => {
    void queries.invalidateQueries(trpc.printing.desk.queryFilter())
    if (id !== undefined) void queries.invalidateQueries(trpc.dossiers.get.queryFilter({ id }))
  }

  /** A refusal carries its sentence, and whether it is about the scan of a signed sheet. */
  const work = useMutation({
    mutationKey: ['print-desk', 'work'],
    mutationFn: async ({ view, order }: { view: DossierView; order: DeskOrder }) => {
      const answer = await carryOut(client, view, order)
      if (answer.ok) show(answer.value)
      askAgain(answer.ok ? undefined : view.line.id)
      return answer.ok
        ? ok(null)
        : refuse({ sentence: say(answer.refusal), ofScan: answer.refusal.code.startsWith('signed-scan') })
    },
  })

  const batch = useMutation({
    mutationKey: ['print-desk', 'batch'],
    mutationFn: async (wanted: Batch): Promise<BatchOutcome> => {
      const done: string[] = []
      const refused: { id: string; name: string; sentence: string }[] = []
      for (const [index, { id, name }] of wanted.letters.entries()) {
        onProgress(index, wanted.letters.length, name)
        const refusal = await workThrough(id, wanted)
        if (refusal === null) done.push(id)
        else refused.push({ id, name, sentence: refusal })
      }
      askAgain()
      return { done, refused }
    },
  })

  const workThrough = async (id: string, wanted: Batch): Promise<string | null> => {
    let view = await client.dossiers.get.query({ id })
    for (let order = plan(view, wanted); order !== null; order = plan(view, wanted)) {
      const answer = await carryOut(client, view, order)
      if (!answer.ok) return say(answer.refusal)
      view = answer.value
      show(view)
    }
    return null
  }

  return { work, batch }
}
