/**
 * Replicates documents to a server: `pouch-client.mjs DOCUMENTS.json FOLDER SERVER-URL BATCH`. BATCH 0: as many at once as
 * PouchDB takes by itself. Says `READY` and the milliseconds from the beginning of the replication to its end.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import http from 'pouchdb-adapter-http'
import leveldb from 'pouchdb-adapter-leveldb'
import PouchDB from 'pouchdb-core'
import replication from 'pouchdb-replication'

const [documents = '', folder = '.', server = '', batch = '0'] = process.argv.slice(2)
const Pouch = PouchDB.plugin(leveldb).plugin(http).plugin(replication)
const queue = new Pouch(join(folder, 'queue'), { adapter: 'leveldb' })
const all = JSON.parse(readFileSync(documents, 'utf8'))
await queue.bulkDocs(all)
const from = performance.now()
const done = await queue.replicate.to(
  `${server}/portal-${batch}`,
  batch === '0' ? {} : { batch_size: Number(batch) },
)
const took = performance.now() - from
if (done.docs_written !== all.length) throw new Error(`${done.docs_written} of ${all.length} were written`)
await queue.close()
console.log(`READY ${took}`)
