import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/auth/permissions'
import { currentActor, currentSignedInUser } from '@/lib/auth/session'
import { db } from '@/lib/db/client'
import type { CommandResult, DetailedRefusal, Outcome } from '@/lib/outcome'
import { type CommandDefinition, runCommand } from './command'

/**
 * Runs a command on the paper's database for a server action or a route handler.
 *
 * @param sent what the client sent, unchecked: the command's schema parses it
 */
export const runAs = <
  Schema extends z.ZodType,
  Result extends CommandResult | DetailedRefusal,
  Prepared,
>(
  command: CommandDefinition<Schema, Result, Prepared>,
  actor: Actor | null,
  sent: unknown,
): Promise<Outcome<Result>> => runCommand(db(), actor, command, sent as z.input<Schema>)

/** Runs a command as the user who is signed in. */
export const runAsCurrentUser = async <
  Schema extends z.ZodType,
  Result extends CommandResult | DetailedRefusal,
  Prepared,
>(
  command: CommandDefinition<Schema, Result, Prepared>,
  sent: unknown,
): Promise<Outcome<Result>> => runAs(command, await currentActor(), sent)

/**
 * Runs a command on the signed-in user's own account. Unlike other commands, these are allowed while the two-step sign-in
 * that the paper requires is still to be set up.
 */
export const runOnOwnAccount = async <
  Schema extends z.ZodType,
  Result extends CommandResult | DetailedRefusal,
  Prepared,
>(
  command: CommandDefinition<Schema, Result, Prepared>,
  sent: unknown,
): Promise<Outcome<Result>> => runAs(command, (await currentSignedInUser())?.actor ?? null, sent)
