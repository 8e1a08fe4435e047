/** Paths that only a client the host vouches for may use. */
export const isPrivatePath = (path: string): boolean => /^\/(trpc|files)(\/|$)/.test(path)

/**
 * The answer to a client nobody vouches for (the program was started anew, or the page was opened without its key).
 * Shaped like an API error, so that the page's client can tell it from "not signed in" and ask to open a new window.
 */
export const unknownClient = (): Response =>
  Response.json(
    {
      error: {
        message: 'Jendela ini tidak dikenal lagi. Tutup, lalu buka lagi SEPOK Loket.',
        code: -32001,
        data: { code: 'CLIENT_UNKNOWN', httpStatus: 401 },
      },
    },
    { status: 401, headers: { 'cache-control': 'no-store' } },
  )
