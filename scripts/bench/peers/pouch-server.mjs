/** A PouchDB on disk behind HTTP: `pouch-server.mjs FOLDER`. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import express from 'express'
import serve from 'express-pouchdb'
import leveldb from 'pouchdb-adapter-leveldb'
import PouchDB from 'pouchdb-core'

const [folder = '.'] = process.argv.slice(2)
const prefix = `${join(folder, 'server')}/`
mkdirSync(prefix, { recursive: true })
const Stored = PouchDB.plugin(leveldb).defaults({ prefix, adapter: 'leveldb' })
const options = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'server.log') }
const server = express()
  .use('/', serve(Stored, options))
  .listen(0, '127.0.0.1', () => console.log(`READY http://127.0.0.1:${server.address().port}`))
