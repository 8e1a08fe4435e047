import { applicationKinds } from '#domain/permit-type.ts'
import type { FactDimension } from '#domain/report-facts.ts'
import { kindLabel } from '#domain/wording/application.ts'
import type { Queries } from '#ports/queries.ts'
import type { Office } from './office.ts'

const channels: Readonly<Record<string, string>> = { counter: 'Loket', online: 'Daring' }

/** What an empty group is called: nothing was told, or nobody of the office did it. */
const untold: Readonly<Record<FactDimension, string>> = {
  'permit-type': 'Tanpa jenis izin',
  'application-kind': 'Tanpa jenis permohonan',
  channel: 'Tanpa kanal',
  clerk: 'Sistem atau pemohon',
  counter: 'Tanpa loket',
  district: 'Kecamatan tidak dicatat',
  facility: 'Tempat tidak dicatat',
  profession: 'Profesi tidak dicatat',
}

/** The words for the groups of a report, as the office names them today; a group of former days keeps its own. */
export async function groupLabels(
  { types, profile }: Office,
  queries: Pick<Queries, 'listUsers'>,
  by: FactDimension,
): Promise<(group: string) => string> {
  const users = by === 'clerk' ? await queries.listUsers() : []
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
      case 'channel':
        return channels[group]
      case 'clerk':
        return users.find((one) => one.id === group)?.name
      default:
        return undefined
    }
  }
  return (group) => (group === '' ? untold[by] : (named(group) ?? group))
}
