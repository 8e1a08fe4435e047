import styles from './timeline.module.css'

export interface TimelineEntry {
  key: string
  title: string
  /** When and who, already in words. */
  note: string
  body?: string
  /** A small picture that belongs to it, e.g. a signature. */
  image?: { url: string; name: string }
  /** `current` for where it is now; a tone only where the entry differs from the ordinary run. */
  tone?: 'current' | 'green' | 'red' | 'violet'
}

/** What happened, newest first. */
export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol className={styles.list} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key} className={styles.entry} data-tone={entry.tone}>
          <span className={styles.title}>{entry.title}</span>
          <span className={styles.note}>{entry.note}</span>
          {entry.image !== undefined && (
            <img className={styles.image} src={entry.image.url} alt={entry.image.name} />
          )}
          {entry.body !== undefined && <span className={styles.body}>{entry.body}</span>}
        </li>
      ))}
    </ol>
  )
}
