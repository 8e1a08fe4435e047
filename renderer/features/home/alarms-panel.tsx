import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { alarmKinds } from '#domain/limit-alarm.ts'
import { countAlarms } from '../../lib/alarms.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useUser } from '../../lib/session.ts'
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
  const [, navigate] = useLocation()
  const reads = permissions.includes('reports')
  const works = permissions.includes('work-dossiers')
  const { data } = useQuery({
    ...useTRPC().figures.alarms.queryOptions(),
    enabled: reads || works,
  })
  if (data === undefined || data.rows.length === 0) return null
  const counts = countAlarms(data.rows)
  const sounding = alarmKinds.filter((kind) => counts[kind] > 0)
  const own = data.rows.some(({ mine }) => mine)
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
