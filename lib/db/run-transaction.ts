import 'server-only'
import type { Db, TransactionClient } from './client'
import { Prisma } from './generated/client'

const maxAttempts = 5

/** Whether the database aborted the transaction because it and another waited for each other. */
function isWriteConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  const fault = error.meta?.driverAdapterError as { cause?: { kind?: string } } | undefined
  return fault?.cause?.kind === 'TransactionWriteConflict'
}

/**
 * Runs a transaction. One that the database aborts in favour of another is retried, and then sees the other's writes:
 * `run` must have no effect outside of the transaction.
 */
export async function runTransaction<T>(
  db: Db,
  run: (tx: TransactionClient) => Promise<T>,
  options?: { timeout: number; maxWait?: number },
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction((tx) => run(tx as unknown as TransactionClient), options)
    } catch (error) {
      if (attempt === maxAttempts || !isWriteConflict(error)) throw error
    }
  }
}
