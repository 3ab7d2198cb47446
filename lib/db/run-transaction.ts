import 'server-only'
import { isDriverAdapterError } from '@prisma/driver-adapter-utils'
import type { Db, TransactionClient } from './client'
import { Prisma } from './generated/client'

const maxAttempts = 5

/** The database broke it off, because it and another waited for each other. */
function isWriteConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  const fault = error.meta?.driverAdapterError
  return isDriverAdapterError(fault) && fault.cause.kind === 'TransactionWriteConflict'
}

/**
 * Runs a transaction. One that is broken off in favour of another is run anew, and finds what that one left: `run` must
 * do nothing outside of its session.
 */
export async function runTransaction<T>(
  db: Db,
  run: (tx: TransactionClient) => Promise<T>,
  options: { timeout: number; maxWait: number },
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(run, options)
    } catch (error) {
      if (attempt === maxAttempts || !isWriteConflict(error)) throw error
    }
  }
}
