import { publicProcedure, router } from './trpc.ts'

/** The one stream of a window: topic and id of what changed; the window asks again for what it shows. */
export const eventsRouter = router({
  follow: publicProcedure.subscription(async function* ({ ctx, signal }) {
    yield* ctx.follow(signal)
  }),
})
