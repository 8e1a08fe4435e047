import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/id'
import { DatePicker, DatesProvider } from '@mantine/dates'
import menu from './menu.module.css'

export interface CalendarProps {
  /** `YYYY-MM-DD`; null: no day is chosen. */
  value: string | null
  onChoose: (day: string) => void
  /** The day whose month is shown while none is chosen. */
  shown?: string | undefined
  earliest?: string | undefined
  latest?: string | undefined
}

/** A month of days, Monday first, Indonesian; its library is loaded with the first screen that has one. */
export function Calendar({ value, onChoose, shown, earliest, latest }: CalendarProps) {
  const first = value ?? shown
  return (
    <DatesProvider settings={{ locale: 'id', firstDayOfWeek: 1, weekendDays: [0, 6] }}>
      <DatePicker
        size="sm"
        classNames={{ day: menu.day ?? '' }}
        value={value}
        {...(first === undefined ? {} : { defaultDate: first })}
        {...(earliest === undefined ? {} : { minDate: earliest })}
        {...(latest === undefined ? {} : { maxDate: latest })}
        onChange={(picked) => {
          if (picked !== null) onChoose(picked)
        }}
      />
    </DatesProvider>
  )
}
