import { createContext, useContext } from 'react'
import type { FieldChange } from '#domain/correction.ts'

const OldValues = createContext<ReadonlyMap<string, string>>(new Map())

/** Around a form that is corrected: what each changed field said before. */
export const OldValuesProvider = OldValues.Provider

export const oldValuesOf = (changes: readonly FieldChange[]): ReadonlyMap<string, string> =>
  new Map(changes.map(({ field, before }) => [field, before]))

/** What a field said before it was corrected; undefined: it is unchanged, or nothing is being corrected. */
export const useOldValue = (field: string): string | undefined => useContext(OldValues).get(field)
