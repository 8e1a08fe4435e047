import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../lib/api-client.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { SettingsPartProps } from './settings-parts.ts'

const words = settingsWords.next

/** A new office has one administrator and nothing to print on: what to do next, until it is done. */
export function NextSteps({ onShow }: Pick<SettingsPartProps, 'onShow'>) {
  const trpc = useTRPC()
  const users = useQuery(trpc.administration.users.queryOptions())
  const printers = useQuery(trpc.administration.printers.queryOptions())
  if (users.data === undefined || printers.data === undefined) return null
  const needsUsers = users.data.length === 1
  const needsPrinters = !printers.data.some(({ active }) => active)
  if (!needsUsers && !needsPrinters) return null
  const sentence = !needsPrinters ? words.users : needsUsers ? words.usersAndPrinters : words.printers
  return (
    <Banner
      tone="grey"
      framed
      title={words.title}
      actions={
        <>
          {needsUsers && (
            <Button size="row" onPress={() => onShow('users', 'new')}>
              {words.addUser}
            </Button>
          )}
          {needsPrinters && (
            <Button size="row" onPress={() => onShow('printers', 'new')}>
              {words.addPrinter}
            </Button>
          )}
        </>
      }
    >
      {sentence}
    </Banner>
  )
}
