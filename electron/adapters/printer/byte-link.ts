import type { PrintReason } from '#domain/print-job.ts'

/** Why a link cannot be opened or has ended. */
export interface LinkTrouble {
  readonly reason: PrintReason
  readonly detail: string | null
}

/** How far a write came. `none`: certain that the other side got nothing of it. */
export type Written = { readonly taken: 'all' } | ({ readonly taken: 'none' | 'part' } & LinkTrouble)

/** A two-way line to a device. It never throws. */
export interface ByteLink {
  /** Resolves when the operating system has taken the bytes, or when the link has ended. */
  write(bytes: Uint8Array): Promise<Written>
  /** What the device sends from now on; one listener. */
  listen(onBytes: (bytes: Uint8Array) => void): void
  /** Resolves when the link has ended by itself; never rejects. */
  readonly ended: Promise<LinkTrouble>
  /**
   * Says that nothing more comes and waits until the device has taken everything.
   * Resolves true when it shows that it has; may stay pending for a device that never reads.
   */
  finish(): Promise<boolean>
  /** Lets go; what has been sent still arrives. */
  release(): void
  /** Lets go and takes back what has not arrived, so that nothing comes out later by itself. */
  drop(): void
}

/** A link, or why there is none; in that case certainly nothing was sent. */
export type OpenedLink =
  { readonly ok: true; readonly link: ByteLink } | ({ readonly ok: false } & LinkTrouble)
