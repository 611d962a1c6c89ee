import { createHash } from 'node:crypto';

/** Returns 128 bits that identify contents. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}
