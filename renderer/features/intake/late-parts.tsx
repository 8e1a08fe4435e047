import { useLocation } from 'wouter'
import { formWords } from '../../locales/blank-forms.ts'
import { lateWords as words } from '../../locales/late-entry.ts'
import { Segmented } from '../../ui/tabs.tsx'

interface LatePartsProps {
  current: 'application' | 'handover' | 'forms'
  /** Absent: that part is shown now. */
  onApplication?: () => void
}

/** What was done on paper: an application taken in, a document handed over; and the forms for it. */
export function LateParts({ current, onApplication }: LatePartsProps) {
  const [, navigate] = useLocation()
  return (
    <Segmented
      label={words.partsName}
      current={current}
      onChange={(key) => {
        if (key === 'handover') navigate('/susulan/penyerahan', { replace: true })
        else if (key === 'forms') navigate('/susulan/formulir', { replace: true })
        else onApplication?.()
      }}
      tabs={[
        { key: 'application', name: words.parts.application },
        { key: 'handover', name: words.parts.handover },
        { key: 'forms', name: formWords.part },
      ]}
    />
  )
}
