import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPrivateCupsd } from './private-cupsd.ts'
import type { PrivateCupsd } from './private-cupsd.ts'

describe('a private spooler', () => {
  let cups: PrivateCupsd
  let paper: Server
  let uri = ''
  let dir = ''
  let file = ''

  beforeAll(async () => {
    cups = await startPrivateCupsd()
    paper = createServer().listen(0, '127.0.0.1')
    await once(paper, 'listening')
    uri = `socket://127.0.0.1:${(paper.address() as AddressInfo).port}`
    dir = mkdtempSync(join(tmpdir(), 'sepok-page-'))
    file = join(dir, 'page.pdf')
    const page = await PDFDocument.create()
    page.addPage([300, 200]).drawText('Tanda terima')
    writeFileSync(file, await page.save())
  })

  afterAll(async () => {
    await cups.stop()
    paper.close()
    rmSync(dir, { recursive: true, force: true })
  })

  const printed = async (queue: string): Promise<Buffer> => {
    const connected = once(paper, 'connection') as Promise<[Socket]>
    await cups.run('lp', ['-d', queue, file])
    const [socket] = await connected
    return buffer(socket)
  }

  it('sends a PDF on as PDF', async () => {
    await cups.addQueue('Laser', uri)
    expect((await printed('Laser')).toString('latin1')).toContain('%PDF-')
  })

  it('turns a PDF into PostScript for a printer that wants it', async () => {
    await cups.addQueue('Lama', uri, 'postscript')
    expect((await printed('Lama')).toString('latin1')).toContain('%!PS-Adobe')
  })

  it('sends the very bytes to a raw queue', async () => {
    await cups.addQueue('Struk', uri, 'raw')
    writeFileSync(file, Buffer.from([27, 64, 65, 10]))
    const connected = once(paper, 'connection') as Promise<[Socket]>
    await cups.run('lp', ['-d', 'Struk', '-o', 'raw', file])
    const [socket] = await connected
    expect(await buffer(socket)).toEqual(Buffer.from([27, 64, 65, 10]))
  })

  it('knows only its own queues', async () => {
    const names = (await cups.run('lpstat', ['-e'])).split('\n').filter(Boolean)
    expect(names.sort()).toEqual(['Lama', 'Laser', 'Struk'])
  })

  it('leaves nothing behind', async () => {
    const other = await startPrivateCupsd()
    const folder = dirname(dirname(other.env['CUPS_SERVER'] ?? ''))
    expect(existsSync(folder)).toBe(true)
    await other.stop()
    expect(existsSync(folder)).toBe(false)
  })
})
