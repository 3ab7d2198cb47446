import { existsSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './command'
import { Trouble } from './terminal'

/**
 * As whom PostgreSQL runs: it refuses to be root. `files` is the owner its files must have on disk
 * (null: whoever we are), `wrap` turns a command into what has to be spawned.
 */
export type Account = {
  files: Owner | null
  wrap: (file: string, args: string[]) => Wrapped
}

type Owner = { uid: number; gid: number }
type Wrapped = { file: string; args: string[]; options: Partial<Owner> }

type PasswdEntry = { name: string; uid: number; gid: number }

const asOurselves: Account = { files: null, wrap: (file, args) => ({ file, args, options: {} }) }

/**
 * For root, in order of preference:
 * 1. the owner of the folder, when that is somebody else: the files stay theirs;
 * 2. a user namespace in which root bears another number: no account is added to the machine, the
 *    files stay root's, and a clone under /root (mode 700) works;
 * 3. the user `postgres`, made if missing: what is left in a container that forbids namespaces.
 *
 * @param folder must exist; its owner decides. @param program is what must be runnable.
 * @throws Trouble when none of them can run `program` and enter `folder`
 */
export async function chooseAccount(folder: string, program: string): Promise<Account> {
  if (process.getuid?.() !== 0) return asOurselves
  const owner = statSync(folder)
  // initdb looks its user's name up: a number without a name can keep a cluster, not make one.
  if (owner.uid !== 0 && readUsers().some(({ uid }) => uid === owner.uid)) {
    const account = asUser(owner)
    if (await canRun(account, program, folder)) return account
  }
  const namespaced = inNamespace()
  if (await canRun(namespaced, program, folder)) return namespaced
  const user = await postgresUser()
  if (user) {
    const account = asUser(user)
    if (await canRun(account, program, folder)) return account
  }
  throw new Trouble(
    `PostgreSQL does not run as root, and no other user may enter ${folder}: start as an ordinary user, or move the folder out of ${join(folder, '../..')}`,
  )
}

/** Gives everything under `path` to the account, so that its PostgreSQL may use it. */
export function giveTo(account: Account, path: string): void {
  if (!account.files) return
  lchownSync(path, account.files.uid, account.files.gid)
  if (!statSync(path).isDirectory()) return
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    lchownSync(join(entry.parentPath, entry.name), account.files.uid, account.files.gid)
  }
}

function asUser({ uid, gid }: Owner): Account {
  return { files: { uid, gid }, wrap: (file, args) => ({ file, args, options: { uid, gid } }) }
}

function inNamespace(): Account {
  // initdb wants a name for its user, so the number must be one that this machine knows.
  const users = readUsers()
  const user = users.find(({ name }) => name === 'nobody') ?? users.find(({ uid }) => uid !== 0)
  const map = [`--map-user=${user?.uid ?? 65534}`, `--map-group=${user?.gid ?? 65534}`]
  return {
    files: { uid: 0, gid: 0 },
    wrap: (file, args) => ({
      file: 'unshare',
      args: ['--user', ...map, '--', file, ...args],
      options: {},
    }),
  }
}

async function canRun(account: Account, program: string, folder: string): Promise<boolean> {
  const script = '"$1" --version >/dev/null && cd "$2"'
  try {
    const { file, args, options } = account.wrap('/bin/sh', ['-c', script, 'sh', program, folder])
    return (await runCommand(file, args, { cwd: '/', ...options })).code === 0
  } catch {
    return false // no such tool here: this way is not open
  }
}

async function postgresUser(): Promise<PasswdEntry | undefined> {
  const find = () => readUsers().find(({ name }) => name === 'postgres')
  if (find()) return find()
  try {
    await runCommand('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  } catch {
    return undefined // no useradd on this system: the caller says what can be done
  }
  return find()
}

function readUsers(): PasswdEntry[] {
  if (!existsSync('/etc/passwd')) return []
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 3)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}
