import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { warningKey } from '#domain/appointment-rules.ts'
import { rebuildState } from '#domain/application-history.ts'
import { engines } from '#db/testing/open-test-db.ts'
import { createPostgresDatabase, type TestPostgres } from '#db/testing/postgres.ts'
import { anOrder, member, type Order } from '../testing/appointment-orders.ts'
import { officePassword } from '../testing/composed-station.ts'
import type { Client } from '../testing/counter-desk.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

describe.each(engines)('review meetings and visits (%s)', { timeout: 120_000 }, (engine) => {
  let at: OfficeAtWork
  let database: TestPostgres | null = null
  let office: Client
  let colleague: Client
  let team: Client
  let serial = 0

  beforeAll(async () => {
    database = engine === 'postgres' ? await createPostgresDatabase() : null
    at = await openOfficeAtWork('purwakarta', {
      databaseUrl: database?.url ?? null,
      now: '2026-11-19T02:00:00.000Z',
    })
    const saved = await at.office.client('admin').administration.saveUser.mutate({
      id: null,
      username: 'back-office-2',
      name: 'Rekan Back Office',
      password: officePassword,
      roles: ['back-office'],
      counter: null,
      active: true,
    })
    if (!saved.ok) throw new Error(saved.refusal.code)
    colleague = at.office.client('back-office-2')
    await colleague.session.signIn.mutate({ username: 'back-office-2', password: officePassword })
    office = await at.as('back-office')
    team = await at.as('technical-team')
  }, 120_000)
  afterAll(async () => {
    await at.close()
    await database?.drop()
  })

  /** A dossier at the stage where Back Office plans. */
  const toPlan = async (): Promise<string> => {
    serial += 1
    const id = await at.takeIn({ nik: `321401470894${String(serial).padStart(4, '0')}` })
    await at.walk(id, (state) => state.openStages[0]?.stage === 'entri-data')
    return id
  }
  const made = async (order: Order, by: Client = office) => {
    const answer = await by.appointments.make.mutate(order)
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
    return answer.value
  }
  /** On to the stages at which it is held. */
  const toHold = (id: string) => at.move(id, 'agendakan', { asks: ['rapat-kajian', 'peninjauan-lapangan'] })
  const sameAsRebuilt = async (id: string) =>
    expect(rebuildState(await at.history(id))).toEqual(await at.read(id))

  it('one letter with a number of its own names team, hours, place and every dossier', async () => {
    const ids = [await toPlan(), await toPlan()]
    const view = await made(anOrder(ids))
    expect(view.letter.number).toMatch(/^503\/\d{4}\/ST\/DPMPTSP\/2026$/)
    expect(view.dossierList.map((one) => one.applicationId)).toEqual(ids)
    const jobs = await at.besides.queries.listPrintJobs({ limit: 500 })
    const letters = jobs.filter((one) => one.document === 'assignment-letter' && one.id === view.letter.jobId)
    expect(letters).toHaveLength(1)
    const job = await at.besides.queries.findPrintJob(letters[0]?.id ?? '')
    const content = job?.content as Extract<PrintContent, { kind: 'assignment-letter' }>
    expect(content.data.dossiers).toHaveLength(2)
    expect(content.data.team.map(({ name, part }) => [name, part])).toEqual([
      ['Dewi Lestari Sukma', 'Ketua'],
      ['Hendra Wibawa', 'Anggota'],
    ])
    expect(content.data.facts).toMatchObject({
      date: 'Selasa, 24 November 2026',
      hours: '09.00–11.00 WIB',
      count: '2 (dua)',
    })
    for (const id of ids) {
      expect((await at.read(id)).appointments).toMatchObject([{ id: view.id, state: 'planned', others: 1 }])
      await sameAsRebuilt(id)
    }
  })

  it('the same order sent twice plans once, with one number and one sheet', async () => {
    const order = anOrder([await toPlan()], { date: '25-11-2026' })
    const [first, again] = await Promise.all([made(order), made(order)])
    expect(again.letter.number).toBe(first.letter.number)
    const jobs = await at.besides.queries.listPrintJobs({ applicationId: order.applicationIds[0], limit: 50 })
    expect(jobs.filter((one) => one.document === 'assignment-letter')).toHaveLength(1)
    expect((await at.read(order.applicationIds[0] ?? '')).appointments).toHaveLength(1)
  })

  it('of two clerks who plan for one dossier the second is told when it takes place', async () => {
    const id = await toPlan()
    const answers = await Promise.all([
      office.appointments.make.mutate(anOrder([id], { date: '26-11-2026', team: [member('Satu', true)] })),
      colleague.appointments.make.mutate(anOrder([id], { date: '27-11-2026', team: [member('Dua', true)] })),
    ])
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(answers.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'appointment-planned' } })
    expect((await at.read(id)).appointments).toHaveLength(1)
  })

  it('lists with the same dossiers in another order do not wait for each other', async () => {
    const ids = [await toPlan(), await toPlan(), await toPlan()]
    const answers = await Promise.all([
      office.appointments.make.mutate(anOrder(ids, { date: '30-11-2026', team: [member('Tiga', true)] })),
      colleague.appointments.make.mutate(
        anOrder(ids.toReversed(), { date: '30-11-2026', team: [member('Empat', true)] }),
      ),
    ])
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
  })

  it('warns of a day off, of hours outside the office’s and of somebody who is elsewhere, and plans all the same when seen', async () => {
    const [one, other] = [await toPlan(), await toPlan()]
    await made(anOrder([one], { date: '01-12-2026', team: [member('Ratih Kumala', true)] }))
    const busy = anOrder([other], {
      date: '01-12-2026',
      from: '10.30',
      until: '21.00',
      team: [member('ratih  kumala', true)],
    })
    const refused = await office.appointments.make.mutate(busy)
    expect(refused).toMatchObject({
      refusal: {
        code: 'appointment-warned',
        warnings: [
          { code: 'appointment-outside-hours' },
          { code: 'member-elsewhere', time: { place: 'Klinik Sari Asih' } },
        ],
      },
    })
    expect((await at.read(other)).appointments).toBeUndefined()
    const sunday = await office.appointments.make.mutate({
      ...busy,
      form: { ...busy.form, date: '29-11-2026' },
    })
    expect(sunday).toMatchObject({
      refusal: { warnings: [{ code: 'appointment-day-off', date: '2026-11-29' }] },
    })
    expect(await office.appointments.make.mutate({ ...busy, seen: ['day-off 2026-11-29'] })).toMatchObject({
      ok: false,
    })
    const view = await made({
      ...busy,
      form: { ...busy.form, date: '29-11-2026' },
      seen: ['day-off 2026-11-29'],
    })
    expect(view.time.date).toBe('2026-11-29')
  })

  it('of two clerks who send one person to two places at one hour, the second is warned', async () => {
    const [one, other] = [await toPlan(), await toPlan()]
    const change = { date: '02-12-2026', team: [member('Bagas Prakoso', true)] }
    const answers = await Promise.all([
      office.appointments.make.mutate(anOrder([one], change)),
      colleague.appointments.make.mutate(anOrder([other], change)),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer.ok)).toMatchObject({
      refusal: { code: 'appointment-warned', warnings: [{ code: 'member-elsewhere' }] },
    })
  })

  it('of two clerks who put two appointments off so that one person is in two places at once, the second is warned', async () => {
    const change = { team: [member('Galih Nurdin', true)] }
    const one = await made(anOrder([await toPlan()], { ...change, date: '23-11-2026' }))
    const other = await made(anOrder([await toPlan()], { ...change, date: '24-11-2026' }))
    const later = (view: typeof one) => ({
      id: view.id,
      from: view.time,
      form: { date: '03-12-2026', from: '10.00', until: '12.00', place: 'Klinik Sari Asih' },
      reason: 'ketua tim dinas luar',
      seen: [],
      printerId: null,
    })
    const answers = await Promise.all([
      office.appointments.postpone.mutate(later(one)),
      colleague.appointments.postpone.mutate(later(other)),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    const refused = answers.find((answer) => !answer.ok)
    expect(refused).toMatchObject({
      refusal: {
        code: 'appointment-warned',
        warnings: [{ code: 'member-elsewhere', name: 'Galih Nurdin', time: { date: '2026-12-03' } }],
      },
    })
    const moved = answers[0]?.ok === true ? other : one
    const all =
      refused?.ok === false && refused.refusal.code === 'appointment-warned' ? refused.refusal.warnings : []
    expect(
      await office.appointments.postpone.mutate({ ...later(moved), seen: all.map(warningKey) }),
    ).toMatchObject({ ok: true, value: { time: { date: '2026-12-03' } } })
  })

  it('refuses a day that is over, a team without a leader, somebody twice, and nobody’s role', async () => {
    const id = await toPlan()
    const fields = async (change: Partial<Order['form']>) => {
      const answer = await office.appointments.make.mutate(anOrder([id], change))
      return !answer.ok && answer.refusal.code === 'appointment-unfit'
        ? answer.refusal.fields.map((one) => one.refusal.code)
        : []
    }
    expect(await fields({ date: '18-11-2026' })).toEqual(['appointment-past'])
    expect(await fields({ from: '11.00', until: '09.00' })).toEqual(['appointment-ends-before-start'])
    expect(await fields({ team: [member('Satu')] })).toEqual(['team-leader'])
    expect(await fields({ team: [member('Satu', true), member(' SATU ')] })).toEqual(['team-twice'])
    expect(await fields({ team: [], place: ' ', purpose: '' })).toEqual([
      'appointment-place-empty',
      'appointment-purpose-empty',
      'team-empty',
    ])
    expect(await team.appointments.make.mutate(anOrder([id]))).toMatchObject({
      refusal: { code: 'role-not-allowed', role: 'back-office' },
    })
    expect((await at.read(id)).appointments).toBeUndefined()
  })

  it('is put off with its reason: same number, a new sheet, and the holder is told', async () => {
    const id = await toPlan()
    const view = await made(anOrder([id], { date: '03-12-2026', team: [member('Wulan', true)] }))
    const form = { date: '04-12-2026', from: '13.30', until: '14.30', place: 'Klinik Sari Asih' }
    const order = { id: view.id, from: view.time, form, reason: 'ketua tim sakit', seen: [], printerId: null }
    while ((await at.besides.queries.findPrintJob(view.letter.jobId ?? ''))?.state !== 'printed')
      await new Promise((resolve) => setImmediate(resolve))
    const [first, second] = await Promise.all([
      office.appointments.postpone.mutate(order),
      colleague.appointments.postpone.mutate({ ...order, form: { ...form, date: '07-12-2026' } }),
    ])
    const answers = [first, second]
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(answers.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'appointment-moved' } })
    const now = await office.appointments.get.query({ id: view.id })
    expect(now?.letter.number).toBe(view.letter.number)
    expect(now?.postponements).toHaveLength(1)
    const notices = await at.besides.queries.listNoticesOf(id)
    expect(
      notices
        .filter((one) => one.kind === 'appointment')
        .map(({ state, facts }) => [state, facts.appointment?.change]),
    ).toEqual([
      ['obsolete', 'made'],
      ['waiting', 'postponed'],
    ])
    const jobs = await at.besides.queries.listPrintJobs({ applicationId: id, limit: 50 })
    expect(
      jobs
        .filter((one) => one.document === 'assignment-letter')
        .map((one) => one.copy)
        .sort(),
    ).toEqual([1, 2])
    await sameAsRebuilt(id)
  })

  it('a putting off sent twice happens once; one without a reason or to the same hour not at all', async () => {
    const id = await toPlan()
    const view = await made(anOrder([id], { date: '08-12-2026', team: [member('Yoga', true)] }))
    const form = { date: '09-12-2026', from: '09.00', until: '11.00', place: 'Klinik Sari Asih' }
    const order = { id: view.id, from: view.time, form, reason: 'hujan lebat', seen: [], printerId: null }
    const same = { ...form, date: '08-12-2026' }
    expect(await office.appointments.postpone.mutate({ ...order, reason: ' ' })).toMatchObject({
      refusal: { code: 'appointment-reason-needed' },
    })
    expect(await office.appointments.postpone.mutate({ ...order, form: same })).toMatchObject({
      refusal: { code: 'appointment-same-time' },
    })
    await Promise.all([
      office.appointments.postpone.mutate(order),
      office.appointments.postpone.mutate(order),
    ])
    expect((await office.appointments.get.query({ id: view.id }))?.postponements).toHaveLength(1)
  })

  it('a dossier that is withdrawn leaves by itself and stays in the list; the others are held without it', async () => {
    const ids = [await toPlan(), await toPlan()]
    const view = await made(
      anOrder(ids, { date: '19-11-2026', from: '08.00', until: '10.00', team: [member('Sri', true)] }),
    )
    for (const id of ids) await toHold(id)
    const [leaving = '', staying = ''] = ids
    await at.move(leaving, 'kembalikan-ke-entri-data', { stage: 'peninjauan-lapangan', note: 'data keliru' })
    const back = await at.read(leaving)
    expect(back.appointments?.[0]?.state).toBe('planned')
    await at.move(leaving, 'kembalikan-ke-front-office', { stage: 'entri-data', note: 'data keliru' })
    const open = (await at.read(leaving)).openStages.map((one) => one.stage)
    if (open.includes('rapat-kajian'))
      await at.move(leaving, 'kembalikan-ke-entri-data', { stage: 'rapat-kajian', note: 'data keliru' })
    await at.move(leaving, 'batalkan', { stage: 'front-office', note: 'pindah kota' })
    expect((await at.read(leaving)).appointments?.[0]?.state).toBe('left')
    await sameAsRebuilt(leaving)
    const hold = { id: view.id, present: ['Sri'], result: 'sarana sesuai' }
    expect(await office.appointments.hold.mutate(hold)).toMatchObject({
      refusal: { code: 'role-not-allowed', role: 'technical-team' },
    })
    const held = await team.appointments.hold.mutate(hold)
    expect(held).toMatchObject({ ok: true, value: { state: 'held', dossiers: 1, left: 1 } })
    expect(await team.appointments.hold.mutate(hold)).toMatchObject({ ok: true })
    expect(await office.appointments.cancel.mutate({ id: view.id, reason: 'tidak jadi' })).toMatchObject({
      refusal: { code: 'appointment-ended', state: 'held' },
    })
    const recorded = await team.dossiers.recordOutput.mutate({
      applicationId: staying,
      stage: 'peninjauan-lapangan',
      kind: 'inspection-report',
      outcome: 'recommended',
      number: '440/17/BA',
      date: at.today(),
      decidedBy: 'Kepala Dinas Kesehatan',
      inspected: true,
      note: null,
      fileSha256: null,
    })
    expect(recorded.ok).toBe(true)
    expect((await at.read(staying)).outputs.at(-1)?.appointmentId).toBe(view.id)
    await sameAsRebuilt(staying)
  })

  it('is not held before its hour, without anybody there, or without a word of what came of it', async () => {
    const id = await toPlan()
    const view = await made(
      anOrder([id], { date: '09-12-2026', from: '13.00', until: '14.00', team: [member('Tono', true)] }),
    )
    const hold = (present: readonly string[], result: string) =>
      team.appointments.hold.mutate({ id: view.id, present: [...present], result })
    expect(await hold(['Tono'], 'baik')).toMatchObject({ refusal: { code: 'appointment-not-yet' } })
    const soon = await office.appointments.postpone.mutate({
      id: view.id,
      from: view.time,
      form: { date: '19-11-2026', from: '08.00', until: '15.00', place: 'Klinik' },
      reason: 'dimajukan',
      seen: [],
      printerId: null,
    })
    expect(soon.ok).toBe(true)
    expect(await hold([' '], 'baik')).toMatchObject({ refusal: { code: 'appointment-present-needed' } })
    expect(await hold(['Tono'], ' ')).toMatchObject({ refusal: { code: 'appointment-result-needed' } })
  })

  it('of two who end one appointment in two ways, one is told who was first', async () => {
    const id = await toPlan()
    const view = await made(
      anOrder([id], { date: '19-11-2026', from: '08.00', until: '12.00', team: [member('Umi', true)] }),
    )
    const answers = await Promise.all([
      team.appointments.hold.mutate({ id: view.id, present: ['Umi'], result: 'sesuai' }),
      office.appointments.cancel.mutate({ id: view.id, reason: 'salah tempat' }),
    ])
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(answers.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'appointment-ended' } })
    const ends = (await at.history(id)).filter(
      ({ body }) => body.action === 'appointment-held' || body.action === 'appointment-cancelled',
    )
    expect(ends).toHaveLength(1)
  })

  it('a dossier that was moved on meanwhile is refused by its number', async () => {
    const id = await toPlan()
    await at.move(id, 'kembalikan-ke-front-office', { note: 'foto kabur' })
    expect(await office.appointments.make.mutate(anOrder([id]))).toMatchObject({
      refusal: { code: 'stage-without-appointment', kind: 'site-inspection' },
    })
  })

  it('the agenda shows days off and appointments of its span, and the examination finds no damage', async () => {
    const agenda = await team.appointments.agenda.query({ from: '2026-11-01', through: '2026-11-30' })
    expect(agenda.mayMake).toEqual([])
    expect(agenda.days.find((one) => one.date === '2026-11-29')?.working).toBe(false)
    expect(agenda.appointments.length).toBeGreaterThan(3)
    expect(
      (await office.appointments.agenda.query({ from: '2026-11-01', through: '2026-11-30' })).mayMake,
    ).toEqual(['technical-review-meeting', 'site-inspection'])
    expect(await at.damages()).toEqual([])
  })
})
