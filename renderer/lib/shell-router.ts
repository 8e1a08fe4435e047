import { initTRPC } from '@trpc/server'
import type { SearchHit, SessionView, StationView } from './api-types.ts'

/** What the shell asks of the station. Answers of a mutation: null when done, else the sentence to show. */
export interface ShellAnswers {
  session: () => SessionView
  signIn: (input: SignIn) => string | null
  unlock: (password: string) => string | null
  lock: () => void
  signOut: () => void
  colorScheme: (scheme: 'light' | 'dark' | null) => void
  station: () => StationView
  search: (text: string) => SearchHit[]
  /** The application that a scanned text belongs to; null: none of this office. */
  scan: (text: string) => string | null
  events: (signal: AbortSignal | undefined) => AsyncIterable<{ topic: string; id: string | null }>
}

export interface SignIn {
  username: string
  password: string
  counter: string | null
}

const typed = <Input>() => ({ parse: (value: unknown) => value as Input })

/** The part of the API that the shell needs, over any answers. */
export const createShellRouter = (answers: ShellAnswers) => {
  const trpc = initTRPC.create()
  return trpc.router({
    session: trpc.router({
      current: trpc.procedure.query(answers.session),
      signIn: trpc.procedure.input(typed<SignIn>().parse).mutation(({ input }) => answers.signIn(input)),
      unlock: trpc.procedure
        .input(typed<{ password: string }>().parse)
        .mutation(({ input }) => answers.unlock(input.password)),
      lock: trpc.procedure.mutation(answers.lock),
      signOut: trpc.procedure.mutation(answers.signOut),
      setColorScheme: trpc.procedure
        .input(typed<{ colorScheme: 'light' | 'dark' | null }>().parse)
        .mutation(({ input }) => answers.colorScheme(input.colorScheme)),
    }),
    station: trpc.router({ status: trpc.procedure.query(answers.station) }),
    search: trpc.router({
      find: trpc.procedure
        .input(typed<{ text: string }>().parse)
        .query(({ input }) => answers.search(input.text)),
      scan: trpc.procedure
        .input(typed<{ text: string }>().parse)
        .query(({ input }) => answers.scan(input.text)),
    }),
    events: trpc.procedure.subscription(({ signal }) => answers.events(signal)),
  })
}

export type ShellRouter = ReturnType<typeof createShellRouter>
