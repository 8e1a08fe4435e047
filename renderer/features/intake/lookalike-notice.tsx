import { Link } from 'wouter'
import type { LookalikeView } from '#contract/lookalike.ts'
import { lookalikeWords as words } from '../../locales/lookalike.ts'
import { Banner } from '../../ui/banner.tsx'
import styles from './lookalike.module.css'

/** Dossiers that may be the one being typed: told where the clerk saves, refused by nobody. */
export function LookalikeNotice({ found }: { found: readonly LookalikeView[] }) {
  return (
    <div role="status">
      {found.length > 0 && (
        <Banner tone="amber" title={words.title}>
          {words.note}
          <ul className={styles.list}>
            {found.map((one) => (
              <li key={one.applicationId}>
                <Link to={`~/berkas/${one.applicationId}`}>{one.registrationNumber}</Link> {words.line(one)}:{' '}
                <strong>{one.why}</strong>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  )
}
