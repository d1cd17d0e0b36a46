import { describe, expect, test } from 'vitest';
import { nameNativeParts } from '../../../scripts/native-parts.mjs';

const named = (platform: string, ...archs: string[]): string[] =>
  nameNativeParts(platform, archs).map(part =>
    part.replace(/^@open-spaced-repetition\/binding-(.+)@\d.*$/, '$1'),
  );

describe('packages with native files', () => {
  test.each([
    ['linux', ['x64'], ['linux-x64-gnu']],
    ['win32', ['x64'], ['win32-x64-msvc']],
    ['darwin', ['arm64', 'x64'], ['darwin-arm64', 'darwin-x64']],
  ])('are known for %s %j', (platform, archs, parts) => {
    expect(named(platform, ...archs)).toEqual(parts);
  });

  test('a processor for which there are none stops the packaging', () => {
    expect(() => named('linux', 'riscv64')).toThrow(/no native files for linux-riscv64/);
  });
});
