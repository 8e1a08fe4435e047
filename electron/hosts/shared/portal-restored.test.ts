import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { trialPortal } from '../../../scripts/portal/testing/trial-portal.ts'
import { openPortalDesk } from '../testing/portal-desk.ts'

it.each([
  ['cannot know our cursor', false],
  // It gave the same numbers to other changes meanwhile, so that nothing is wrong with the cursor.
  ['takes our cursor for its own', true],
])(
  'a portal that went back to an older backup and %s is told again what it has lost, and nothing here changes',
  async (_, countsOn) => {
    const folder = mkdtempSync(join(tmpdir(), 'sepok-portal-'))
    const [database, backup] = [join(folder, 'portal.sqlite'), join(folder, 'backup.sqlite')]
    const at = await openPortalDesk({ database })
    const port = Number(new URL(at.portal.apiBase).port)
    const limits = at.portal.portal.settings.limits
    await at.join()
    const { id } = at.apply(at.register('6171014506900060'))
    await at.until(id, (state) => state.openStages.length > 0)
    await at.sent()
    await at.portal.close()
    copyFileSync(database, backup)

    const present = await trialPortal({ database, port, limits })
    await at.desk.acceptFiles(id)
    await at.desk.act(at.desk.counter, id, 'front-office', 'teruskan')
    const walkIn = await at.desk.takeIn({ nik: '6171044708940095' })
    const hurry = setInterval(() => void at.desk.admin.portal.sendNow.mutate(), 100)
    await at.sent()
    expect(present.portal.store.entity('application', id)?.data['status']).toBe('in-process')
    if (countsOn) {
      await at.desk.admin.portal.pause.mutate({ paused: true })
      // One of two dossiers moves on: what the portal says to that gives away that it has lost something.
      const message = { applicationId: id, messageId: randomUUID(), text: 'Sedang diperiksa.' }
      expect((await at.desk.counter.inbox.sendMessage.mutate(message)).ok).toBe(true)
    }
    const before = [await at.until(id, () => true), await at.until(walkIn, () => true)]
    const lastSeq = present.portal.store.lastSeq()
    await present.close()
    copyFileSync(backup, database)
    for (const tail of ['-wal', '-shm']) rmSync(`${database}${tail}`, { force: true })

    const restored = await trialPortal({ database, port, limits })
    expect(restored.portal.store.entity('application', id)?.data['status']).toBe('submitted')
    expect(restored.portal.store.entity('application', walkIn)).toBeNull()
    if (countsOn) {
      const { portal } = restored
      const word = () => ({
        id: randomUUID(),
        applicationId: randomUUID(),
        from: 'applicant',
        text: 'Halo',
        at: portal.instant(),
      })
      while (portal.store.lastSeq() < lastSeq)
        portal.change(() => {
          const one = word()
          return portal.store.put('message', one.id, one, one.at)
        })
      await at.desk.admin.portal.pause.mutate({ paused: false })
    }
    while (
      restored.portal.store.entity('application', id)?.data['status'] !== 'in-process' ||
      restored.portal.store.lastEventSeq(walkIn) !== before[1]?.seq
    )
      await new Promise((resolve) => setTimeout(resolve, 20))
    await at.sent()
    clearInterval(hurry)
    expect(restored.portal.store.lastEventSeq(id)).toBe(before[0]?.seq)
    expect(restored.portal.store.ofApplication('document', walkIn).length).toBeGreaterThan(0)
    expect([await at.until(id, () => true), await at.until(walkIn, () => true)]).toEqual(before)
    expect(await at.desk.admin.portal.aside.query()).toEqual([])
    expect(await at.desk.counter.inbox.conflicts.query({ applicationId: null })).toEqual([])
    await at.desk.close()
    await restored.close()
    rmSync(folder, { recursive: true, force: true })
  },
  20_000,
)
