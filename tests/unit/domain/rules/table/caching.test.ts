import { describe } from 'vitest';
import { cacheOutage, caching, invalidation, stampede } from '../examples/caching.ts';
import { testExamples } from './run-examples.ts';

describe.each([cacheOutage, caching, invalidation, stampede])('$decision', testExamples);
