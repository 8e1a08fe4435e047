import { initTRPC } from '@trpc/server'
import type { PageFault, SignedInUserView, StationView } from '#contract/session.ts'
import { startBrowserHost } from '#hosts/browser/browser-host.ts'
import { createEventHub } from '#hosts/shared/event-hub.ts'
import { createHandler } from '#hosts/shared/handler.ts'

/** What a spec may set before or while a page is open. */
export interface StubOffice {
  station: StationView
  counts: { dossiers: number; printing: number; handover: number }
  desk: {
    jobs: unknown[]
    printers: {
      id: string
      name: string
      active: boolean
      condition: { state: string; reason: string | null; sentence: string | null }
    }[]
  }
  hits: { id: string; holderName: string; registrationNumber: string }[]
  /** What the page has reported of itself. */
  reported: PageFault[]
  /** Set: every question of the screens fails under this reference. */
  fault: string | null
}

const user: SignedInUserView = {
  id: 'u1',
  username: 'ratih.puspalina',
  name: 'Ratih Puspalina',
  roles: ['front-office'],
  roleLabels: ['Petugas Front Office'],
  counter: 'Loket 2',
  permissions: ['intake', 'work-dossiers', 'print-desk', 'handover', 'reports', 'administration'],
  active: true,
  standsIn: [],
  colourScheme: 'system',
}

export const anOffice = (): StubOffice => ({
  station: {
    state: 'signed-in',
    user,
    office: {
      code: 'pontianak',
      shortName: 'DPMTK-PTSP Pontianak',
      systemName: 'SEPOK',
      city: 'Kota Pontianak',
      timeZone: 'Asia/Pontianak',
      timeZoneLabel: 'WIB',
      regionCode: '6171',
      types: [],
      stages: [],
      roles: [],
      delivery: 'counter',
      needsSignedScan: false,
      legalises: false,
      uploads: { mediaTypes: ['image/jpeg'], maxBytes: 2_097_152 },
      minimum: null,
      limitWorkingDays: 5,
      villages: [],
    },
    station: 'Komputer Loket 2',
    demo: false,
    demoUsers: [],
    profiles: [{ code: 'pontianak', name: 'DPMTK-PTSP Kota Pontianak' }],
    appVersion: '0.1.0',
  },
  counts: { dossiers: 27, printing: 7, handover: 31 },
  desk: {
    jobs: [],
    printers: ['Termal Loket 2', 'Laser A4', 'Laser F4'].map((name) => ({
      id: name,
      name,
      active: true,
      condition: { state: 'ready', reason: null, sentence: null },
    })),
  },
  hits: ['dr. Kinanti Sebangki', 'dr. Larasati Kapuas Dewi', 'Ns. Petrus Landakoro, S.Kep.'].map(
    (holderName, index) => ({ id: `a${index}`, holderName, registrationNumber: `P-2026-00041${index}` }),
  ),
  reported: [],
  fault: null,
})

export const stubPassword = 'loket-2026'

/** The router's shape with answers that are only values: for the frame around the screens, and for the parts. */
const createStubRouter = (office: StubOffice, follow: ReturnType<typeof createEventHub>['follow']) => {
  const trpc = initTRPC.create({
    errorFormatter: ({ shape }) => ({ ...shape, data: { ...shape.data, reference: office.fault } }),
  })
  const procedure = trpc.procedure.use(({ next, path }) => {
    if (office.fault !== null && !path.startsWith('session.'))
      throw new Error('the stub office fails on request')
    return next()
  })
  const as = <Input>() => trpc.procedure.input((value: unknown) => value as Input)
  const changed = (part: Partial<StationView>) => {
    office.station = { ...office.station, ...part }
    return office.station
  }
  return trpc.router({
    session: trpc.router({
      station: procedure.query(() => office.station),
      signIn: as<{ username: string; password: string }>().mutation(({ input }) =>
        input.username === user.username && input.password === stubPassword
          ? { ok: true, value: changed({ state: 'signed-in', user }) }
          : { ok: false, refusal: { code: 'sign-in-refused' } },
      ),
      setColourScheme: as<Pick<SignedInUserView, 'colourScheme'>>().mutation(({ input }) => {
        if (office.station.user) changed({ user: { ...office.station.user, ...input } })
        return input.colourScheme
      }),
      reportFault: as<PageFault>().mutation(({ input }) => {
        office.reported.push(input)
        return null
      }),
      signOut: procedure.mutation(() => {
        changed({ state: 'signed-out', user: null })
        return null
      }),
    }),
    reports: trpc.router({ today: procedure.query(() => ({ counts: office.counts })) }),
    printing: trpc.router({
      desk: procedure.query(() => office.desk),
      sheetSeen: as<{ text: string }>().mutation(() => ({ outcome: 'none' as const, title: null })),
    }),
    search: trpc.router({
      find: as<{ text: string }>().query(({ input }) =>
        office.hits
          .filter(({ holderName }) => holderName.toLowerCase().includes(input.text.toLowerCase()))
          .map((hit) => ({
            ...hit,
            permitTypeCode: 'SIPD',
            facilityName: 'RSUD Kota Pontianak',
            statusLabel: 'Pemeriksaan Front Office',
            alike: [],
          })),
      ),
      scan: as<{ text: string }>().query(({ input }) => ({
        applicationId:
          office.hits.find(({ registrationNumber }) => registrationNumber === input.text)?.id ?? null,
      })),
    }),
    events: trpc.router({
      follow: procedure.subscription(({ signal }) => follow(signal ?? new AbortController().signal)),
    }),
  })
}

/** The real browser host and handler over an office of values. */
export async function startStubOffice(rendererDir: string, office: StubOffice = anOffice(), port = 0) {
  const events = createEventHub()
  const silent = () => {}
  const log = { info: silent, warn: silent, error: silent }
  const handler = createHandler({
    router: createStubRouter(office, events.follow),
    createContext: () => ({}),
    files: () => Promise.resolve(undefined),
    rendererDir,
    events,
    log,
  })
  const host = await startBrowserHost(handler, { port, now: Date.now, log })
  return {
    office,
    /** The address of a screen, with the key of this launch. */
    url: (path = '/') => `${host.origin}${path}#key=${host.launchKey}`,
    publish: (topic: string) => events.publish({ topic, id: null }),
    close: async () => {
      handler.close()
      await host.close()
    },
  }
}
