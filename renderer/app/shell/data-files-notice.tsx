import { useQuery } from '@tanstack/react-query'
import type { SignedInUserView } from '#contract/session.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { shellWords } from '../../locales/shell.ts'
import { Banner } from '../../ui/banner.tsx'

/**
 * Tells the administrator that data files have faults, so that the last sound set is in force, or that a post will be
 * vacant. Nobody else can mend it, and everybody's work goes on.
 */
export function DataFilesNotice({ user }: { user: SignedInUserView }) {
  const trpc = useTRPC()
  const enabled = user.permissions.includes('administration')
  const { data } = useQuery({ ...trpc.administration.dataFiles.queryOptions(), enabled })
  if (data === undefined || data.problems.length + data.warnings.length === 0) return null
  const broken = data.problems.length > 0
  const words = shellWords.dataFiles
  return (
    <Banner tone={broken ? 'red' : 'amber'} title={broken ? words.broken : words.open}>
      {broken && words.goesOn}
      {[...data.problems, ...data.warnings].slice(0, most).map((one) => (
        <div key={one}>{one}</div>
      ))}
      {data.problems.length > most && words.more(data.problems.length - most)}
    </Banner>
  )
}

/** Enough to begin with: one mended file often mends the rest. */
const most = 5
