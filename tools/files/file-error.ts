import { errorCode, UserError } from '../terminal/terminal'

/** Turns what a file system refuses into a line the operator can act on; other errors pass as they are. */
export function toFileError(error: unknown, path: string): unknown {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return new UserError(
        `cannot write to ${path}: let this user write there, or start as its owner`,
      )
    case 'EROFS':
      return new UserError(
        `cannot write to ${path}: it is on a read-only disk; run from a writable one`,
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return new UserError(`no disk space left at ${path}: free some and start again`)
    default:
      return error
  }
}
