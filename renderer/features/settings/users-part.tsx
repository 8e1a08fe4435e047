import { useQuery } from '@tanstack/react-query'
import type { UserView } from '#contract/session.ts'
import { joinWords } from '#domain/indonesian.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { settingsWords } from '../../locales/settings.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { ActiveMark } from './active-mark.tsx'
import { NextSteps } from './next-steps.tsx'
import { OneOf, PartFrame } from './part-frame.tsx'
import { RolesPane } from './roles-part.tsx'
import { idOf } from './settings-parts.ts'
import type { SettingsPartProps } from './settings-parts.ts'
import { UserForm } from './user-form.tsx'

const words = settingsWords.user

/** *Pengguna*: who works here, and what each role sees while nobody is chosen. */
export function UsersPart({ opened, onOpen, onSaved, onShow, title }: SettingsPartProps) {
  const users = useQuery(useTRPC().administration.users.queryOptions())
  return (
    <PartFrame
      title={title}
      onOpen={onOpen}
      query={users}
      add={words.add}
      above={<NextSteps onShow={onShow} />}
      list={(list) => (
        <DataTable
          label={words.list}
          columns={columns}
          rows={list}
          rowKey={({ id }) => id}
          selected={idOf(opened)}
          onSelect={({ id }) => onOpen({ id })}
        />
      )}
      pane={
        opened === null ? (
          <RolesPane />
        ) : (
          <OneOf
            opened={opened}
            among={users.data}
            title={words.choose}
            note={words.chooseNote}
            draw={(user) => (
              <UserForm key={user?.id ?? 'new'} user={user} onSaved={(id) => onSaved({ id })} />
            )}
          />
        )
      }
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
