import { applicationKinds } from '#domain/permit-type.ts'
import type { FactDimension } from '#domain/report-facts.ts'
import { kindLabel } from '#domain/wording/application.ts'
import type { Queries } from '#ports/queries.ts'
import type { FactCondition } from '#ports/report-queries.ts'
import type { Office } from './office.ts'

const channels: Readonly<Record<string, string>> = { counter: 'Loket', online: 'Daring' }

/** What an empty group is called: nothing was told, or nobody of the office did it. */
const untold: Readonly<Record<FactDimension, string>> = {
  'permit-type': 'Tanpa jenis izin',
  'application-kind': 'Tanpa jenis permohonan',
  'practice-ordinal': 'Tanpa urutan praktik',
  channel: 'Tanpa kanal',
  clerk: 'Sistem atau pemohon',
  counter: 'Tanpa loket',
  district: 'Kecamatan tidak dicatat',
  facility: 'Tempat tidak dicatat',
  profession: 'Profesi tidak dicatat',
}

/**
 * The words for the groups of a report, as the office names them today; a group of former days keeps its own. What was known
 * at a past moment names its clerks as they were called at their work.
 */
export async function groupLabels(
  { types, profile }: Office,
  queries: Pick<Queries, 'listUsers' | 'clerkNames'>,
  by: FactDimension,
  condition: FactCondition,
): Promise<(group: string) => string> {
  const clerks = by === 'clerk' ? await clerksOf(queries, condition) : undefined
  const named = (group: string): string | undefined => {
    switch (by) {
      case 'permit-type':
        return (
          profile.offers.find((one) => one.code === group)?.localName ??
          types.find((one) => one.code === group)?.name
        )
      case 'application-kind': {
        const kind = applicationKinds.find((one) => one === group)
        return kind && kindLabel(kind, null)
      }
      case 'practice-ordinal':
        return `SIP ke-${group}`
      case 'channel':
        return channels[group]
      case 'clerk':
        return clerks?.get(group)
      default:
        return undefined
    }
  }
  return (group) => (group === '' ? untold[by] : (named(group) ?? group))
}

async function clerksOf(
  queries: Pick<Queries, 'listUsers' | 'clerkNames'>,
  condition: FactCondition,
): Promise<ReadonlyMap<string, string>> {
  if (condition.asOf !== null) return queries.clerkNames(condition)
  return new Map((await queries.listUsers()).map(({ id, name }) => [id, name]))
}
