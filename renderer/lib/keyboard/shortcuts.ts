import { useCallback, useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { combinationOf, isPlainKey, isTyping } from './combination.ts'

export interface Shortcut {
  /** As in `combinationOf`; several keys with one meaning are given as a list, e.g. the four arrows. */
  keys: string | readonly string[]
  /** What it does, in the words of the strip. */
  label: string
  /** Left out where another part answers the key (arrows in a list) and the hint alone is wanted. */
  run?: () => void
  /** False keeps it out of the strip; it still works and stands in the list of all keys. */
  inStrip?: boolean
  /** Also while something is being typed; true by default for everything that is not a plain letter. */
  whileTyping?: boolean
}

interface Scope {
  id: string
  order: number
  /** Shown and asked first while the focus is inside this element; a scope without one covers the screen. */
  element: HTMLElement | null
  shortcuts: readonly Shortcut[]
}

/** A scanner's second key follows within this time; a letter waits so long before it counts as a shortcut. */
const letterPauseMs = 60

let scopes: readonly Scope[] = []
let order = 0
let snapshot: readonly Shortcut[] = []
const listeners = new Set<() => void>()

function publish() {
  const next = ranked(document.activeElement).flatMap((scope) => scope.shortcuts)
  const same =
    next.length === snapshot.length && next.every((shortcut, index) => looksLike(shortcut, snapshot[index]))
  if (same) return
  snapshot = next
  listeners.forEach((listener) => listener())
}

/** Drawn alike: a screen hands over new functions at every drawing, which is no news for the strip. */
const looksLike = (a: Shortcut, b: Shortcut | undefined) =>
  a.label === b?.label && a.inStrip === b.inStrip && keysOf(a).join() === keysOf(b).join()

/**
 * Scopes that hold the focus first, then the others, the newest before the oldest.
 * A dialog over the screen keeps the keys of the screen below from working.
 */
function ranked(focus: Element | null): readonly Scope[] {
  const dialog = openDialog()
  const holds = (scope: Scope) =>
    scope.element !== null && focus !== null && scope.element.contains(focus) ? 1 : 0
  if (dialog !== null)
    return scopes.filter((scope) => scope.element !== null && dialog.contains(scope.element))
  return scopes
    .filter((scope) => scope.element === null || holds(scope) === 1)
    .toSorted((a, b) => holds(b) - holds(a) || b.order - a.order)
}

const keysOf = (shortcut: Shortcut): readonly string[] =>
  typeof shortcut.keys === 'string' ? [shortcut.keys] : shortcut.keys

function answer(combination: string, typing: boolean): (() => void) | undefined {
  for (const scope of ranked(document.activeElement))
    for (const shortcut of scope.shortcuts) {
      const allowed = !typing || (shortcut.whileTyping ?? !isPlainKey(combination))
      if (shortcut.run !== undefined && allowed && keysOf(shortcut).includes(combination)) return shortcut.run
    }
  return undefined
}

let pendingLetter: ReturnType<typeof setTimeout> | undefined
let lastKeyAt = 0
/** The dialog that was open when the key went down: it may be gone before the key comes here. */
let dialogAtKey: Element | null = null

const openDialog = () => document.querySelector('[role="dialog"][aria-modal="true"]')

/** A list was open when the key went down: Escape closes it, and nothing else. */
let listAtKey = false

/** This key is answered once the open list has taken its marked entry, and not before. */
let answeredLater: KeyboardEvent | undefined

/** A closed list would open at Ctrl+Enter, and an open one would take the key for itself: this one is the form's. */
function onKeyComing(event: KeyboardEvent) {
  dialogAtKey = openDialog()
  listAtKey = event.target instanceof HTMLElement && event.target.closest('[data-expanded]') !== null
  if (combinationOf(event) !== 'Ctrl+Enter' || !(event.target instanceof HTMLElement)) return
  const list = event.target.closest('[aria-haspopup="listbox"]:not([type="search"])')
  if (list === null) return
  const open = list.hasAttribute('data-expanded')
  // What is marked in an open list is chosen first; beside free text a list only proposes.
  if (open && !list.hasAttribute('data-free-text')) {
    answeredLater = event
    setTimeout(() => runNow('Ctrl+Enter'))
    return
  }
  event.stopPropagation()
  onKeyDown(event)
}

const runNow = (combination: string) => answer(combination, isTyping(document.activeElement))?.()

function onKeyDown(event: KeyboardEvent) {
  const alone = event.timeStamp - lastKeyAt > letterPauseMs
  lastKeyAt = event.timeStamp
  clearTimeout(pendingLetter)
  if (event.defaultPrevented || event.isComposing || event === answeredLater) return
  // A dialog that Escape has just closed leaves nothing of that key to the screen below.
  if (dialogAtKey?.isConnected === false) return
  const combination = combinationOf(event)
  if (combination === 'Escape' && listAtKey) return
  const run = answer(combination, isTyping(event.target))
  if (run === undefined) return
  if (!isPlainKey(combination)) {
    event.preventDefault()
    run()
    return
  }
  if (combination === 'Space' && event.target instanceof HTMLButtonElement) return
  event.preventDefault()
  // The first letter of a scan must not press a button: wait whether a second key follows at a scanner's speed.
  if (alone && !event.repeat) pendingLetter = setTimeout(run, letterPauseMs)
}

/** Called once by the shell: listens to the keys of the window. Returns how to stop. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', onKeyComing, { capture: true })
  window.addEventListener('keydown', onKeyDown)
  document.addEventListener('focusin', publish)
  return () => {
    window.removeEventListener('keydown', onKeyComing, { capture: true })
    window.removeEventListener('keydown', onKeyDown)
    document.removeEventListener('focusin', publish)
  }
}

/**
 * Registers the keys of a screen or of a part of it, as long as it is on the screen.
 *
 * @param shortcuts  in the order of the strip; may be new objects at every drawing
 * @returns a ref for the element whose focus brings these keys to the front; leave it unused for a whole screen
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): (element: HTMLElement | null) => void {
  const id = useId()
  const element = useRef<HTMLElement | null>(null)
  const place = useRef(0)
  useLayoutEffect(() => {
    if (place.current === 0) place.current = order += 1
    const scope = { id, order: place.current, element: element.current, shortcuts }
    scopes = [...scopes.filter((other) => other.id !== id), scope]
    publish()
  })
  useEffect(
    () => () => {
      scopes = scopes.filter((scope) => scope.id !== id)
      place.current = 0
      publish()
    },
    [id],
  )
  return useCallback(
    (next) => {
      element.current = next
      // What is inside a dialog is drawn later than the part that registers its keys.
      scopes = scopes.map((scope) => (scope.id === id ? { ...scope, element: next } : scope))
      publish()
    },
    [id],
  )
}

/** The keys that work now, those of the part with the focus first; for the strip and for Ctrl+/. */
export const useActiveShortcuts = (): readonly Shortcut[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => snapshot,
  )
