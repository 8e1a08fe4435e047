import { useEffect, useRef, useState } from 'react'
import type { Lacking } from './receiver-form.ts'

/**
 * Leads to the first thing that lacks: its field says why and takes the focus, also when the part of the form that holds it
 * has only just appeared. Parts of the form name in `data-lacks` what they ask for.
 */
export function useLacking(lacking: Lacking | undefined) {
  const fields = useRef<HTMLDivElement>(null)
  const [attempts, setAttempts] = useState(0)
  const sought = useRef(lacking)
  useEffect(() => {
    sought.current = lacking
  })
  useEffect(() => {
    if (attempts === 0 || sought.current === undefined) return
    const part = fields.current?.querySelector(`[data-lacks~="${sought.current}"]`)
    const inputs = [...(part?.querySelectorAll<HTMLElement>('input, button') ?? [])]
    const found =
      inputs.find((one) => one.getAttribute('aria-invalid') === 'true') ??
      inputs.find((one) => one instanceof HTMLInputElement && one.type === 'checkbox' && !one.checked) ??
      inputs[0]
    found?.focus()
  }, [attempts])
  return { fields, tried: attempts > 0, toLacking: () => setAttempts(attempts + 1) }
}
