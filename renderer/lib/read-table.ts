import type { HeadedTable, TableRefusal } from '#domain/old-permit-columns.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import * as z from 'zod'

const Headed = z.object({
  heads: z.array(z.string()),
  rows: z.array(
    z.array(
      z
        .string()
        .nullable()
        .transform((cell) => cell ?? ''),
    ),
  ),
  firstRow: z.number(),
  places: z.custom<HeadedTable['places']>((value) => typeof value === 'object' && value !== null),
})

const Refused = z.object({
  refusal: z.custom<TableRefusal>((value) => typeof value === 'object' && value !== null && 'code' in value),
})

/** Has the station read a table; it keeps nothing of it. Throws when the station does not answer. */
export async function readTable(file: File): Promise<Result<HeadedTable, TableRefusal>> {
  const answer = await fetch(`/files/table?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: await file.arrayBuffer(),
  })
  if (answer.status === 422) return refuse(Refused.parse(await answer.json()).refusal)
  if (!answer.ok) throw new Error(`the station answered ${answer.status} to a table`)
  return ok(Headed.parse(await answer.json()))
}

/** Where the station gives the template of such a table. */
export const templateAddress = '/files/table/contoh-izin-lama.xlsx'
