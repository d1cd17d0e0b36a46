import { describe } from 'vitest';
import { sharding, shardKey, shardScheme } from '../examples/scaling.ts';
import { testExamples } from './run-examples.ts';

describe.each([sharding, shardKey, shardScheme])('$decision', testExamples);
