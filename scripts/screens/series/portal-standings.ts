import { portalStateLabel, sayPortalIllness, sayPortalStop } from '#domain/wording/portal.ts'
import { saying } from '../provoke.ts'
import type { Series } from '../studio.ts'

const nothingToDo = { setAside: 0, conflicts: 0, arrivals: 0, files: 0, needsYou: false, sentence: null }
const unsent = { unsent: 12, unsentDossiers: 4 }

/** How the line can stand, as the station tells it. */
const standings = [
  { state: 'in-step', unsent: 0, unsentDossiers: 0 },
  { state: 'working', ...unsent },
  { state: 'offline', ...unsent, sentence: sayPortalIllness('unreachable') },
  { state: 'paused', ...unsent, pausedBy: 'Ratih Puspalina' },
  { state: 'stopped', ...unsent, sentence: sayPortalStop('sign-in') },
  { state: 'elsewhere', ...unsent },
] as const

/** The line to the portal in the head of every screen with what is behind it, however it stands. */
export const portalStandings: Series = {
  name: 'portal-keadaan',
  title: 'Portal, keadaan sambungan',
  run: async ({ sample, window, shoot }) => {
    const station = await sample()
    const head = 'Keadaan loket'
    const needed = await window(station, 'loket')
    await saying(needed, 'portal.status', { state: 'in-step', label: portalStateLabel('in-step') })
    await needed.reload()
    await shoot(needed, 'Portal, perlu Anda', needed.getByRole('list', { name: head }).getByRole('button'))
    for (const standing of standings) {
      const page = await window(station, 'loket')
      const label = portalStateLabel(standing.state)
      await saying(page, 'portal.status', { ...nothingToDo, ...standing, label })
      await page.reload()
      await page.getByRole('list', { name: head }).getByRole('button').click()
      const drawer = page.getByRole('dialog', { name: 'Portal' })
      await shoot(page, `Portal, ${label.toLowerCase()}`, drawer.getByText('Belum terkirim'))
    }
  },
}
