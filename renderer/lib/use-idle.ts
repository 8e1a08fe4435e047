import { useEffect, useRef } from 'react'

/**
 * Calls once after so many minutes without a key, a movement or a press.
 *
 * @param minutes  null: never
 */
export function useIdle(minutes: number | null, onIdle: () => void): void {
  const latest = useRef(onIdle)
  useEffect(() => {
    latest.current = onIdle
  })
  useEffect(() => {
    if (minutes === null) return
    let timer: ReturnType<typeof setTimeout>
    const begin = () => {
      clearTimeout(timer)
      timer = setTimeout(() => latest.current(), minutes * 60_000)
    }
    begin()
    const signs = ['keydown', 'pointermove', 'pointerdown', 'wheel'] as const
    signs.forEach((sign) => window.addEventListener(sign, begin, { passive: true, capture: true }))
    return () => {
      clearTimeout(timer)
      signs.forEach((sign) => window.removeEventListener(sign, begin, { capture: true }))
    }
  }, [minutes])
}
