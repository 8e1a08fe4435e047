import { useEffect } from 'react'
import { useLocation, useSearch } from 'wouter'
import { parseOfficeDate, type OfficeDate } from '#domain/office-date.ts'
import { useSpan, type Days } from '../../lib/use-span.ts'

const read = (text: string | null, usual: OfficeDate): OfficeDate => {
  const parsed = parseOfficeDate(text ?? '')
  return parsed.ok ? parsed.value : usual
}

/**
 * Days that stand in the address, so that a link or a reload shows the same ones.
 *
 * @param usual of the day of today, where the address says none
 */
export function useAddressSpan(usual: (today: OfficeDate) => Days) {
  const [path, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch())
  const span = useSpan((today) => {
    const { from, until } = usual(today)
    return { from: read(asked.get('dari'), from), until: read(asked.get('sampai'), until) }
  })
  const { from, until } = span.days
  useEffect(() => {
    // What else the address says (a figure that stands open, the chosen line) stays.
    const search = new URLSearchParams(window.location.search)
    search.set('dari', from)
    search.set('sampai', until)
    navigate(`${path}?${search.toString()}`, { replace: true })
  }, [path, from, until, navigate])
  return span
}
