import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ok, refuse } from '#domain/result.ts'
import { sayPrintRefusal } from '#domain/wording/printing.ts'
import { useTRPC, useTRPCClient } from '../../lib/api-client.ts'

/** What a clerk can say about one sheet. */
export type JobOrder =
  | { readonly kind: 'retry'; readonly jobId: string; readonly noSheetCameOut: boolean }
  | { readonly kind: 'spoiled'; readonly jobId: string; readonly reason: string }
  | { readonly kind: 'confirm'; readonly jobId: string }
  | { readonly kind: 'cancel'; readonly jobId: string }
  | { readonly kind: 'release'; readonly jobId: string }
  | { readonly kind: 'move'; readonly jobId: string; readonly printerId: string }

type Client = ReturnType<typeof useTRPCClient>

function carryOut({ printing }: Client, order: JobOrder) {
  switch (order.kind) {
    case 'retry':
      return printing.retry.mutate({ jobId: order.jobId, noSheetCameOut: order.noSheetCameOut })
    case 'spoiled':
      return printing.spoiled.mutate({ jobId: order.jobId, reason: order.reason })
    case 'confirm':
      return printing.confirmPrinted.mutate({ jobId: order.jobId })
    case 'cancel':
      return printing.cancel.mutate({ jobId: order.jobId })
    case 'release':
      return printing.release.mutate({ jobId: order.jobId })
    case 'move':
      return printing.move.mutate({ jobId: order.jobId, printerId: order.printerId })
  }
}

/** A refusal carries its sentence; the list is asked again either way. */
export function useJobOrders() {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  return useMutation({
    mutationKey: ['print-desk', 'job'],
    mutationFn: async (order: JobOrder) => {
      const answer = await carryOut(client, order)
      void queries.invalidateQueries(trpc.printing.desk.queryFilter())
      return answer.ok ? ok(null) : refuse(sayPrintRefusal(answer.refusal))
    },
  })
}
