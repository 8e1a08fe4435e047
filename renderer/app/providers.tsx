import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { TRPCProvider, createApiClient, createQueryClient } from '../lib/api-client.ts'
import { listenToFaults, reportFault } from '../lib/fault-report.ts'
import { cssVariablesResolver, theme } from '../ui/theme.ts'
import { createColorSchemeManager } from './color-scheme.ts'
import { toastPlace } from '../ui/toast.tsx'

/** What every screen stands in. The colour scheme lives in memory: the server keeps the user's choice. */
export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [queries] = useState(() => createQueryClient(reportFault))
  const [client] = useState(createApiClient)
  const [colorSchemes] = useState(createColorSchemeManager)
  useEffect(() => listenToFaults((fault) => client.session.reportFault.mutate(fault)), [client])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Notifications position="bottom-right" limit={3} classNames={toastPlace} />
      <QueryClientProvider client={queries}>
        <TRPCProvider trpcClient={client} queryClient={queries}>
          {children}
        </TRPCProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
