import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PortalAccount, PortalApplication } from '#adapters/portal/wire-entities.ts'
import { trialPortal } from './testing/trial-portal.ts'
import type { TrialPortal } from './testing/trial-portal.ts'

let portal: TrialPortal
beforeAll(async () => {
  portal = await trialPortal()
})
afterAll(() => portal.close())

/** A person at the portal's pages: follows what a form leads to and keeps the cookie. */
function visitor({ address }: TrialPortal) {
  let cookie = ''
  const visit = async (
    path: string,
    form?: FormData | URLSearchParams,
  ): Promise<{ status: number; text: string; at: string }> => {
    const response = await fetch(new URL(path, address), {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie, origin: address },
      ...(form && { body: form }),
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    const next = response.headers.get('location')
    return next === null ? { status: response.status, text: await response.text(), at: path } : visit(next)
  }
  return visit
}

const register = async (visit: ReturnType<typeof visitor>, nik: string) => {
  const email = `${nik}@example.org`
  const fields = { nik, name: 'Sari Wulandari', email, phone: '0812000001', password: 'kata-sandi-8' }
  const answer = await visit('/daftar', new URLSearchParams(fields))
  return { answer, email }
}

const entityOf = (id: string): PortalApplication =>
  portal.portal.store.entity('application', id)?.data as PortalApplication

/** An application that was saved and not yet sent; gives its id. */
const begin = async (visit: ReturnType<typeof visitor>): Promise<string> => {
  const form = new URLSearchParams({
    'place-kind': 'facility',
    'place-name': 'RSUD Kota Pontianak',
    'place-type': 'hospital',
    'place-address': 'Jalan Komodor Yos Sudarso',
    'str-number': 'STR-77',
    'str-until': '',
    ordinal: '1',
    'from-0': '17:00',
    'until-0': '20:00',
  })
  for (const day of ['mon', 'tue', 'wed']) form.append('days-0', day)
  const { at } = await visit('/permohonan/baru?type=SIPD&kind=new', form)
  return at.split('/').at(-1) ?? ''
}

describe('an applicant at home', () => {
  it('registers, fills the profile, applies, uploads, uploads again and sends', async () => {
    const visit = visitor(portal)
    const { answer } = await register(visit, '6171014506900101')
    expect(answer.at).toBe('/profil')
    const photo = new FormData()
    photo.set('name', 'Sari Wulandari')
    photo.set('photo', new File(['foto'], 'foto.jpg', { type: 'image/jpeg' }))
    expect((await visit('/profil', photo)).at).toBe('/permohonan')
    expect((await visit('/layanan/SIPD')).text).toContain('Persyaratan')

    const id = await begin(visit)
    expect(entityOf(id)).toMatchObject({
      status: 'draft',
      channel: 'online',
      schedule: [{ days: ['mon', 'tue', 'wed'], from: '17:00', until: '20:00' }],
    })
    const first = portal.words.office.types
      .find((one) => one.code === 'SIPD')
      ?.regimes.at(-1)
      ?.requirements.find((one) => one.file)?.code
    const upload = async (text: string) => {
      const form = new FormData()
      form.set('file', new File([text], 'ijazah.pdf', { type: 'application/pdf' }))
      return visit(`/permohonan/${id}/berkas/${first}`, form)
    }
    await upload('salah')
    expect((await upload('benar')).text).toContain('ijazah.pdf')
    const documents = portal.portal.store.ofApplication('document', id)
    expect(documents.map(({ version }) => version)).toEqual([2])

    await visit(`/permohonan/${id}/kirim`, new URLSearchParams())
    expect(entityOf(id).status).toBe('submitted')
    expect((await visit(`/permohonan/${id}/kirim`, new URLSearchParams())).text).toContain('sudah dikirim')
  })

  it('changes an application while it is theirs, and not once the office has it', async () => {
    const visit = visitor(portal)
    await register(visit, '6171014506900102')
    await visit('/profil', new URLSearchParams({ name: 'Sari Wulandari' }))
    const id = await begin(visit)
    const { store } = portal.portal
    store.put(
      'application',
      id,
      { ...entityOf(id), status: 'in-process', acceptedAt: '2026-03-02T01:15:00.000Z' },
      portal.portal.instant(),
    )
    const seen = (await visit(`/permohonan/${id}`)).text
    expect(seen).toContain('2 Maret 2026, 08.15 WIB')
    expect(seen).not.toMatch(/\d{4}-\d\d-\d\dT/)
    const refused = await visit(`/permohonan/${id}/tarik`, new URLSearchParams())
    expect([refused.status, refused.text.includes('hanya dapat ditarik di loket')]).toEqual([422, true])
    store.put('application', id, { ...entityOf(id), status: 'returned' }, portal.portal.instant())
    await visit(`/permohonan/${id}/kirim`, new URLSearchParams())
    expect(entityOf(id).status).toBe('submitted')
  })

  it('sees nothing of somebody else’s application', async () => {
    const one = visitor(portal)
    await register(one, '6171014506900103')
    await one('/profil', new URLSearchParams({ name: 'Sari Wulandari' }))
    const id = await begin(one)
    const other = visitor(portal)
    await register(other, '6171014506900104')
    await other('/profil', new URLSearchParams({ name: 'Dewi Anggraini' }))
    expect((await other(`/permohonan/${id}`)).status).toBe(404)
    expect((await visitor(portal)(`/permohonan/${id}`)).at).toBe('/masuk')
  })

  it('waits for the office where it approves accounts, and gets the password by mail', async () => {
    const own = await trialPortal({ officeApproves: true })
    const visit = visitor(own)
    const { answer, email } = await register(visit, '6171014506900105')
    expect(answer.text).toContain('Kantor memeriksa data Anda')
    const asked = own.portal.store.entities('account')[0]?.data as PortalAccount
    expect(asked.status).toBe('requested')
    const approved = { ...asked, status: 'approved' as const }
    expect(
      (await own.call('PUT', `/accounts/${asked.id}`, { baseVersion: 1, account: approved })).status,
    ).toBe(200)
    const [mail] = own.portal.store.mails()
    const password = mail?.text.split(' ').at(-1) ?? ''
    expect((await visit('/masuk', new URLSearchParams({ email, password }))).at).toBe('/profil')
    await own.close()
  })

  it('is refused by a form of another page', async () => {
    const response = await fetch(`${portal.address}/daftar`, {
      method: 'POST',
      headers: { origin: 'https://lain.example' },
      body: new URLSearchParams({ nik: '1' }),
    })
    expect(response.status).toBe(403)
  })
})

describe('the agency', () => {
  it('decides what waits for it, with a BA, once', async () => {
    const visit = visitor(portal)
    await register(visit, '6171014506900106')
    await visit('/profil', new URLSearchParams({ name: 'Sari Wulandari' }))
    const id = await begin(visit)
    const stage = portal.words.office.profile.stageTable.stages.find((one) => one.where === 'portal')
    const waiting = {
      ...entityOf(id),
      status: 'in-process',
      stage: stage?.code,
      acceptedAt: '2026-03-02T01:15:00.000Z',
    }
    portal.portal.store.put('application', id, waiting, portal.portal.instant())

    const agency = visitor(portal)
    expect((await agency('/dinas/masuk', new URLSearchParams({ password: 'salah' }))).status).toBe(422)
    await agency('/dinas/masuk', new URLSearchParams({ password: 'dinas-kesehatan' }))
    expect((await agency(`/dinas/${id}`)).text).toContain('Keputusan')
    const form = new FormData()
    for (const [name, value] of Object.entries({
      by: 'dr. Budi',
      outcome: 'recommended',
      number: '440/1/2026',
      date: '2026-03-03',
    }))
      form.set(name, value)
    form.set('file', new File(['ba'], 'ba.pdf', { type: 'application/pdf' }))
    await agency(`/dinas/${id}`, form)
    const [decision] = portal.portal.store.ofApplication('decision', id)
    expect(decision?.data).toMatchObject({
      stage: stage?.code,
      outcome: 'recommended',
      by: { name: 'dr. Budi' },
    })
    const taken = { ...waiting, stage: portal.words.office.profile.stageTable.start }
    portal.portal.store.put('application', id, taken, portal.portal.instant())
    expect((await agency(`/dinas/${id}`, form)).text).toContain('tidak lagi menunggu')
  })
})
