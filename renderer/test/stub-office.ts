import { instantOf } from '#domain/instant.ts'
import { createEventHub } from '#hosts/shared/event-hub.ts'
import { createHandler } from '#hosts/shared/handler.ts'
import { startBrowserHost } from '#hosts/browser/browser-host.ts'
import type { SessionView, StationView } from '../lib/api-types.ts'
import { createShellRouter } from '../lib/shell-router.ts'

/** What a spec may set before or while a page is open. */
export interface StubOffice {
  session: SessionView
  station: StationView
}

const now = instantOf(Date.parse('2026-11-19T03:24:07.000Z'))

export const anOffice = (): StubOffice => ({
  session: {
    office: {
      name: 'DPMTK-PTSP Pontianak',
      fullName: 'DPMTK-PTSP Kota Pontianak',
      timeZone: 'Asia/Pontianak',
      version: '0.1.0',
    },
    needsSetup: false,
    user: {
      id: 'u1',
      fullName: 'Ratih Puspalina',
      roleLabel: 'Petugas Loket',
      counterLabel: 'Loket 2',
      permissions: ['intake', 'work-dossiers', 'print-desk', 'handover', 'reports', 'administration'],
      colorScheme: null,
    },
    locked: null,
    counters: [
      { id: 'c1', label: 'Loket 1, Front Office' },
      { id: 'c2', label: 'Loket 2, Front Office' },
    ],
    lastCounter: 'c2',
    demoUsers: [],
    lastBackupAt: instantOf(Date.parse('2026-11-18T08:12:00.000Z')),
    lockAfterMinutes: 5,
  },
  station: {
    portal: { state: 'connected', since: null },
    printers: { ready: 3, trouble: null },
    unsent: 0,
    counts: { dossiers: 27, printing: 7, handover: 31 },
    now,
  },
})

/** The real browser host and handler over an office that is only a few values: for the frame and the parts. */
export async function startStubOffice(rendererDir: string, office: StubOffice = anOffice(), port = 0) {
  const events = createEventHub()
  const silent = () => {}
  const log = { info: silent, warn: silent, error: silent }
  const clerk = office.session.user ?? anOffice().session.user
  const changed = () => events.publish({ topic: 'session', id: null })
  const knows = (password: string) => password === 'loket-2026'
  const router = createShellRouter({
    session: () => office.session,
    signIn: ({ username, password }) => {
      if (username !== 'ratih.puspalina' || !knows(password))
        return 'Nama pengguna atau kata sandi tidak cocok. Ketik ulang.'
      office.session.user = clerk
      changed()
      return null
    },
    unlock: (password) => {
      if (!knows(password))
        return 'Kata sandi tidak cocok. Ketik ulang; masih ada 3 kesempatan sebelum akun ditahan 5 menit.'
      office.session.locked = null
      changed()
      return null
    },
    lock: () => {
      office.session.locked = { at: now, afterMinutes: null, drafts: 1 }
      changed()
    },
    signOut: () => {
      office.session.user = null
      office.session.locked = null
      changed()
    },
    colorScheme: (scheme) => {
      if (office.session.user !== null) office.session.user.colorScheme = scheme
      changed()
    },
    station: () => office.station,
    search: (text) =>
      ['dr. Kinanti Sebangki', 'dr. Larasati Kapuas Dewi', 'Ns. Petrus Landakoro, S.Kep.']
        .filter((name) => name.toLowerCase().includes(text.toLowerCase()))
        .map((name, index) => ({
          applicationId: `a${index}`,
          name,
          permitType: 'SIPD',
          place: 'RSUD Kota Pontianak',
          number: `P-2026-00041${index}`,
          state: 'Pemeriksaan Front Office',
        })),
    scan: (text) => (text === 'P-2026-000412' ? 'a1' : null),
    events: (signal) => events.follow(signal ?? new AbortController().signal),
  })
  const handler = createHandler({
    router,
    createContext: () => ({}),
    files: () => Promise.resolve(undefined),
    rendererDir,
    events,
    log,
  })
  const host = await startBrowserHost(handler, { port, now: Date.now, log })
  return {
    url: host.readyUrl,
    origin: host.origin,
    office,
    publish: (topic: string) => events.publish({ topic, id: null }),
    close: async () => {
      handler.close()
      await host.close()
    },
  }
}
