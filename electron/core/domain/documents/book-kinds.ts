/** Registers and lists that the window shows line by line, as they stand in their book. */
export const registerKinds = [
  'register-refusals',
  'register-voids',
  'register-revocations',
  'register-legalised',
  'register-signed',
  'expiring',
  'complaints',
  'consultations',
] as const
export type RegisterKind = (typeof registerKinds)[number]

/** Every report that there is in all forms, as `--kind` and the addresses of files name it; never renamed. */
export const bookKinds = [
  'daily',
  'period',
  'recap',
  'register-in',
  'register-out',
  'sla',
  'skm',
  ...registerKinds,
] as const
export type BookKind = (typeof bookKinds)[number]

export const isBookKind = (text: string): text is BookKind => bookKinds.some((one) => one === text)

/** The forms in which a report leaves the program as a file. */
export const bookFormats = ['pdf', 'xlsx', 'csv', 'json'] as const
export type BookFormat = (typeof bookFormats)[number]

export const isBookFormat = (text: string): text is BookFormat => bookFormats.some((one) => one === text)
