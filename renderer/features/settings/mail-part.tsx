import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../lib/api-client.ts'
import { MailServerForm, MailServerState } from './mail-server-form.tsx'
import { NextSteps } from './next-steps.tsx'
import { PartFrame } from './part-frame.tsx'
import type { SettingsPartProps } from './settings-parts.ts'

/** The server that the office's mail goes through: how it is set, and its form. */
export function MailPart({ onOpen, onShow, title }: SettingsPartProps) {
  const server = useQuery(useTRPC().mails.server.queryOptions())
  return (
    <PartFrame
      title={title}
      onOpen={onOpen}
      query={server}
      above={<NextSteps onShow={onShow} />}
      list={(found) => <MailServerState server={found} />}
      pane={server.data !== undefined && <MailServerForm server={server.data} />}
    />
  )
}
