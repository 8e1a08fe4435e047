import { TRPCClientError } from '@trpc/client'
import { afterEach, describe, expect, it } from 'vitest'
import type { ApiContext } from '#api/context.ts'
import { transports } from '../testing/transports.ts'
import type { OpenTransport } from '../testing/transports.ts'
import type { EventHub } from './event-hub.ts'

const office = {
  profile: 'pontianak',
  administrator: { name: 'Melati Sambas', username: 'admin', password: 'rahasia-loket' },
  station: 'Loket 2',
}

/** A station before its first office; `createOffice` is what a test makes of it. */
const contextWith =
  (createOffice: ApiContext['createOffice']) =>
  (events: EventHub): ApiContext =>
    ({
      reference: 'GL-7K2M9',
      station: () => 'Loket 2',
      version: '0.0.0-test',
      demoUsers: [],
      profiles: [{ code: 'pontianak', name: 'DPMTK-PTSP Pontianak' }],
      office: () => null,
      who: () => Promise.resolve(null),
      createOffice,
      follow: (signal) => events.follow((signal as AbortSignal | undefined) ?? new AbortController().signal),
    }) as Partial<ApiContext> as ApiContext

const never: ApiContext['createOffice'] = () => new Promise(() => {})

/** What a page can read of a failed call. */
const failure = async (call: Promise<unknown>) => {
  const error: unknown = await call.then(
    () => new Error('the call went well'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof TRPCClientError)) throw error
  const { code, httpStatus, reference } = error.data as Record<string, unknown>
  return { message: error.message, code, httpStatus, reference }
}

/** What a window hears, and when its stream is ready and over. */
const listen = ({ client }: OpenTransport) => {
  const heard: unknown[] = []
  let wake = () => {}
  const stopped = Promise.withResolvers<undefined>()
  const started = Promise.withResolvers<undefined>()
  const subscription = client.events.follow.subscribe(undefined, {
    onStarted: () => started.resolve(undefined),
    onData: (event) => {
      heard.push(event)
      wake()
    },
    onComplete: () => stopped.resolve(undefined),
    onError: (error) => stopped.reject(error),
  })
  return {
    started: started.promise,
    ended: stopped.promise,
    leave: () => subscription.unsubscribe(),
    heardOf: async (count: number) => {
      while (heard.length < count) await new Promise<void>((resolve) => (wake = resolve))
      return heard
    },
  }
}

describe.each(Object.entries(transports))('a call over %s', (name, openTransport) => {
  let open: OpenTransport
  afterEach(() => open.close())
  const transport = async (createOffice: ApiContext['createOffice'] = never) =>
    (open = await openTransport(contextWith(createOffice)))

  it('is answered', async () => {
    const { client } = await transport()
    expect(await client.session.station.query()).toMatchObject({
      state: 'needs-office',
      station: 'Loket 2',
      profiles: [{ code: 'pontianak' }],
    })
  })

  it('gives a refusal as a value with its code', async () => {
    const { client } = await transport()
    expect(await client.session.signIn.mutate({ username: 'loket', password: 'rahasia' })).toEqual({
      ok: false,
      refusal: { code: 'no-office' },
    })
  })

  it('gives the facts of a refusal letter by letter', async () => {
    const refusal = { code: 'profile-unknown' as const, profile: 'Kubu "Raya" é ≤ 5' }
    const { client } = await transport(() => Promise.resolve({ ok: false, refusal }))
    expect(await client.session.createOffice.mutate(office)).toEqual({ ok: false, refusal })
  })

  it('says that nobody is signed in', async () => {
    const { client } = await transport()
    expect(await failure(client.reports.today.query())).toEqual({
      message: 'Anda belum masuk. Masuk dahulu, isian Anda tetap tersimpan.',
      code: 'UNAUTHORIZED',
      httpStatus: 401,
      reference: null,
    })
  })

  it('refuses input that is not what the procedure takes', async () => {
    const { client } = await transport()
    const call = client.session.signIn.mutate({ username: 7 } as never)
    expect(await failure(call)).toMatchObject({ code: 'BAD_REQUEST', httpStatus: 400, reference: null })
  })

  it('shows a fault by its reference and hides what the machinery said', async () => {
    const { client } = await transport(() => Promise.reject(new Error('disk full at /secret')))
    expect(await failure(client.session.createOffice.mutate(office))).toEqual({
      message: 'Terjadi gangguan di aplikasi. Data yang sudah tersimpan tetap aman.',
      code: 'INTERNAL_SERVER_ERROR',
      httpStatus: 500,
      reference: 'GL-7K2M9',
    })
  })

  it('goes on answering while a call that nobody waits for any more still runs', async () => {
    const begun = Promise.withResolvers<undefined>()
    const { client } = await transport(() => {
      begun.resolve(undefined)
      return never(office)
    })
    const leave = new AbortController()
    const call = client.session.createOffice.mutate(office, { signal: leave.signal })
    const ended = call.catch((error: unknown) => error)
    await begun.promise
    leave.abort()
    // The router itself has no wire to cut: there the call goes on unheard.
    if (name !== 'the router itself') expect(await ended).toBeInstanceOf(TRPCClientError)
    expect(await client.session.station.query()).toMatchObject({ state: 'needs-office' })
  })

  it('hears every change in order, from the moment it listens', async () => {
    const { events } = await transport()
    const window = listen(open)
    await window.started
    await expect.poll(() => events.followerCount()).toBe(1)
    events.publish({ topic: 'dossier', id: 'a' })
    events.publish({ topic: 'printing', id: null })
    expect(await window.heardOf(2)).toEqual([
      { topic: 'dossier', id: 'a' },
      { topic: 'printing', id: null },
    ])
    window.leave()
  })

  it('leaves no listener behind when twenty windows come and go', async () => {
    const { events } = await transport()
    const windows = Array.from({ length: 20 }, () => listen(open))
    await expect.poll(() => events.followerCount()).toBe(20)
    for (const window of windows) window.leave()
    await expect.poll(() => events.followerCount()).toBe(0)
  })

  it('is told when the station ends', async () => {
    const { events } = await transport()
    const window = listen(open)
    await expect.poll(() => events.followerCount()).toBe(1)
    events.close()
    await window.ended
    expect(events.followerCount()).toBe(0)
  })
})
