/** Hashes and checks passwords (argon2id). */
export interface Passwords {
  hash(password: string): Promise<string>
  /** false for a wrong password and for a hash that cannot be read. Takes the same time either way. */
  verify(hash: string, password: string): Promise<boolean>
}
