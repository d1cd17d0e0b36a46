import { randomBytes } from 'node:crypto';

/**
 * A UUID of version 7 (RFC 9562): the moment's milliseconds first, so that ids of a log lie near each other in
 * an index, then 74 random bits. Ids are the one thing drawn without a seed: they must never meet.
 */
export function createUuid(atMs: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Math.max(0, atMs), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
