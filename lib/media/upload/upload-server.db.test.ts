import { rmSync } from 'node:fs'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

const folder = vi.hoisted(() => {
  const name = `dainik-upload-server-${process.pid}`
  process.env.DAINIK_DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/${name}`
  return process.env.DAINIK_DATA_DIR
})

import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { reporter } from '@/tools/test-harness/fixtures/actors'
import { jpegOf } from '@/tools/test-harness/fixtures/pictures'
import { resetToTestPaper } from '@/tools/test-harness/fixtures/test-paper'
import { completeUpload } from './upload-commands'

beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await resetToTestPaper()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const origin = 'http://paper.example'
const protocolHeaders = { 'Tus-Resumable': '1.0.0' }

/** The server as a process that has just begun has it: nothing of the one before is in its memory. */
async function loadFreshServer() {
  vi.resetModules()
  delete (globalThis as { __dainikUploads?: unknown }).__dainikUploads
  return await import('./upload-server')
}

function part(path: string, offset: number, body: BodyInit) {
  const headers = {
    ...protocolHeaders,
    'Upload-Offset': String(offset),
    'Content-Type': 'application/offset+octet-stream',
  }
  return new Request(`${origin}${path}`, {
    method: 'PATCH',
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
}

/** Hands out the bytes, and then breaks as a line does. */
const failingStream = (bytes: Buffer) =>
  new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(bytes))
      controller.error(new Error('the line broke'))
    },
  })

test('a picture begun with one server is finished with the next, also after a broken line', async () => {
  const bytes = await jpegOf(1_600, 1_000)
  const first = await loadFreshServer()
  const headers = { ...protocolHeaders, 'Upload-Length': String(bytes.length) }
  const begun = await first.handleUploadCreation(
    new Request(`${origin}/newsroom/media/uploads`, { method: 'POST', headers }),
    reporter,
  )
  const path = begun.headers.get('location') ?? ''
  const id = path.split('/').at(-1) ?? ''
  await first.handleUploadRequest(
    part(path, 0, new Uint8Array(bytes.subarray(0, 500))),
    reporter,
    id,
  )
  const broken = await first.handleUploadRequest(
    part(path, 500, failingStream(bytes.subarray(500, 900))),
    reporter,
    id,
  )

  const second = await loadFreshServer()
  const where = await second.handleUploadRequest(
    new Request(`${origin}${path}`, { method: 'HEAD', headers: protocolHeaders }),
    reporter,
    id,
  )
  const offset = Number(where?.headers.get('upload-offset'))
  const rest = await second.handleUploadRequest(
    part(path, offset, new Uint8Array(bytes.subarray(offset))),
    reporter,
    id,
  )
  const completed = await runCommand(db(), reporter, completeUpload, { id })

  expect(broken?.ok).toBe(false)
  expect(offset).toBeGreaterThanOrEqual(500)
  expect(offset).toBeLessThanOrEqual(900)
  expect(rest?.status).toBe(204)
  expect(completed).toMatchObject({ ok: true, picture: { width: 1_600, height: 1_000 } })
})
