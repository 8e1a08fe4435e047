import { useMantineColorScheme } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'
import type { SignedInUserView } from '#contract/session.ts'
import type { ColourScheme } from '#domain/colour-scheme.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { shellWords } from '../../locales/shell.ts'
import { showToast } from '../../ui/toast.tsx'

/** Draws the window as this user wants it; the choice is kept in the database, for every station of the office. */
export function useColourScheme({ colourScheme }: SignedInUserView) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { setColorScheme } = useMantineColorScheme()
  useLayoutEffect(() => {
    setColorScheme(colourScheme === 'system' ? 'auto' : colourScheme)
  }, [colourScheme, setColorScheme])
  const keep = useMutation(
    trpc.session.setColourScheme.mutationOptions({
      meta: { saves: false },
      onMutate: (chosen) =>
        queries.setQueryData(trpc.session.station.queryKey(), (station) =>
          station?.user ? { ...station, user: { ...station.user, ...chosen } } : station,
        ),
      onError: () => showToast(shellWords.appearanceNotKept),
    }),
  )
  return (chosen: ColourScheme) => keep.mutate({ colourScheme: chosen })
}
