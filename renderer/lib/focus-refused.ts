import { useEffect } from 'react'
import type { RefObject } from 'react'

/**
 * After each refusal the first refused field takes the focus, also when the service refused it; never while one is mended.
 *
 * @param refusals how often it was refused so far
 */
export function useFocusRefused(form: RefObject<HTMLElement | null>, refusals: number): void {
  useEffect(() => {
    if (refusals > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-refused] input')?.focus()
  }, [form, refusals])
}
