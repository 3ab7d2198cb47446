import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareDatabase } from '../../database/database'
import { type EmbeddedServer, joinServer } from '../../embedded-postgres/join-server'
import { findServer } from '../../embedded-postgres/running-server'
import { stopServer } from '../../embedded-postgres/start-server'
import { migrate } from '../../prisma/migrate'
import { signal } from '../../process/process-identity'

/** A PostgreSQL for one test or benchmark, which can be stopped, frozen and restarted under load. */
export class TestPostgres {
  static async start(): Promise<TestPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'dainik-postgres-'))
    const server = await joinServer(folder)
    const postgres = new TestPostgres(folder, server)
    await prepareDatabase(server.url)
    await migrate(server.url)
    return postgres
  }

  private constructor(
    private readonly folder: string,
    private server: EmbeddedServer,
  ) {}

  get url(): string {
    return this.server.url
  }

  /** As an operator stops it: connections are closed, and the port is free. */
  async stop(): Promise<void> {
    const running = findServer(this.folder)
    if (running) await stopServer(running)
  }

  /** On the same port as before. */
  async restart(): Promise<void> {
    const { port } = this.server
    await this.server.leave()
    this.server = await joinServer(this.folder, { port })
  }

  /** The kernel keeps connections open and accepts new ones, but the processes do not answer. */
  freeze(): void {
    for (const pid of this.#processes()) signal(pid, 'SIGSTOP')
  }

  thaw(): void {
    for (const pid of this.#processes()) signal(pid, 'SIGCONT')
  }

  async remove(): Promise<void> {
    this.thaw()
    await this.server.leave()
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }

  /** The postmaster and all its children: one of each connection, and those that write. */
  #processes(): number[] {
    const postmaster = findServer(this.folder)?.process.pid
    if (!postmaster) return []
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8')
    return [postmaster, ...children.trim().split(' ').map(Number)]
  }
}
