import type { PortalAsideView } from '#contract/portal.ts'
import { portalPathLabel } from '#domain/wording/portal-fields.ts'
import { portalMenderLabel } from '#domain/wording/portal.ts'
import { figure, fullMomentOf } from '../../lib/format.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { portalScreenWords } from '../../locales/portal.ts'
import { Banner } from '../../ui/banner.tsx'
import { PaneHead, PanePart, PaneScroll } from '../../ui/pane.tsx'
import { Badge } from '../../ui/status.tsx'
import { Mend, Resend } from './mend-refused.tsx'
import { Facts, Quiet } from './portal-parts.tsx'
import styles from './portal.module.css'

const words = portalScreenWords.aside

/** A field as a form calls it and as the portal does, for whoever speaks with its people. */
function fieldName(path: string): string {
  const label = portalPathLabel(path)
  return label === null ? path : `${label} (${path})`
}

/** Something that the portal refused: why, which field, who can mend it, what was sent, and sending it once more. */
export function AsidePane({ call, onDone }: { call: PortalAsideView; onDone: () => void }) {
  const { timeZone } = useOffice()
  const { facts } = portalScreenWords
  const mayMend = useUser().permissions.includes('intake')
  return (
    <>
      <PaneHead
        title={call.holderName ?? call.kindLabel}
        badge={
          <Badge meaning={call.isResent ? 'working' : 'refused'}>
            {call.isResent ? portalScreenWords.mark.resent : portalScreenWords.tabs.aside}
          </Badge>
        }
      >
        <Quiet>{[call.kindLabel, call.registrationNumber].filter((part) => part !== null).join(', ')}</Quiet>
      </PaneHead>
      <PaneScroll label={call.kindLabel}>
        <Banner tone={call.isResent ? 'grey' : 'red'}>{call.isResent ? words.resent : call.sentence}</Banner>
        <PanePart label={call.kindLabel}>
          <Facts
            facts={[
              [facts.mender, portalMenderLabel(call.mender)],
              ...call.fields.map(({ path, message }) => [fieldName(path), message] as const),
              [facts.detail, call.detail],
              [facts.code, call.code ?? (call.status === null ? null : String(call.status))],
              [portalScreenWords.heads.since, fullMomentOf(call.since, timeZone)],
              [facts.tries, figure(call.tries)],
            ]}
          />
          <details className={styles.fold}>
            <summary>{words.body}</summary>
            <pre className={styles.body} tabIndex={0}>
              {call.body}
            </pre>
          </details>
        </PanePart>
      </PaneScroll>
      {!call.isResent &&
        (call.mending?.way === 'here' && mayMend ? (
          <Mend call={call} onDone={onDone} />
        ) : (
          <Resend call={call} onDone={onDone} />
        ))}
    </>
  )
}
