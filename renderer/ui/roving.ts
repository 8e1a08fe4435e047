import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'

export interface RovingOptions<Key> {
  keys: readonly Key[]
  current: Key | undefined
  onMove: (key: Key) => void
  onActivate?: ((key: Key) => void) | undefined
  onToggle?: ((key: Key) => void) | undefined
  /** Brings a row that is not drawn into sight; it gets the focus as soon as it is. */
  reveal?: ((key: Key) => void) | undefined
  /** The rows that are drawn, where not all are; one of them is in the order of Tab. */
  drawn?: readonly Key[] | undefined
}

/**
 * Arrow keys in a list: up, down, Home, End, PageUp and PageDown move, Enter opens, space toggles.
 * Only one row is in the order of Tab; `rowProps` gives it its place and its keys.
 */
export function useRoving<Key extends string>(options: RovingOptions<Key>) {
  const rows = useRef(new Map<Key, HTMLElement>())
  const waiting = useRef<Key>(undefined)
  const { keys, current, onMove, onActivate, onToggle, reveal, drawn = keys } = options
  const entry = current !== undefined && drawn.includes(current) ? current : drawn[0]

  const focusRow = (key: Key) => {
    const row = rows.current.get(key)
    waiting.current = row === undefined ? key : undefined
    if (row === undefined) reveal?.(key)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }

  // Chosen from elsewhere, by a scan or a link: it comes into sight. Under the hand nothing moves.
  const isHere = current !== undefined && keys.includes(current)
  useEffect(() => {
    if (current === undefined || !isHere) return
    const row = rows.current.get(current)
    if (row === undefined) return reveal?.(current)
    const list = row.closest('[role=grid], [role=listbox]')
    if (list?.contains(document.activeElement) !== true) row.scrollIntoView({ block: 'nearest' })
    // Only another row, or its arrival, moves the list; a new way to reveal one does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current, isHere])

  const onKeyDown = (event: KeyboardEvent, key: Key) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return
    const at = keys.indexOf(key)
    const to = target(event.key, at, keys.length)
    if (to !== undefined) {
      event.preventDefault()
      const next = keys[to]
      if (next === undefined || next === key) return
      onMove(next)
      focusRow(next)
    } else if (event.key === 'Enter' && onActivate !== undefined) {
      event.preventDefault()
      onActivate(key)
    } else if (event.key === ' ' && onToggle !== undefined) {
      event.preventDefault()
      onToggle(key)
    }
  }

  return {
    focusRow,
    rowProps: (key: Key) => ({
      tabIndex: key === entry ? 0 : -1,
      ref: (element: HTMLElement | null) => {
        if (element === null) rows.current.delete(key)
        else rows.current.set(key, element)
        if (element !== null && waiting.current === key) focusRow(key)
      },
      onKeyDown: (event: KeyboardEvent) => onKeyDown(event, key),
    }),
  }
}

function target(key: string, at: number, count: number): number | undefined {
  const page = 10
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'PageDown':
      return Math.min(at + page, count - 1)
    case 'PageUp':
      return Math.max(at - page, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
