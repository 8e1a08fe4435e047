import { isMainThread } from 'node:worker_threads'

// Loaded before every command: a starter killed without warning cannot stop its child, so the child looks for itself.
const starter = process.ppid

if (isMainThread && starter > 1) {
  const timer = setInterval(() => {
    if (process.ppid === starter) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(143), 10_000).unref()
  }, 1_000)
  timer.unref()
}
