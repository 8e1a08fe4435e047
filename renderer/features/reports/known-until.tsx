import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useSearchParams } from 'wouter'
import { clockTime, fullDate, numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { instantOf } from '#domain/instant.ts'
import { officeDateOf, officeTimeOf, instantAt } from '#domain/office-zone.ts'
import { parseTimeOfDay } from '#domain/time-of-day.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { pageMoment } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { reportWords } from '../../locales/reports.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, TextLink } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './reports.module.css'

const words = reportWords.knownUntil
const parameter = 'pada'

/** The moment whose knowledge a report shows; it stands in the address. null: what is known now. */
export function useKnownUntil() {
  const [search, setSearch] = useSearchParams()
  const [asking, setAsking] = useState(false)
  const read = Date.parse(search.get(parameter) ?? '')
  const asOf = Number.isNaN(read) ? null : instantOf(read)
  const choose = (next: Instant | null) => {
    setAsking(false)
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        if (next === null) after.delete(parameter)
        else after.set(parameter, next)
        return after
      },
      { replace: true },
    )
  }
  return { asOf, asking, setAsking, choose, search: asOf === null ? '' : `?${parameter}=${asOf}` }
}

type KnownUntil = ReturnType<typeof useKnownUntil>

/** Asks for the moment. */
export function KnownUntilButton({ known }: { known: KnownUntil }) {
  return (
    <Button icon={IconHistory} expanded={known.asking} onPress={() => known.setAsking(!known.asking)}>
      {words.button}
    </Button>
  )
}

/** Says, while a moment is chosen, that the figures are not those of now; and the fields in which it is chosen. */
export function KnownUntilBar({ known }: { known: KnownUntil }) {
  const { timeZone, timeZoneLabel } = useOffice()
  if (known.asking) return <Asked known={known} />
  if (known.asOf === null) return null
  const day = fullDate(officeDateOf(known.asOf, timeZone))
  const time = clockTime(officeTimeOf(known.asOf, timeZone))
  return (
    <div className={styles.known}>
      <Banner tone="grey" framed title={words.shown(day, `${time} ${timeZoneLabel}`)}>
        <TextLink onPress={() => known.choose(null)}>{words.back}</TextLink>
      </Banner>
    </div>
  )
}

function Asked({ known }: { known: KnownUntil }) {
  const { timeZone } = useOffice()
  const now = pageMoment()
  const begun = known.asOf ?? now
  const [day, setDay] = useState(numericDate(officeDateOf(begun, timeZone)))
  const [time, setTime] = useState(clockTime(officeTimeOf(begun, timeZone)))
  const [wrong, setWrong] = useState<'day' | 'time'>()
  const take = () => {
    const on = parseTypedDate(day)
    const at = parseTimeOfDay(time.replace('.', ':'))
    if (!on.ok) return setWrong('day')
    if (!at.ok) return setWrong('time')
    const moment = instantAt(on.value, at.value, timeZone)
    known.choose(moment < now ? moment : null)
  }
  const onEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take()
  }
  useShortcuts([{ keys: 'Escape', label: words.cancel, run: () => known.setAsking(false) }])
  return (
    <div className={styles.bar}>
      <DateField
        label={words.day}
        labelAt="left"
        autoFocus
        today={officeDateOf(now, timeZone)}
        value={day}
        onKeyDown={onEnter}
        error={wrong === 'day' ? words.dayWrong : undefined}
        onChange={(next) => {
          setWrong(undefined)
          setDay(next)
        }}
      />
      <TextField
        label={words.time}
        labelAt="left"
        width={104}
        value={time}
        onKeyDown={onEnter}
        error={wrong === 'time' ? words.timeWrong : undefined}
        onChange={(next) => {
          setWrong(undefined)
          setTime(next)
        }}
      />
      <Button onPress={take}>{words.show}</Button>
      <Button rank="tertiary" onPress={() => known.setAsking(false)}>
        {words.cancel}
      </Button>
    </div>
  )
}
