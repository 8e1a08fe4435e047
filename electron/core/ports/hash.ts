/** SHA-256 of a text in UTF-8, as 64 small hexadecimal digits. */
export type HashText = (text: string) => string
