/** Bars of buttons at the foot of a screen, pane, or drawer that are on the page now. */
const bars = new Set<HTMLElement>()

/** A bar that begins higher than this is no foot: a toast beside it is in nobody's way. */
const highest = 0.5

function measure(): void {
  const from = window.innerHeight * highest
  const tops = [...bars].map((bar) => bar.getBoundingClientRect().top).filter((top) => top > from)
  const room = tops.length === 0 ? 0 : window.innerHeight - Math.min(...tops)
  document.documentElement.style.setProperty('--bars-height', `${Math.round(room)}px`)
}

const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measure)

/**
 * The `ref` of a bar of buttons at the foot of the page: what floats there (`toast.tsx`) stands above the highest of them,
 * however many lines its buttons take.
 */
export function buttonBar(bar: HTMLElement | null): (() => void) | undefined {
  if (bar === null) return undefined
  bars.add(bar)
  observer?.observe(bar)
  measure()
  return () => {
    bars.delete(bar)
    observer?.unobserve(bar)
    measure()
  }
}
