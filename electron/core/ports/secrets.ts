/** Keeps what the office's database may hold only locked: by the key of this station, which no database and no backup has. */
export interface SecretBox {
  /** Names the key; the same from start to start, another one in another data folder. */
  readonly keyId: string
  /** Each call gives another text. */
  seal(secret: string): string
  /** null: it was sealed elsewhere, or is damaged. */
  open(sealed: string): string | null
}
