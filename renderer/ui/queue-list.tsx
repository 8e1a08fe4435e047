import type { ReactNode } from 'react'
import styles from './queue-list.module.css'
import { useRoving } from './roving.ts'

export interface QueueItem {
  key: string
  title: string
  note: string
  /** What is left, at the right: a `StatusMark`. */
  mark?: ReactNode
}

export interface QueueGroup {
  key: string
  title: string
  /** Left out where the title says it. */
  count?: number
  items: readonly QueueItem[]
}

export interface QueueListProps {
  label: string
  groups: readonly QueueGroup[]
  selected: string | undefined
  onSelect: (key: string) => void
  onOpen?: (key: string) => void
  empty?: ReactNode
}

/** A queue beside the work: grouped, two lines an entry, arrows choose and Enter opens. */
export function QueueList({ label, groups, selected, onSelect, onOpen, empty }: QueueListProps) {
  const keys = groups.flatMap((group) => group.items.map((item) => item.key))
  const roving = useRoving({ keys, current: selected, onMove: onSelect, onActivate: onOpen })
  if (keys.length === 0) return <div className={styles.list}>{empty}</div>
  return (
    <div className={styles.list} role="listbox" aria-label={label}>
      {groups.map((group) => (
        <div
          key={group.key}
          role="group"
          aria-label={group.count === undefined ? group.title : `${group.title} ${group.count}`}
        >
          <div className={styles.group} role="presentation">
            {group.title} {group.count}
          </div>
          {group.items.map((item) => (
            <div
              key={item.key}
              role="option"
              aria-selected={item.key === selected}
              className={styles.item}
              {...roving.rowProps(item.key)}
              onClick={() => onSelect(item.key)}
              onDoubleClick={() => onOpen?.(item.key)}
            >
              <span className={styles.title} title={item.title}>
                {item.title}
              </span>
              <span className={styles.note}>{item.note}</span>
              {item.mark}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
