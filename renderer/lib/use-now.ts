import type { Instant } from '#domain/instant.ts'
import { epochMsOf, instantOf } from '#domain/instant.ts'
import { useEffect, useState } from 'react'

/**
 * The station's clock, which goes on from the moment the server last told.
 * The computer's own clock may be wrong; its steps are not.
 *
 * @param told  the server's time when it answered
 */
export function useNow(told: Instant | undefined): Instant | undefined {
  const [now, setNow] = useState(told)
  useEffect(() => {
    if (told === undefined) return
    const base = epochMsOf(told) - performance.now()
    const tick = () => setNow(instantOf(Math.round(base + performance.now())))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [told])
  return now
}
