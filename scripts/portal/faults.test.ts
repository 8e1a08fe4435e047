import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { faultKinds, seededRandom } from './faults.ts'
import type { FaultKind } from './faults.ts'
import { anApplicant, trialPortal } from './testing/trial-portal.ts'
import type { TrialPortal } from './testing/trial-portal.ts'

const open: TrialPortal[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

/** A portal whose every API request meets one fault, with a token that was given before. */
async function harmed(kind: FaultKind): Promise<TrialPortal> {
  const portal = await trialPortal({ faults: { seed: 1, rate: 1, kinds: [kind], holdMs: 20 } })
  open.push(portal)
  portal.portal.store.addToken('bearer', Number.MAX_SAFE_INTEGER)
  return portal
}

const applicant = anApplicant()
// The client of the trial portal fetches its own token first, which a harmed line would not give.
const write = ({ apiBase }: TrialPortal, baseVersion: number | null): Promise<Response> =>
  fetch(`${apiBase}/applicants/${applicant.id}`, {
    method: 'PUT',
    redirect: 'manual',
    headers: { authorization: 'Bearer bearer', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ baseVersion, applicant }),
  })

const outcome = async (kind: FaultKind) => {
  const portal = await harmed(kind)
  const response = await write(portal, null).then(
    async (answer) => ({
      status: answer.status,
      headers: answer.headers,
      text: await answer.text().catch(() => 'cut'),
    }),
    () => null,
  )
  return { portal, response, committed: portal.portal.store.entity('applicant', applicant.id)?.version ?? 0 }
}

describe('the faults of a line', () => {
  it('lose a request before the portal has it', async () => {
    for (const kind of ['request-lost', 'reset'] as const) {
      const { response, committed } = await outcome(kind)
      expect([kind, response, committed]).toEqual([kind, null, 0])
    }
  })

  it('lose or cut the answer after the portal has committed', async () => {
    const lost = await outcome('answer-lost')
    expect([lost.response, lost.committed]).toEqual([null, 1])
    const cut = await outcome('cut-body')
    expect([cut.response?.text ?? 'cut', cut.committed]).toEqual(['cut', 1])
  })

  it('double a request: the key makes it one', async () => {
    const { response, committed } = await outcome('request-doubled')
    expect([response?.status, response?.headers.get('idempotency-replayed'), committed]).toEqual([
      200,
      'true',
      1,
    ])
  })

  it('garble a body, or put a page of somebody else in its place', async () => {
    const broken = await outcome('broken-json')
    expect(() => JSON.parse(broken.response?.text ?? '{}') as unknown).toThrow(SyntaxError)
    const page = await outcome('captive-page')
    expect([page.response?.status, page.response?.headers.get('content-type'), page.committed]).toEqual([
      200,
      'text/html',
      0,
    ])
    expect((await outcome('captive-redirect')).response?.status).toBe(302)
  })

  it('only delay what is delayed or held', async () => {
    for (const kind of ['delay', 'reorder'] as const) {
      const { response, committed } = await outcome(kind)
      expect([kind, response?.status, committed]).toEqual([kind, 200, 1])
    }
  })
})

describe('the faults of a portal', () => {
  it('answer in its place', async () => {
    const statuses = {
      unprocessable: 422,
      'too-many-seconds': 429,
      'too-many-date': 429,
      'server-error': 500,
      unavailable: 503,
    } as const
    for (const [kind, status] of Object.entries(statuses)) {
      const { response, committed } = await outcome(kind as FaultKind)
      expect([kind, response?.status, committed]).toEqual([kind, status, 0])
    }
  })

  it('say when to come back, in both forms', async () => {
    expect((await outcome('too-many-seconds')).response?.headers.get('retry-after')).toBe('1')
    const date = (await outcome('too-many-date')).response?.headers.get('retry-after') ?? ''
    expect(Number.isNaN(Date.parse(date))).toBe(false)
  })

  it('move an entity on, so that the next write meets a real 409', async () => {
    const portal = await harmed('conflict')
    portal.portal.store.put('applicant', applicant.id, applicant, portal.portal.instant())
    const answer = await write(portal, 1)
    expect([answer.status, await answer.json()]).toEqual([409, { current: applicant, version: 2 }])
  })

  it('put its clock wrong by ten minutes', async () => {
    const { portal } = await outcome('clock')
    expect(Math.round(Math.abs(Date.parse(portal.portal.instant()) - Date.now()) / 60_000)).toBe(10)
  })
})

describe('a seed', () => {
  it('draws the same faults for the same requests', () => {
    const draw = (seed: number) => {
      const random = seededRandom(seed)
      return Array.from({ length: 200 }, () => faultKinds[Math.floor(random() * faultKinds.length)])
    }
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
    expect(new Set(draw(7)).size).toBe(faultKinds.length)
  })
})
