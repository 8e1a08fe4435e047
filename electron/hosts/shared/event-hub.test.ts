import { describe, expect, it } from 'vitest'
import { createEventHub, everythingChanged } from './event-hub.ts'

const berkas = (id: string) => ({ topic: 'berkas', id })

describe('event hub', () => {
  it('tells every window of a change, in order', async () => {
    const hub = createEventHub()
    const windows = [new AbortController(), new AbortController()].map((gone) => hub.follow(gone.signal))
    const firsts = windows.map((window) => window.next())
    hub.publish(berkas('1'))
    hub.publish(berkas('2'))
    for (const first of firsts) expect(await first).toEqual({ done: false, value: berkas('1') })
    for (const window of windows) expect(await window.next()).toEqual({ done: false, value: berkas('2') })
  })

  it('forgets a window at once when it is gone, also while it waits', async () => {
    const hub = createEventHub()
    const gone = new AbortController()
    const waiting = hub.follow(gone.signal).next()
    expect(hub.followerCount()).toBe(1)
    gone.abort()
    expect(hub.followerCount()).toBe(0)
    expect(await waiting).toEqual({ done: true, value: undefined })
  })

  it('forgets a window that stops listening by itself', async () => {
    const hub = createEventHub()
    const window = hub.follow(new AbortController().signal)
    const first = window.next()
    hub.publish(berkas('1'))
    await first
    await window.return()
    expect(hub.followerCount()).toBe(0)
  })

  it('says the same thing once to a window that has not read it yet', async () => {
    const hub = createEventHub()
    const window = hub.follow(new AbortController().signal)
    for (const id of ['1', '2', '1', '2', '3']) hub.publish(berkas(id))
    const read = [await window.next(), await window.next(), await window.next()]
    expect(read.map(({ value }) => value)).toEqual([berkas('1'), berkas('2'), berkas('3')])
  })

  it('tells a window that has fallen behind only that everything may have changed', async () => {
    const hub = createEventHub(3)
    const window = hub.follow(new AbortController().signal)
    const first = window.next()
    hub.publish(berkas('0'))
    await first
    for (const id of ['1', '2', '3', '4']) hub.publish(berkas(id))
    expect((await window.next()).value).toEqual(everythingChanged)
    hub.publish(berkas('5'))
    expect((await window.next()).value).toEqual(berkas('5'))
  })

  it('ends every stream when the station closes, and lets nobody follow afterwards', async () => {
    const hub = createEventHub()
    const waiting = hub.follow(new AbortController().signal).next()
    hub.close()
    hub.close()
    expect((await waiting).done).toBe(true)
    expect((await hub.follow(new AbortController().signal).next()).done).toBe(true)
    expect(hub.followerCount()).toBe(0)
  })
})
