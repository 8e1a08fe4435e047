import { useQuery } from '@tanstack/react-query'
import type { RoleView } from '#contract/office-book.ts'
import { joinWords } from '#domain/indonesian.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { settingsWords } from '../../locales/settings.ts'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { BookFacts, BookSection, PaneTitle } from './book-section.tsx'
import styles from './settings.module.css'

const words = settingsWords.role

/** What stands beside the users while none is open: what each role sees and does in this office. */
export function RolesPane() {
  const roles = useQuery(useTRPC().officeBook.roles.queryOptions())
  const { timeZone } = useOffice()
  if (roles.isError && roles.data === undefined)
    return (
      <FailedState
        top
        title={words.failed}
        reference={faultOf(roles.error, timeZone)}
        onRetry={() => void roles.refetch()}
      >
        {words.failedNote}
      </FailedState>
    )
  if (roles.data === undefined) return <SkeletonRows rows={6} widths={[160, 220]} height={72} />
  if (roles.data.length === 0)
    return (
      <EmptyState title={settingsWords.user.choose} top>
        {settingsWords.user.chooseNote}
      </EmptyState>
    )
  return (
    <div className={styles.roles} tabIndex={0} role="region" aria-label={words.title}>
      <PaneTitle>{words.title}</PaneTitle>
      <p className={styles.note}>
        {settingsWords.user.choose}. {settingsWords.user.chooseNote} {words.note}
      </p>
      {roles.data.map((role) => (
        <BookSection key={role.code} title={role.label}>
          <BookFacts facts={factsOf(role)} />
        </BookSection>
      ))}
    </div>
  )
}

const factsOf = ({ permissions, stages, users }: RoleView): readonly (readonly [string, string])[] => {
  const signing = stages.filter((one) => one.signs)
  return [
    [words.users, users === 0 ? words.nobody : words.people(figure(users))],
    [words.opens, joinWords(permissions.map((one) => words.permissions[one]))],
    [words.stages, stages.length === 0 ? words.noStage : joinWords(stages.map((one) => one.label))],
    ...(signing.length === 0 ? [] : [[words.signs, joinWords(signing.map((one) => one.label))] as const]),
  ]
}
