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
 * Limits that run out, in one line: of the whole office for whoever reads its reports, else of one's own stages. Drawn only
 * while something sounds.
 */
export function AlarmsPanel() {
  const { permissions } = useUser()
  const reads = permissions.includes('reports')
  const works = permissions.includes('work-dossiers')
  const { data } = useQuery({
    ...useTRPC().figures.alarms.queryOptions(),
    enabled: reads || works,
  })
  if (data === undefined) return null
  return (
    <>
      {data.booksAhead !== null && <ClockDoubt latest={data.booksAhead} />}
      {data.rows.length > 0 && <Limits rows={data.rows} reads={reads} works={works} />}
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

interface LimitsProps {
  rows: AlarmsView['rows']
  reads: boolean
  works: boolean
}

function Limits({ rows, reads, works }: LimitsProps) {
  const [, navigate] = useLocation()
  const counts = countAlarms(rows)
  const sounding = alarmKinds.filter((kind) => counts[kind] > 0)
  const own = rows.some(({ mine }) => mine)
  return (
    <Banner
      tone={sounding.some((kind) => kind !== 'near' && kind !== 'automatic') ? 'red' : 'amber'}
      framed
      title={words.title}
      actions={
        <>
          {works && own && (
            <Button size="row" onPress={() => navigate('/berkas')}>
              {words.toDossiers}
            </Button>
          )}
          {reads && (
            <Button size="row" onPress={() => navigate('/laporan/waktu/batas')}>
              {words.toReport}
            </Button>
          )}
        </>
      }
    >
      {sounding.map((kind) => words[kind](figure(counts[kind]))).join(' · ')}
    </Banner>
  )
}
