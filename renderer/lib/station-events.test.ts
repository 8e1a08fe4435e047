import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { invalidateTopic } from './station-events.ts'

test('a change that is told while a question is asked for the first time is not missed', async () => {
  const queries = new QueryClient()
  const answers: ((state: string) => void)[] = []
  const asked = new Promise<void>((asAgain) => {
    const observer = new QueryObserver(queries, {
      queryKey: [['printing', 'job'], { input: 1 }],
      staleTime: Infinity,
      queryFn: () =>
        new Promise<string>((resolve) => {
          if (answers.push(resolve) === 2) asAgain()
        }),
    })
    observer.subscribe(() => {})
  })
  invalidateTopic(queries, 'printing')
  answers[0]?.('sending')
  await asked
  answers[1]?.('printed')
  await expect.poll(() => queries.getQueryData([['printing', 'job'], { input: 1 }])).toBe('printed')
})
