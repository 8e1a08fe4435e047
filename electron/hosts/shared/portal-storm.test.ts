import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultKinds } from '../../../scripts/portal/faults.ts'
import { editApplication, saveProfile } from '../../../scripts/portal/applicant-moves.ts'
import { openPortalDesk, type PortalDesk } from '../testing/portal-desk.ts'
import { done } from '../../../scripts/portal/testing/online-moves.ts'

let at: PortalDesk
beforeAll(async () => {
  // A refusal at random is a portal’s own word and stays in the tray; who asks for time is given it. Both are tried elsewhere.
  const kinds = faultKinds.filter((one) => one !== 'unprocessable' && !one.startsWith('too-many'))
  at = await openPortalDesk({ faults: { seed: 11, rate: 0.2, kinds, holdMs: 20 } })
  await at.join()
})
afterAll(async () => {
  await at.close()
})

describe('with a line that fails in every way', () => {
  it('what both sides did is at both in the end, each once', async () => {
    const people = ['50', '51'].map((n) => at.register(`61710145069000${n}`))
    const online = people.map((one) => at.apply(one).id)
    const walkIn = await at.desk.takeIn({ nik: '6171044708940091' })
    const hurry = setInterval(() => void at.desk.admin.portal.sendNow.mutate(), 100)
    try {
      for (const id of online) await at.until(id, () => true)
      const [first = '', second = ''] = online
      const schedule = [{ days: ['sun' as const], from: '08:00', until: '09:00' }]
      done(editApplication(at.portal.portal, first, { schedule }))
      await at.desk.act(at.desk.counter, second, 'front-office', 'kembalikan-ke-pemohon', 'Foto buram')
      const [one] = people
      if (one) done(saveProfile(at.portal.portal, one.account, { phone: '+6281255551111' }))
      await at.until(first, (state) => state.data.schedule[0]?.days[0] === 'sun')
      await at.until(first, (state) => state.applicant.phone === '+6281255551111')
      at.portal.proxy?.calm()
      await at.sent()
    } finally {
      clearInterval(hurry)
    }
    expect(Object.keys(at.portal.proxy?.met() ?? {}).length).toBeGreaterThan(3)
    expect(await at.desk.admin.portal.aside.query()).toEqual([])
    expect(await at.desk.counter.inbox.conflicts.query({ applicationId: null })).toEqual([])
    expect(await at.desk.counter.inbox.arrivals.query()).toEqual([])
    for (const id of [...online, walkIn]) {
      const seen = await at.desk.admin.portal.ofDossier.query({ applicationId: id })
      expect(seen?.rows.filter((row) => !row.isSame)).toEqual([])
      const state = await at.until(id, () => true)
      expect(at.portal.portal.store.lastEventSeq(id)).toBe(state.seq)
      const files = at.portal.portal.store.ofApplication('document', id)
      expect(files).toHaveLength(state.documents.filter((file) => file.sha256 !== null).length)
    }
  }, 30_000)
})
