import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { MessageView } from '#contract/inbox.ts'
import { longestMessage } from '#domain/online.ts'
import { sayInboxRefusal } from '#domain/wording/portal-inbox.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useKept } from '../../lib/kept.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { dossierPortalWords as words } from '../../locales/portal.ts'
import { Button } from '../../ui/button.tsx'
import { PanelHead } from '../../ui/panel.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { TextAreaField } from '../../ui/text-field.tsx'
import styles from './portal-tab.module.css'

/** What was written between applicant and office, the first one first, and a line to write the next. */
export function MessagesPart({ applicationId }: { applicationId: string }) {
  const { permissions } = useUser()
  const mayWrite = permissions.includes('intake') || permissions.includes('work-dossiers')
  const messages = useQuery(useTRPC().inbox.messages.queryOptions({ applicationId }))
  return (
    <section className={styles.messages} aria-label={words.messages}>
      <PanelHead dense line title={words.messages} />
      <div className={styles.said}>
        <QueryState
          query={messages}
          rows={3}
          widths={[220]}
          failed={words.messagesFailed}
          failedAction={words.failedAction}
        >
          {(list) =>
            list.length === 0 ? (
              <p className={styles.quiet}>{words.noMessages}</p>
            ) : (
              list.map((one) => <Message key={one.id} message={one} />)
            )
          }
        </QueryState>
      </div>
      {mayWrite && <WriteMessage applicationId={applicationId} />}
    </section>
  )
}

function Message({ message }: { message: MessageView }) {
  const { timeZone } = useOffice()
  const { from, by, text, at, portal } = message
  return (
    <article className={styles.message} data-from={from}>
      <p className={styles.text}>{text}</p>
      <p className={styles.quiet}>
        {by}, {fullMomentOf(at, timeZone)}
        {portal !== null && ` · ${words.messageStates[portal]}`}
      </p>
    </article>
  )
}

/** What is typed outlives the screen; its id is made with the first try, so that a repeat writes once. */
function WriteMessage({ applicationId }: { applicationId: string }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { timeZone } = useOffice()
  const text = useKept(`${applicationId}/message`, '')
  const [refused, setRefused] = useState<string>()
  const messageId = useRef<string>(undefined)
  const sending = useMutation(
    trpc.inbox.sendMessage.mutationOptions({
      onSuccess: async (answer) => {
        if (!answer.ok) return setRefused(sayInboxRefusal(answer.refusal, timeZone))
        messageId.current = undefined
        text.forget()
        await queries.invalidateQueries(trpc.inbox.messages.queryFilter({ applicationId }))
      },
      onError: () => setRefused(words.sendFailed),
    }),
  )
  const send = () => {
    if (sending.isPending) return
    setRefused(undefined)
    messageId.current ??= crypto.randomUUID()
    sending.mutate({ applicationId, messageId: messageId.current, text: text.value })
  }
  const ref = useShortcuts([{ keys: 'Ctrl+Enter', label: words.send, run: send }])
  return (
    <div className={styles.write} ref={ref}>
      <TextAreaField
        label={words.write}
        hint={words.writeHint}
        rows={3}
        maxLength={longestMessage}
        value={text.value}
        error={refused}
        onChange={(typed) => {
          text.set(typed)
          setRefused(undefined)
        }}
      />
      <span className={styles.sendLine}>
        <Button kbd="Ctrl+Enter" busy={sending.isPending} onPress={send}>
          {words.send}
        </Button>
      </span>
    </div>
  )
}
