import { describe } from 'vitest';
import { consistency, latencyBudget, otherwise, partition } from '../examples/consistency.ts';
import { testExamples } from './run-examples.ts';

describe.each([consistency, latencyBudget, otherwise, partition])('$decision', testExamples);
