/** What lies under a hash is not what was put there: the disk spoiled it, or somebody did. */
export class DamagedFile extends Error {
  readonly sha256: string

  constructor(sha256: string) {
    super(`file ${sha256} no longer matches its hash`)
    this.name = 'DamagedFile'
    this.sha256 = sha256
  }
}

/** Looks into pictures, outside the thread that answers windows. */
export interface PictureReader {
  /** Whether a PNG shows nothing: one colour, wholly transparent, or not to be read. */
  isBlank(png: Uint8Array): Promise<boolean>
  /** Texts of the QR codes on a scan, a PDF or a picture; null: it cannot be opened. */
  codesOn(scan: Uint8Array): Promise<readonly string[] | null>
}

/** The office's file cabinet: content by its SHA-256 (lower-case hex). What is in it never changes. */
export interface FileCabinet {
  /**
   * Stores bytes durably and returns their hash. Repeatable: the same bytes are stored once.
   * Throws when the disk is full or the folder has gone.
   */
  put(bytes: Uint8Array): Promise<string>
  /** undefined: not here. Throws `DamagedFile` when the content no longer matches its hash. */
  find(sha256: string): Promise<Uint8Array | undefined>
  /** Size and the first bytes, at most 4,096: enough to tell the kind. undefined: not here. Does not read the rest. */
  peek(sha256: string): Promise<{ readonly sizeBytes: number; readonly head: Uint8Array } | undefined>
  has(sha256: string): Promise<boolean>
  /** Takes content out for good: what nobody may keep. Repeatable; what is not here is no fault. */
  erase(sha256: string): Promise<void>
}
