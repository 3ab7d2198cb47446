import { existsSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { runProcess } from '../process/child-process'
import { UserError } from '../terminal/terminal'

/**
 * The account that runs PostgreSQL, which refuses to run as root. `files` is the owner that its files must have on
 * disk (null: this process's user), `wrap` turns a command into the one to spawn.
 */
export type Account = {
  files: Owner | null
  wrap: (file: string, args: string[]) => Wrapped
}

type Owner = { uid: number; gid: number }
type Wrapped = { file: string; args: string[]; options: Partial<Owner> }

type PasswdEntry = { name: string; uid: number; gid: number }

const asOurselves: Account = { files: null, wrap: (file, args) => ({ file, args, options: {} }) }

/** `owned` is whose owner decides, `entered` is where the account must be able to go, `program` what it must run. */
export type AccountNeeds = { owned: string; entered: string; program: string }

/**
 * For root, in order of preference:
 * 1. the owner of the folder, when that is not root: the files stay theirs;
 * 2. a user namespace in which root bears another number: no account is added to the machine, the
 *    files stay root's, and a clone under /root (mode 700) works;
 * 3. the user `postgres`, made if missing: what is left in a container that forbids namespaces.
 *
 * @throws UserError when none of them will do
 */
export async function chooseAccount(needs: AccountNeeds): Promise<Account> {
  if (process.getuid?.() !== 0) return await chooseForUser(needs)
  const owner = statSync(needs.owned)
  // initdb looks its user's name up: a number without a name can keep a cluster, not make one.
  if (owner.uid !== 0 && readUsers().some(({ uid }) => uid === owner.uid)) {
    const account = asUser(owner)
    if (await canRun(account, needs)) return account
  }
  const namespaced = asNamespacedUser()
  if (await canRun(namespaced, needs)) return namespaced
  const user = await postgresUser()
  if (user) {
    const account = asUser(user)
    if (await canRun(account, needs)) return account
  }
  throw new UserError(
    `PostgreSQL does not run as root, and no other user may enter ${needs.entered}: start as an ordinary user, or move the folder to where others may go`,
  )
}

/** A container may run as a number without a name, and initdb wants one: a namespace has names. */
async function chooseForUser(needs: AccountNeeds): Promise<Account> {
  if (hasName()) return asOurselves
  const namespaced: Account = { ...asNamespacedUser(), files: null }
  return (await canRun(namespaced, needs)) ? namespaced : asOurselves
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false // the system's list of users does not know this number
  }
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

function asNamespacedUser(): Account {
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

async function canRun(account: Account, { program, entered }: AccountNeeds): Promise<boolean> {
  const script = '"$1" --version >/dev/null && cd "$2"'
  try {
    const { file, args, options } = account.wrap('/bin/sh', ['-c', script, 'sh', program, entered])
    return (await runProcess(file, args, { cwd: '/', ...options })).code === 0
  } catch {
    return false // no such tool here: this way is not open
  }
}

async function postgresUser(): Promise<PasswdEntry | undefined> {
  const find = () => readUsers().find(({ name }) => name === 'postgres')
  if (find()) return find()
  try {
    await runProcess('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
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
