import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type * as z from 'zod'
import type { DraftInput } from '#contract/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { beforeLeaving } from '../../lib/before-leaving.ts'
import { useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { intakeWords } from '../../locales/intake.ts'

/** A change waits at most this long, however fast the typing goes on. */
const waitMs = 250
const againMs = 2000

export interface DraftKeeper {
  /** True while the last try to save it got no answer. */
  readonly failed: boolean
  /** Ends the keeping before the form is registered: a late draft must not come back after its dossier. */
  settle(): Promise<void>
  /** Goes on keeping, after a registration that was refused. */
  resume(): void
}

/** The name of a draft in lists. */
export const draftTitle = (form: IntakeForm): string =>
  form.nameOnPermit.trim() || form.name.trim() || form.nik.trim()

/**
 * Keeps what is typed: a quarter of a second after the first change that is not kept yet, at once on leaving and before the session ends.
 * One save is under way at a time, so that an older state never overtakes a newer one.
 *
 * @param kept    what is kept already: the draft that is continued, or the empty form
 * @param onKept  called once, after the first save, unless the screen has been left by then
 */
export const useDraft = (
  whenKnown: () => Promise<string>,
  form: IntakeForm,
  kept: IntakeForm,
  onKept: (id: string) => void,
): DraftKeeper => useKeptTyping({ whenKnown, typed: form, kept, onKept, asDraft: asIntakeDraft })

const asIntakeDraft = (data: IntakeForm) => ({ kind: 'intake', title: draftTitle(data), data }) as const

type DraftOf = DistributiveOmit<z.input<typeof DraftInput>, 'id'>
type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never

interface TypingOptions<T> {
  readonly whenKnown: () => Promise<string>
  readonly typed: T
  readonly kept: T
  readonly onKept?: (id: string) => void
  /** What is kept of it, and under which name. */
  readonly asDraft: (typed: T) => DraftOf
}

/** As `useDraft`, of whatever is typed on a screen. */
export function useKeptTyping<T>({ whenKnown, typed, kept, onKept, asDraft }: TypingOptions<T>): DraftKeeper {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const save = useMutation(trpc.intake.saveDraft.mutationOptions({ meta: { saves: 'draft' } }))
  const [failed, setFailed] = useState(false)
  const everKept = useRef(false)
  const onScreen = useRef(false)
  const known = useRef<string>(null)
  const keeper = useRef<Keeper<T>>(null)
  keeper.current ??= createKeeper(kept, setFailed)
  const parts = keeper.current
  const latest = useRef(asDraft)

  // A screen that waits for the next one's code is hidden before it is unmounted, and only layout effects end then:
  // from here on the address belongs to the other screen.
  useLayoutEffect(() => {
    onScreen.current = true
    return () => {
      onScreen.current = false
    }
  }, [])

  useEffect(() => {
    parts.send = async (data) => {
      const id = await whenKnown()
      known.current = id
      await save.mutateAsync({ id, ...asDraft(data) })
      if (!everKept.current && onScreen.current) onKept?.(id)
      everKept.current = true
    }
    parts.change(typed)
    latest.current = asDraft
  })

  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') void parts.flush()
    }
    // A page that is being closed may not wait for an answer; `keepalive` lets the request outlive it.
    const onPageHide = () => {
      const data = parts.pending()
      const id = known.current
      if (data === undefined || id === null) return
      void fetch('/trpc/intake.saveDraft', {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id, ...latest.current(data) }),
      }).catch(() => undefined)
    }
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('pagehide', onPageHide)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('pagehide', onPageHide)
    }
  }, [parts])

  useEffect(
    () => () => {
      void parts.flush().then(() => queries.invalidateQueries({ queryKey: trpc.intake.drafts.queryKey() }))
    },
    [parts, queries, trpc],
  )

  useEffect(() => beforeLeaving(() => parts.flush()), [parts])

  useUnsavedGuard(failed ? intakeWords.draftUnsaved : null)
  return { failed, settle: () => parts.settle(), resume: () => parts.resume() }
}

interface Keeper<T> {
  send: (typed: T) => Promise<void>
  change(typed: T): void
  /** What is not kept yet; undefined: everything is. */
  pending(): T | undefined
  flush(): Promise<void>
  settle(): Promise<void>
  resume(): void
}

function createKeeper<T>(keptAtFirst: T, onFailed: (failed: boolean) => void): Keeper<T> {
  let latest = keptAtFirst
  let kept = keptAtFirst
  let settled = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: Promise<void> | undefined

  const pending = () => (settled || latest === kept || isAsKept(latest, kept) ? undefined : latest)
  const schedule = (ms: number) => {
    timer ??= setTimeout(() => {
      timer = undefined
      void flush()
    }, ms)
  }
  const sendOnce = async () => {
    const data = pending()
    if (data === undefined) return
    try {
      await keeper.send(data)
      kept = data
      onFailed(false)
      if (pending() !== undefined) schedule(waitMs)
    } catch {
      onFailed(true)
      schedule(againMs)
    }
  }
  const flush = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    await underWay
    underWay = sendOnce()
    await underWay
    underWay = undefined
  }
  const keeper: Keeper<T> = {
    send: () => Promise.resolve(),
    change: (typed) => {
      latest = typed
      if (pending() !== undefined && underWay === undefined) schedule(waitMs)
    },
    pending,
    flush,
    settle: async () => {
      settled = true
      clearTimeout(timer)
      timer = undefined
      await underWay
    },
    resume: () => {
      settled = false
      if (pending() !== undefined) schedule(waitMs)
    },
  }
  return keeper
}

/** Nothing typed since: an opened and left screen leaves no draft. */
const isAsKept = (typed: unknown, kept: unknown): boolean => JSON.stringify(typed) === JSON.stringify(kept)
