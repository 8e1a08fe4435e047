import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { AlarmsView } from '#contract/time.ts'
import type { Instant } from '#domain/instant.ts'
import { alarmKinds } from '#domain/limit-alarm.ts'
import { countAlarms } from '../../lib/alarms.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, fullMomentOf, pageMoment } from '../../lib/format.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { timeWords } from '../../locales/time-report.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

const words = timeWords.home

/**
 * Limits that run out at one's own stages, in one line; drawn only while something sounds. Those of the whole office stand
 * in *Kantor saat ini* of whoever answers for it.
 */
export function AlarmsPanel() {
  const { permissions } = useUser()
  const works = permissions.includes('work-dossiers')
  const { data } = useQuery({
    ...useTRPC().figures.alarms.queryOptions(),
    enabled: works || permissions.includes('reports'),
  })
  if (data === undefined) return null
  const own = data.rows.filter(({ mine }) => mine)
  return (
    <>
      {data.booksAhead !== null && <ClockDoubt latest={data.booksAhead} />}
      {works && own.length > 0 && <Limits rows={own} />}
    </>
  )
}

/** The computer's clock has fallen behind what the books know: what is done now would count on a wrong day. */
function ClockDoubt({ latest }: { latest: Instant }) {
  const { timeZone } = useOffice()
  return (
    <Banner tone="red" framed title={timeWords.clock}>
      {timeWords.clockNote(fullMomentOf(latest, timeZone), fullMomentOf(pageMoment(), timeZone))}
    </Banner>
  )
}

function Limits({ rows }: { rows: AlarmsView['rows'] }) {
  const [, navigate] = useLocation()
  const counts = countAlarms(rows)
  const sounding = alarmKinds.filter((kind) => counts[kind] > 0)
  return (
    <Banner
      tone={sounding.some((kind) => kind !== 'near' && kind !== 'automatic') ? 'red' : 'amber'}
      framed
      title={words.title}
      actions={
        <Button size="row" onPress={() => navigate('/berkas')}>
          {words.toDossiers}
        </Button>
      }
    >
      {sounding.map((kind) => words[kind](figure(counts[kind]))).join(' · ')}
    </Banner>
  )
}
