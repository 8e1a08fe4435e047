import type { PortalTurn } from './portal-context.ts'

/**
 * Asks for the bytes of a file that the portal has; they come in the background, or when somebody first looks at them. What
 * is asked for already, or was asked for and came, is not asked for twice. Repeatable.
 */
export async function askForFile(
  { stores, ids, at }: PortalTurn,
  applicationId: string,
  file: { readonly sha256: string; readonly mediaType: string; readonly sizeBytes: number },
): Promise<void> {
  const { sha256, mediaType, sizeBytes } = file
  await stores.portal.addFile({
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
}
