import { useEffect, useRef } from 'react'

/** Faster than a hand keeps up: a wedge scanner types a key every 1 to 20 ms, the slow ones every 35. */
const scannerGapMs = 50
/** Some scanners wait a moment before the Enter that ends a code. */
const enterGapMs = 120
/** From so many fast keys on, the rest is held back from the field that has the focus. */
const suspectAfter = 4
/** Shorter than this is no code of ours. */
const shortestScan = 6

interface Burst {
  text: string
  lastAt: number
  field: HTMLInputElement | HTMLTextAreaElement | null
  valueBefore: string
  held: string
  timer: ReturnType<typeof setTimeout> | undefined
}

type ScanHandler = (text: string) => boolean

let handlers: readonly ScanHandler[] = []
let burst: Burst | undefined
/** A burst that ended without its Enter: a slow machine may deliver the rest of the same scan late. */
let givenBack: Burst | undefined

const editable = (element: Element | null) =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : null

/** Writes a value the way a hand would, so that React's own change handler hears it. */
function writeValue(field: HTMLInputElement | HTMLTextAreaElement, value: string) {
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** No Enter came: it was a fast hand after all, and what was held back goes into the field. */
function giveBack() {
  const late = burst
  burst = undefined
  if (late === undefined || late.held === '') return
  givenBack = late
  if (late.field === null) return
  late.field.focus()
  document.execCommand('insertText', false, late.held)
}

/** Keys tell when they were pressed: one that was pressed in time belongs to the scan, however late it comes. */
function takeUpAgain(event: KeyboardEvent) {
  const before = givenBack
  if (burst !== undefined || before === undefined) return
  const inTime = event.timeStamp - before.lastAt <= (event.key === 'Enter' ? enterGapMs : scannerGapMs)
  if (inTime) burst = { ...before, held: '' }
  givenBack = undefined
}

function onKeyDown(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return
  takeUpAgain(event)
  const gap = event.timeStamp - (burst?.lastAt ?? -Infinity)
  const fast = gap <= scannerGapMs
  if (event.key === 'Enter') {
    const done = gap <= enterGapMs ? burst : undefined
    if (done === undefined || done.text.length < shortestScan) return
    event.preventDefault()
    event.stopImmediatePropagation()
    clearTimeout(done.timer)
    burst = undefined
    if (done.field !== null) writeValue(done.field, done.valueBefore)
    offer(done.text.trim())
    return
  }
  if (event.key.length !== 1) return
  if (!fast || burst === undefined) {
    clearTimeout(burst?.timer)
    giveBack()
    const field = editable(document.activeElement)
    burst = { text: '', lastAt: 0, field, valueBefore: field?.value ?? '', held: '', timer: undefined }
  }
  burst.text += event.key
  burst.lastAt = event.timeStamp
  if (burst.text.length <= suspectAfter) return
  event.preventDefault()
  event.stopImmediatePropagation()
  burst.held += event.key
  clearTimeout(burst.timer)
  burst.timer = setTimeout(giveBack, enterGapMs + scannerGapMs)
}

/** The newest part that waits for a scan is asked first; the shell, asked last, opens the dossier. */
function offer(text: string) {
  for (const handler of handlers.toReversed()) if (handler(text)) return
}

/** Called once by the shell. Returns how to stop. */
export function listenToScans(): () => void {
  window.addEventListener('keydown', onKeyDown, true)
  return () => {
    window.removeEventListener('keydown', onKeyDown, true)
    clearTimeout(burst?.timer)
    burst = undefined
    givenBack = undefined
  }
}

/**
 * Hears what a barcode scanner read, wherever the focus is; the text never lands in a field.
 *
 * @param onScan  returns true when the scan was its own; otherwise the next part is asked
 */
export function useScan(onScan: (text: string) => boolean): void {
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    const handler: ScanHandler = (text) => latest.current(text)
    handlers = [...handlers, handler]
    return () => {
      handlers = handlers.filter((other) => other !== handler)
    }
  }, [])
}
