import 'server-only'
import type { Db, TransactionClient } from './client'
import { Prisma } from './generated/client'

const maxAttempts = 5

/** Whether the database aborted the transaction because of a deadlock or a write conflict. */
function isWriteConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  const fault = error.meta?.driverAdapterError as { cause?: { kind?: string } } | undefined
  return fault?.cause?.kind === 'TransactionWriteConflict'
}

/**
 * Runs a transaction, and retries it after a write conflict: `run` must have no effect outside the transaction.
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
