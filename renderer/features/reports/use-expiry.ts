import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ExpiringView, ToldExpiryView } from '#contract/expiry.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { registerWords } from '../../locales/registers.ts'
import { showToast } from '../../ui/toast.tsx'

const words = registerWords.expiring

export interface RefusedHolder {
  readonly key: string
  readonly name: string
  readonly sentence: string
}

/** Which holders are ticked, and what telling them came to. A second press after a lost answer is the same order. */
export function useExpiry(lines: readonly ExpiringView[]) {
  const trpc = useTRPC()
  const telling = useMutation(trpc.expiry.tell.mutationOptions())
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<readonly RefusedHolder[]>([])
  const [failed, setFailed] = useState(false)
  const orders = useRef(new Map<string, string>())
  const orderOf = (what: string): string => {
    const id = orders.current.get(what) ?? crypto.randomUUID()
    orders.current.set(what, id)
    return id
  }
  const ticked = lines.filter(({ applicationId }) => ticks.has(applicationId))
  const toggle = ({ applicationId }: ExpiringView) =>
    setTicks((before) => {
      const after = new Set(before)
      if (!after.delete(applicationId)) after.add(applicationId)
      return after
    })
  const settle = (answers: readonly ToldExpiryView[]) => {
    const nameOf = new Map(lines.map((one) => [one.applicationId, one.holderName]))
    const count = (way: (one: ToldExpiryView['way']) => boolean): number =>
      answers.filter((one) => one.way !== null && way(one.way)).length
    const said = words.done(
      count((way) => way === 'letter'),
      count((way) => way === 'email' || way === 'portal'),
      count((way) => way === 'call'),
    )
    if (said !== '') showToast(said)
    setRefused(
      answers.flatMap(({ applicationId: key, sentence }) =>
        sentence === null ? [] : [{ key, name: nameOf.get(key) ?? '', sentence }],
      ),
    )
    // Who could not be told stays ticked, for another way.
    setTicks(new Set(answers.filter(({ way }) => way === null).map(({ applicationId }) => applicationId)))
  }
  const tell = async (way: 'letter' | 'message', reason: string | null): Promise<void> => {
    if (ticked.length === 0 || telling.isPending) return
    setFailed(false)
    try {
      const items = ticked.map(({ applicationId }) => ({
        applicationId,
        orderId: orderOf(`${way} ${applicationId} ${reason ?? ''}`),
      }))
      const answers = await telling.mutateAsync({ way, items, reason })
      orders.current.clear()
      settle(answers)
    } catch {
      setFailed(true)
    }
  }
  return {
    ticked,
    isTicked: ({ applicationId }: ExpiringView): boolean => ticks.has(applicationId),
    toggle,
    tickAll: (all: readonly ExpiringView[]) => setTicks(new Set(all.map((one) => one.applicationId))),
    clear: () => setTicks(new Set()),
    tell,
    busy: telling.isPending,
    refused,
    closeRefused: () => setRefused([]),
    failed,
  }
}
