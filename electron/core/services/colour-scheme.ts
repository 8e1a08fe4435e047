import type { ColourScheme } from '#domain/colour-scheme.ts'
import { ok, type Result } from '#domain/result.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import type { SignedIn } from './office.ts'

/** Where a user's colour scheme is kept. */
export const colourSchemeSetting = (userId: string): string => `user.${userId}.colourScheme`

/** Keeps how a user wants the screens, at every station of the office. Repeatable; the last choice holds. */
export const setColourScheme =
  ({ work }: { readonly work: UnitOfWork }) =>
  (scheme: ColourScheme, who: SignedIn): Promise<Result<ColourScheme, never>> =>
    work.run<ColourScheme, never>(async ({ settings }) => {
      await settings.set(colourSchemeSetting(who.user.id), scheme)
      return ok(scheme)
    })
