import type { Session } from 'electron'
import { isOurPage } from './scheme.ts'

/** What our page may use of the computer without being asked each time; everything else is refused. */
const allowed = new Set(['clipboard-sanitized-write', 'fullscreen', 'window-management'])

/** @param media  what a `media` request wants; the camera alone is for applicants' photos, nothing here listens */
export const mayUse = (
  permission: string,
  page: string | undefined,
  media: readonly string[] = [],
): boolean =>
  isOurPage(page) &&
  (permission === 'media'
    ? media.length > 0 && media.every((kind) => kind === 'video')
    : allowed.has(permission))

export const setPermissionPolicy = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? details.mediaTypes : undefined
    answer(mayUse(permission, details.requestingUrl, media))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    mayUse(permission, requestingOrigin, details.mediaType ? [details.mediaType] : []),
  )
  session.setDevicePermissionHandler(() => false)
}
