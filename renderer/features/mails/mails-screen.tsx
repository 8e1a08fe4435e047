import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { mailWords as words } from '../../locales/mails.ts'
import { Banner } from '../../ui/banner.tsx'
import { SegmentedPanes } from '../../ui/segmented-panes.tsx'
import { MailPane } from './mail-pane.tsx'
import { MailTable } from './mail-table.tsx'
import type { Which } from './mail-table.tsx'

const lists: readonly Which[] = ['in-need', 'under-way', 'done']

/** *E-mail*: what goes out by e-mail, and what needs somebody, at the left; one of them at the right. */
export function MailsScreen() {
  const trpc = useTRPC()
  const [, navigate] = useLocation()
  const [, params] = useRoute('/:id')
  const [which, setWhich] = useState<Which>('in-need')
  const status = useQuery(trpc.mails.status.queryOptions())
  const shown = useQuery(trpc.mails.list.queryOptions({ which }))
  const id = params?.id
  const mails = shown.data ?? []
  const chosen = mails.find((one) => one.id === id)
  const open = (applicationId: string) => navigate(`~/berkas/${applicationId}`)
  useShortcuts([
    { keys: ['ArrowUp', 'ArrowDown'], label: words.keys.choose },
    { keys: 'Enter', label: words.keys.open },
  ])
  const countOf = (key: Which) =>
    status.data === undefined || key === 'done'
      ? {}
      : { count: figure(key === 'in-need' ? status.data.inNeed : status.data.underWay) }
  return (
    <SegmentedPanes
      words={words}
      segments={{
        current: which,
        onChange: (key) => {
          setWhich(lists.find((one) => one === key) ?? 'in-need')
          navigate('/', { replace: true })
        },
        tabs: lists.map((key) => ({ key, name: words.tabs[key], ...countOf(key) })),
      }}
      above={
        status.data?.isSetUp === false ? (
          <Banner tone="grey" framed>
            {words.notSetUp}
          </Banner>
        ) : status.data?.isOpenable === false ? (
          <Banner tone="grey" framed>
            {words.notOpenable}
          </Banner>
        ) : undefined
      }
      query={shown}
      widths={[220, 200, 120, 90]}
      list={() => (
        <MailTable
          mails={mails}
          which={which}
          selected={id}
          onSelect={(next) => navigate(`/${next}`, { replace: true })}
          onOpen={open}
        />
      )}
      onOpen={chosen && (() => open(chosen.applicationId))}
      pane={chosen && <MailPane mail={chosen} />}
    />
  )
}
