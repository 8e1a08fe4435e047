import type { SigningPostView } from '#contract/office-book.ts'
import { spanInWords } from '#domain/wording/officials.ts'
import { figure } from '../../lib/format.ts'
import { officeBookWords } from '../../locales/office-book.ts'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { BookSection, PaneTitle } from './book-section.tsx'
import styles from './book.module.css'

const words = officeBookWords.officials

interface OfficialsTableProps {
  posts: readonly SigningPostView[]
  selected: string | undefined
  onSelect: (code: string) => void
}

export function OfficialsTable({ posts, selected, onSelect }: OfficialsTableProps) {
  const { heads } = words
  const columns: readonly Column<SigningPostView>[] = [
    { key: 'post', head: heads.post, cell: (one) => one.title },
    {
      key: 'name',
      head: heads.name,
      width: 250,
      cell: ({ official }) =>
        official === null ? (
          <StatusMark meaning="refused">{words.vacant}</StatusMark>
        ) : (
          <TwoLines first={official.name} {...(official.rank === null ? {} : { second: official.rank })} />
        ),
    },
    { key: 'capacity', head: heads.capacity, width: 84, cell: ({ official }) => official?.capacity ?? '–' },
    {
      key: 'state',
      head: heads.state,
      width: 128,
      cell: ({ warnings }) =>
        warnings.length === 0 ? (
          words.sound
        ) : (
          <StatusMark meaning="soon">{words.troubled(figure(warnings.length))}</StatusMark>
        ),
    },
  ]
  return (
    <DataTable
      label={words.list}
      columns={columns}
      rows={posts}
      rowKey={({ code }) => code}
      selected={selected}
      onSelect={({ code }) => onSelect(code)}
    />
  )
}

/** One post: who signs for it on the day and why, what it signs, who ever held it. */
export function OfficialPane({ post }: { post: SigningPostView | undefined }) {
  if (post === undefined)
    return (
      <EmptyState title={words.choose} top>
        {words.chooseNote}
      </EmptyState>
    )
  const { official } = post
  return (
    <>
      <PaneTitle>{post.title}</PaneTitle>
      <div className={styles.reading} tabIndex={0} role="group" aria-label={post.title}>
        <BookSection title={words.why}>
          <p className={styles.strong}>
            {official === null ? words.nobody : words.holder(official.name, official.capacity)}
          </p>
          {official !== null && (
            <p className={styles.quiet}>{[official.rank, official.nip].filter(Boolean).join(', ')}</p>
          )}
          <p>{post.why}</p>
          {post.warnings.map((one) => (
            <p key={one} className={styles.warned}>
              {one}
            </p>
          ))}
        </BookSection>
        <BookSection title={words.signs}>
          {post.signs.length === 0 ? (
            <p className={styles.quiet}>{words.signsNothing}</p>
          ) : (
            <ul className={styles.list}>
              {post.signs.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
        </BookSection>
        <BookSection title={words.holders}>
          <Timeline
            label={words.holders}
            entries={post.holders.map((one, index) => ({
              key: String(index),
              title: words.holder(one.name, one.capacity),
              note: `${spanInWords(one)}${one.current ? `, ${words.now}` : ''}`,
              ...(one.current ? { tone: 'current' as const } : {}),
            }))}
          />
        </BookSection>
      </div>
    </>
  )
}
