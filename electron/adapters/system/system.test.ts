import { describe, expect, test } from 'vitest'
import { createClock } from './clock.ts'
import { createIdSource } from './ids.ts'
import { createLog } from './log.ts'
import { createPasswords, officePasswordCost, samplePasswordCost } from './passwords.ts'
import { schedule } from './schedule.ts'

describe('clock and ids', () => {
  test('the present is an instant in UTC with milliseconds', () => {
    expect(createClock(() => Date.UTC(2026, 10, 26, 2, 3, 4, 5)).now()).toBe('2026-11-26T02:03:04.005Z')
  })

  test('ids made one after another sort in the order they were made, without a double', () => {
    const ids = createIdSource()
    const made = Array.from({ length: 2000 }, () => ids.uuid())
    expect([...made].sort()).toEqual(made)
    expect(new Set(made).size).toBe(2000)
    expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(ids.randomBytes(20)).toHaveLength(20)
    expect(ids.randomBytes(20)).not.toEqual(ids.randomBytes(20))
  })

  test('a deadline that is called off does not pass', async () => {
    const passed: string[] = []
    await new Promise<void>((resolve) => {
      const stop = schedule(0, () => passed.push('called off'))
      stop()
      stop()
      schedule(1, resolve)
    })
    expect(passed).toEqual([])
  })
})

describe('passwords', () => {
  const passwords = createPasswords(samplePasswordCost)

  test('a password is kept as argon2id with a salt of its own, and is recognised', async () => {
    const [first, second] = await Promise.all([passwords.hash('loket satu'), passwords.hash('loket satu')])
    expect(first).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/)
    expect(first).not.toBe(second)
    expect(await passwords.verify(first, 'loket satu')).toBe(true)
    expect(await passwords.verify(first, 'loket dua')).toBe(false)
  })

  test('the office cost takes 64 MiB and is checked by any later setting', async () => {
    const hash = await createPasswords(officePasswordCost).hash('kata sandi')
    expect(hash).toContain('$m=65536,t=4,p=1$')
    expect(await passwords.verify(hash, 'kata sandi')).toBe(true)
  })

  test('a hash that cannot be read is a wrong password, not a fault', async () => {
    for (const broken of ['', 'x', '$argon2id$v=19$m=64,t=1,p=1$', '$2b$10$abcdefghijklmnopqrstuv']) {
      expect(await passwords.verify(broken, '')).toBe(false)
    }
  })

  test('the same letters typed on another keyboard are the same password', async () => {
    expect(await passwords.verify(await passwords.hash('é'), 'é')).toBe(true)
  })
})

describe('log', () => {
  const written = (fields: object, message: string): string => {
    const lines: string[] = []
    createLog({ write: (line) => lines.push(line) }).error(fields, message)
    return lines.join('')
  }

  test('an entry is one line of JSON with time, level, message and facts', () => {
    const line = written({ jobId: 'a', copies: 2 }, 'printing failed')
    expect(line.endsWith('\n')).toBe(true)
    expect(JSON.parse(line)).toMatchObject({ level: 'error', msg: 'printing failed', jobId: 'a', copies: 2 })
  })

  test('no secret and no personal data gets in, however deep it stands', () => {
    const circle: Record<string, unknown> = { password: 'canary-1' }
    circle['self'] = circle
    const line = written(
      {
        user: { passwordHash: 'canary-2', passphrase: 'canary-3' },
        headers: { 'set-cookie': 'canary-4' },
        applicant: { nik: 'canary-5', phone: 'canary-6', name: 'x' },
        job: { content: { holder: 'canary-7' } },
        typed: ['6171044708940003', 'call 0812-5500-0173'],
        err: Object.assign(
          new Error('duplicate key 6171044708940003', { cause: new Error('6171044708940003') }),
          {
            token: 'canary-8',
          },
        ),
        circle,
        file: new Uint8Array(3),
      },
      'the NIK 6171044708940003 is taken',
    )
    expect(line).not.toContain('canary')
    expect(line).not.toContain('6171044708940003')
    expect(line).not.toContain('5500-0173')
    expect(line).toContain('617104••••')
    expect(line).toContain('[3 bytes]')
    expect(JSON.parse(line).err.stack).toContain('system.test.ts')
  })
})
