import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { spawnChild } from '../../tools/process/child-process'
import { freePort } from '../../tools/process/free-port'
import { UserError } from '../../tools/terminal/terminal'
import { timedRequest } from '../../tools/test-harness/processes/http-client'

const startWithinMs = 5_000

// As Debian sets it up (a worker per core, sendfile), but without a log: what it is measured against writes none either.
const configuration = (folder: string, port: number) => `
daemon off;
worker_processes auto;
pid ${folder}/pid;
error_log stderr error;
events { worker_connections 768; }
http {
  sendfile on;
  tcp_nopush on;
  default_type "text/html; charset=utf-8";
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    root ${folder}/files;
    gzip_static always;
  }
}`

/** Debian's nginx, serving one compressed page as a static file at /page. */
export class Nginx {
  static async start(gzipped: Buffer): Promise<Nginx> {
    const folder = mkdtempSync(join(tmpdir(), 'dainik-nginx-'))
    const port = await freePort()
    // Started by root, its workers are somebody else.
    chmodSync(folder, 0o755)
    mkdirSync(join(folder, 'files'))
    writeFileSync(join(folder, 'files/page.gz'), gzipped)
    writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port))
    const nginx = new Nginx(port, folder)
    await nginx.#ready()
    return nginx
  }

  readonly #child: ChildProcess
  #failure: Error | null = null

  private constructor(
    readonly port: number,
    private readonly folder: string,
  ) {
    this.#child = spawnChild('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], {
      stdio: 'ignore',
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
    })
    this.#child.once('error', (error) => {
      this.#failure = error
    })
  }

  async #ready(): Promise<void> {
    for (const until = Date.now() + startWithinMs; ; await sleep(20)) {
      const answer = await timedRequest(this.port, '/page').catch(() => null)
      if (answer?.status === 200) return
      if (this.#failure || Date.now() > until) {
        await this.stop()
        throw new UserError('nginx does not start: apt-get install nginx')
      }
    }
  }

  async stop(): Promise<void> {
    if (!this.#failure && this.#child.exitCode === null) {
      const gone = once(this.#child, 'exit')
      this.#child.kill('SIGTERM')
      await gone
    }
    rmSync(this.folder, { recursive: true, force: true })
  }
}
