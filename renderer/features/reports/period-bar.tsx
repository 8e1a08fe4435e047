import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { numericDate } from '#domain/indonesian.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { reportWords } from '../../locales/reports.ts'
import { uiWords } from '../../locales/ui.ts'
import { IconButton } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { sayPeriod, spanKinds } from './period-address.ts'
import type { PeriodAddress } from './period-address.ts'
import styles from './reports.module.css'

const words = reportWords.period

/** Which period: its kind, and one after the other, or any first and last day. */
export function PeriodBar({ address }: { address: PeriodAddress }) {
  const { kind, days } = address
  return (
    <>
      <Segmented
        label={words.kindsName}
        tabs={spanKinds.map((key) => ({ key, name: words.kinds[key] }))}
        current={kind}
        onChange={(key) => address.setKind(spanKinds.find((one) => one === key) ?? kind)}
      />
      <IconButton icon={IconChevronLeft} label={words.previous} onPress={() => address.move(-1)} />
      {kind === 'range' ? (
        <RangeFields key={`${days.from} ${days.through}`} address={address} />
      ) : (
        <b className={styles.period} aria-live="polite">
          {sayPeriod(kind, days)}
        </b>
      )}
      {!address.isLast && (
        <IconButton icon={IconChevronRight} label={words.next} onPress={() => address.move(1)} />
      )}
    </>
  )
}

function RangeFields({ address }: { address: PeriodAddress }) {
  const { days, today } = address
  const [from, setFrom] = useState(numericDate(days.from))
  const [through, setThrough] = useState(numericDate(days.through))
  const [backwards, setBackwards] = useState(false)
  const settle = (first: string, last: string) => {
    const [begin, end] = [parseTypedDate(first), parseTypedDate(last)]
    if (!begin.ok || !end.ok) return
    setBackwards(begin.value > end.value)
    if (begin.value <= end.value) address.show({ from: begin.value, through: end.value })
  }
  return (
    <>
      <DateField
        label={uiWords.span.from}
        labelAt="left"
        today={today}
        value={from}
        error={backwards ? words.backwards : undefined}
        onChange={setFrom}
        onLeave={(text) => settle(text, through)}
      />
      <DateField
        label={uiWords.span.until}
        labelAt="left"
        today={today}
        value={through}
        onChange={setThrough}
        onLeave={(text) => settle(from, text)}
      />
    </>
  )
}
