import { z } from 'zod'
import type { NetworkSearch } from '#domain/printer-search.ts'
import { SearchView } from '#contract/printers.ts'
import type { ApiContext } from './context.ts'
import { permittedProcedure, router } from './trpc.ts'
import type { SignedInContext } from './trpc.ts'
import { userOf } from './views/printer-view.ts'

// An input is refused, so that whoever tries who may call what starts no search of the network.
const procedure = permittedProcedure('administration').input(z.void()).output(SearchView)

async function searchView(
  { open, queries }: SignedInContext & Pick<ApiContext, 'queries'>,
  search: NetworkSearch,
): Promise<SearchView> {
  const printers = await queries.listPrinters()
  return {
    ...search,
    networks: [...open.services.printerSearch.networks()],
    found: search.found.map((address) => ({ name: address, address, usedBy: userOf(address, printers) })),
  }
}

/** The search for printers in the office's own network: begun, watched and ended by an administrator. */
export const networkSearchRouter = router({
  present: procedure.query(({ ctx }) => searchView(ctx, ctx.open.services.printerSearch.present())),
  begin: procedure.mutation(({ ctx }) => searchView(ctx, ctx.open.services.printerSearch.begin())),
  stop: procedure.mutation(({ ctx }) => searchView(ctx, ctx.open.services.printerSearch.stop())),
})
