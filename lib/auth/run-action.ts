import 'server-only'
import { type Db, db } from '@/lib/db/client'
import type { Actor } from './roles'

type Command<Input, Result> = (
  db: Db,
  actor: Actor | null,
  input: Input,
  now: Date,
) => Promise<Result>

/**
 * A command on the paper's database, now, as actions and routes call it. What was sent may be anything: commands parse
 * it themselves.
 */
export function runAction<Input, Result>(
  command: Command<Input, Result>,
  actor: Actor | null,
  input: unknown,
): Promise<Result> {
  return command(db(), actor, input as Input, new Date())
}
