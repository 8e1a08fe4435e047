import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { IntakeForm } from '#domain/intake-form.ts'
import { useTRPC } from '../../lib/api-client.ts'
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
 * Keeps what is typed: a quarter of a second after the first change that is not kept yet, and at once on leaving.
 * One save is under way at a time, so that an older state never overtakes a newer one.
 *
 * @param kept    what is kept already: the draft that is continued, or the empty form
 * @param onKept  called once, after the first save, unless the screen has been left by then
 */
export function useDraft(
  whenKnown: () => Promise<string>,
  form: IntakeForm,
  kept: IntakeForm,
  onKept: (id: string) => void,
): DraftKeeper {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const save = useMutation(trpc.intake.saveDraft.mutationOptions({ meta: { saves: 'draft' } }))
  const [failed, setFailed] = useState(false)
  const everKept = useRef(false)
  const onScreen = useRef(false)
  const known = useRef<string>(null)
  const keeper = useRef<Keeper>(null)
  keeper.current ??= createKeeper(kept, setFailed)
  const parts = keeper.current

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
      await save.mutateAsync({ id, kind: 'intake', title: draftTitle(data), data })
      if (!everKept.current && onScreen.current) onKept(id)
      everKept.current = true
    }
    parts.change(form)
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
        body: JSON.stringify({ id, kind: 'intake', title: draftTitle(data), data }),
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

  useUnsavedGuard(failed ? intakeWords.draftUnsaved : null)
  return { failed, settle: () => parts.settle(), resume: () => parts.resume() }
}

interface Keeper {
  send: (form: IntakeForm) => Promise<void>
  change(form: IntakeForm): void
  /** What is not kept yet; undefined: everything is. */
  pending(): IntakeForm | undefined
  flush(): Promise<void>
  settle(): Promise<void>
  resume(): void
}

function createKeeper(keptAtFirst: IntakeForm, onFailed: (failed: boolean) => void): Keeper {
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
  const keeper: Keeper = {
    send: () => Promise.resolve(),
    change: (form) => {
      latest = form
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
const isAsKept = (form: IntakeForm, kept: IntakeForm): boolean =>
  JSON.stringify(form) === JSON.stringify(kept)
