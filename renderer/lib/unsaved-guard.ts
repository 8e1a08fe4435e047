import { useEffect, useRef, useSyncExternalStore } from 'react'

interface Unsaved {
  /** What would be lost, as a sentence that names it. */
  sentence: string
}

let unsaved: readonly Unsaved[] = []
let asked: { sentence: string; go: () => void } | null = null
const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())

/**
 * Keeps a screen from being left while something typed is not in the database yet.
 * Drafts save themselves, so this is for the moment between the last key and its saving, and for notes of dialogs.
 *
 * @param sentence  what would be lost; null when nothing would
 */
export function useUnsavedGuard(sentence: string | null): void {
  const own = useRef<Unsaved>({ sentence: '' })
  useEffect(() => {
    if (sentence === null) return
    const entry = own.current
    entry.sentence = sentence
    unsaved = [...unsaved, entry]
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', onUnload)
    return () => {
      unsaved = unsaved.filter((other) => other !== entry)
      window.removeEventListener('beforeunload', onUnload)
    }
  }, [sentence])
}

/** Asked by the router before it changes the screen: goes at once, or keeps the way for the question. */
export function passGuard(go: () => void): void {
  const first = unsaved[0]
  if (first === undefined) return go()
  asked = { sentence: first.sentence, go }
  tell()
}

/** The open question, for the shell to draw; `answer` closes it and goes if wanted. */
export function useGuardQuestion() {
  const question = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => asked,
  )
  const answer = (leave: boolean) => {
    const way = asked?.go
    asked = null
    tell()
    if (leave) way?.()
  }
  return { question, answer }
}
