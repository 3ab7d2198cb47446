import 'server-only'
import { isDriverAdapterError } from '@prisma/driver-adapter-utils'
import type { Db, DbSession } from './client'
import { Prisma } from './generated/client'

const mostTries = 5

/** The database broke it off, because it and another waited for each other. */
function isBrokenOff(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  const fault = error.meta?.driverAdapterError
  return isDriverAdapterError(fault) && fault.cause.kind === 'TransactionWriteConflict'
}

/**
 * Runs a transaction. One that is broken off in favour of another is run anew, and finds what that one left: `run` must
 * do nothing outside of its session.
 */
export async function transact<T>(
  db: Db,
  run: (session: DbSession) => Promise<T>,
  options: { timeout: number; maxWait: number },
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.$transaction(run, options)
    } catch (error) {
      if (tries === mostTries || !isBrokenOff(error)) throw error
    }
  }
}
