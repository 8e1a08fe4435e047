import type { PortalTurn } from './portal-context.ts'

/**
 * Asks for the bytes of a file that the portal has; they come in the background, or when somebody first looks at them. One that
 * came before, or could not be had, is asked for once more: its bytes may have been erased here since, may lie in the cabinet of
 * another station, or be at the portal by now. What the station has is not fetched again. Repeatable.
 */
export async function askForFile(
  { stores, ids, at }: PortalTurn,
  applicationId: string,
  file: { readonly sha256: string; readonly mediaType: string; readonly sizeBytes: number },
): Promise<void> {
  const { sha256, mediaType, sizeBytes } = file
  const { portal } = stores
  const isNew = await portal.addFile({
    direction: 'fetch',
    sha256,
    key: ids.uuid(),
    applicationId,
    mediaType,
    sizeBytes,
    state: 'waiting',
    stateAt: at,
    tries: 0,
    nextTryAt: at,
    trouble: null,
  })
  if (isNew) return
  const asked = await portal.findFile('fetch', sha256)
  if (asked && asked.state !== 'waiting')
    await portal.saveFile({ ...asked, state: 'waiting', stateAt: at, tries: 0, nextTryAt: at, trouble: null })
}

/** As `askForFile`, for a picture of a person, of which the portal tells nothing but the hash. */
export const askForPhoto = (turn: PortalTurn, applicationId: string, sha256: string): Promise<void> =>
  askForFile(turn, applicationId, { sha256, mediaType: 'image/jpeg', sizeBytes: 0 })
