import { expect, test } from 'vitest';
import { writeAgainst } from '../../../../src-shared/domain/rules/against.ts';

test('what rules an option out', () => {
  expect(writeAgainst({ callers: 'browser', direction: 'request' }, 'protocol', 'grpc')).toBe(
    'Browsers call it. Browsers have no native support for gRPC, and strangers expect plain HTTP.',
  );
});

test('else the smallest change that would make it right, or let it do', () => {
  const list = { list_size: 40_000, items_arrive_live: false };
  expect(writeAgainst(list, 'pagination', 'cursor')).toBe(
    'A cursor would be right if items arrive while people page.',
  );
  const fresh = { staleness_tolerated_s: 0.2, stale_read_harm: 'annoyance' } as const;
  expect(writeAgainst(fresh, 'invalidation', 'short-ttl')).toBe(
    'A short TTL would do if readers accept data 1 s old.',
  );
});

test('what speaks for it and is outweighed, where no single fact would turn it', () => {
  const facts = { schema: 'flexible', stale_read_harm: 'money', joined_tables: 4 } as const;
  expect(writeAgainst(facts, 'storage', 'nosql')).toBe(
    'The schema differs from record to record, which speaks for a NoSQL store; but a stale read costs money and the main read joins 4 tables.',
  );
});

test('nothing, where no single fact would; null where the option holds', () => {
  expect(writeAgainst({ callers: 'browser' }, 'protocol', 'websockets')).toBe(
    'Nothing here speaks for WebSockets.',
  );
  expect(writeAgainst({ query: 'text' }, 'index', 'fulltext')).toBeNull();
});
