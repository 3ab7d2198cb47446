import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SpawnedProcess } from '../../tools/test-harness/processes/spawned-process'

// Debian's configuration (a worker per core, sendfile) without a log, as the server it is compared with writes none
// either.
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
export async function startNginx(port: number, gzipped: Buffer): Promise<SpawnedProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'dainik-nginx-'))
  // Started by root, its workers are another user.
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, 'files'))
  writeFileSync(join(folder, 'files/page.gz'), gzipped)
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port))
  const args = ['-c', join(folder, 'nginx.conf'), '-p', folder]
  const nginx = new SpawnedProcess('nginx', args, { folder, packages: 'nginx' })
  await nginx.waitUntilListening(port)
  return nginx
}
