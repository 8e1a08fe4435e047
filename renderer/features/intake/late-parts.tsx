import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useTRPC } from '../../lib/api-client.ts'
import { formWords } from '../../locales/blank-forms.ts'
import { lateWords as words, oldBookWords } from '../../locales/late-entry.ts'
import { Segmented } from '../../ui/tabs.tsx'

interface LatePartsProps {
  current: 'application' | 'handover' | 'forms' | 'running'
  /** Absent: that part is shown now. */
  onApplication?: () => void
  /** Absent: that part is shown now. */
  onRunning?: () => void
}

/** What was done on paper: an application taken in, a document handed over; and the forms for it. */
export function LateParts({ current, onApplication, onRunning }: LatePartsProps) {
  const beginning = useQuery(useTRPC().beginning.status.queryOptions())
  const [, navigate] = useLocation()
  return (
    <Segmented
      label={words.partsName}
      current={current}
      onChange={(key) => {
        if (key === 'handover') navigate('/susulan/penyerahan', { replace: true })
        else if (key === 'forms') navigate('/susulan/formulir', { replace: true })
        else if (key === 'running') onRunning?.()
        else onApplication?.()
      }}
      tabs={[
        { key: 'application', name: words.parts.application },
        { key: 'handover', name: words.parts.handover },
        { key: 'forms', name: formWords.part },
        // Old books are carried over in the beginning, and then no more.
        ...(beginning.data?.open === true || current === 'running'
          ? [{ key: 'running', name: oldBookWords.part }]
          : []),
      ]}
    />
  )
}
