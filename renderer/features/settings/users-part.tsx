import { useQuery } from '@tanstack/react-query'
import type { UserView } from '#contract/session.ts'
import { joinWords } from '#domain/indonesian.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { settingsWords } from '../../locales/settings.ts'
import type { Column } from '../../ui/data-table.tsx'
import { ActiveMark } from './active-mark.tsx'
import { NextSteps } from './next-steps.tsx'
import { ListPart } from './part-frame.tsx'
import { RolesPane } from './roles-part.tsx'
import type { SettingsPartProps } from './settings-parts.ts'
import { UserForm } from './user-form.tsx'

const words = settingsWords.user

/** *Pengguna*: who works here, and what each role sees while nobody is chosen. */
export function UsersPart(part: SettingsPartProps) {
  const users = useQuery(useTRPC().administration.users.queryOptions())
  return (
    <ListPart
      {...part}
      query={users}
      words={words}
      columns={columns}
      above={<NextSteps onShow={part.onShow} />}
      unopened={<RolesPane />}
      form={(user) => <UserForm key={user?.id ?? 'new'} user={user} onSaved={(id) => part.onSaved({ id })} />}
    />
  )
}

const { heads } = words
const columns: readonly Column<UserView>[] = [
  { key: 'name', head: heads.name, cell: (one) => one.name },
  { key: 'username', head: heads.username, width: 150, cell: (one) => one.username },
  { key: 'roles', head: heads.roles, width: 190, cell: (one) => joinWords(one.roleLabels) },
  { key: 'counter', head: heads.counter, width: 90, cell: (one) => one.counter ?? '–' },
  { key: 'state', head: heads.state, width: 104, cell: (one) => <ActiveMark active={one.active} /> },
]
