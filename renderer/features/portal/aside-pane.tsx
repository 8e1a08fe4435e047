import { useMutation } from '@tanstack/react-query'
import { IconSend } from '@tabler/icons-react'
import type { PortalAsideView } from '#contract/portal.ts'
import { portalFieldLabel } from '#domain/wording/portal-fields.ts'
import { portalMenderLabel } from '#domain/wording/portal.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, fullMomentOf } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { portalScreenWords } from '../../locales/portal.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PaneFoot, PaneHead, PanePart, PaneScroll } from '../../ui/pane.tsx'
import { Badge } from '../../ui/status.tsx'
import { Facts, Quiet, Refused } from './portal-parts.tsx'
import styles from './portal.module.css'
import { usePortalAct } from './use-portal-act.ts'

const words = portalScreenWords.aside

/** `applicant.facility.name` as a form calls it, with the path where the form has no word. */
function fieldName(path: string): string {
  const parts = path.split(/[./]/).filter((part) => part !== '')
  const known = parts
    .map((part) => ({ part, label: portalFieldLabel(part) }))
    .findLast((one) => one.label !== one.part)
  return known === undefined ? path : `${known.label} (${path})`
}

/** Something that the portal refused: why, which field, who can mend it, what was sent, and sending it once more. */
export function AsidePane({ call, onDone }: { call: PortalAsideView; onDone: () => void }) {
  const { timeZone } = useOffice()
  const { facts } = portalScreenWords
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
      {!call.isResent && <Resend call={call} onDone={onDone} />}
    </>
  )
}

function Resend({ call, onDone }: { call: PortalAsideView; onDone: () => void }) {
  const act = usePortalAct(onDone)
  const sending = useMutation(useTRPC().portal.resend.mutationOptions(act.told(() => words.done)))
  const send = () => {
    if (sending.isPending) return
    act.forget()
    sending.mutate({ key: call.key })
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: words.resend, run: send }])
  return (
    <PaneFoot label={portalScreenWords.todo} fields>
      {call.mender === 'counter' && call.applicationId !== null && <Quiet>{words.resendNote}</Quiet>}
      <Refused sentence={act.refused} />
      <Button rank="main" wide icon={IconSend} kbd="Ctrl+Enter" busy={sending.isPending} onPress={send}>
        {words.resend}
      </Button>
    </PaneFoot>
  )
}
