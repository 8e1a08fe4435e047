import { randomUUID } from 'node:crypto'
import type { Client } from './counter-desk.ts'

/** What *Agendakan* sends. */
export type Order = Parameters<Client['appointments']['make']['mutate']>[0]

/** One of the team, without an account unless one is named. */
export const member = (name: string, leads = false, userId: string | null = null) => ({
  userId,
  name,
  nip: '',
  post: 'Penata Perizinan',
  leads,
})

/** A visit at Purwakarta on a working day, from nine to eleven, unless changed. */
export const anOrder = (applicationIds: readonly string[], change: Partial<Order['form']> = {}): Order => ({
  id: randomUUID(),
  kind: 'site-inspection',
  form: {
    date: '24-11-2026',
    from: '09.00',
    until: '11.00',
    place: 'Klinik Sari Asih',
    purpose: 'pemeriksaan sarana dan prasarana praktik',
    team: [member('Dewi Lestari Sukma', true), member('Hendra Wibawa')],
    ...change,
  },
  applicationIds: [...applicationIds],
  seen: [],
  printerId: null,
})
