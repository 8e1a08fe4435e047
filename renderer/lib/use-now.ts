import type { Instant } from '#domain/instant.ts'
import { useEffect, useState } from 'react'
import { pageMoment } from './format.ts'

/** The clock of this computer, on which the station runs too; told again every second. */
export function useNow(): Instant {
  const [now, setNow] = useState(pageMoment)
  useEffect(() => {
    const timer = setInterval(() => setNow(pageMoment()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
