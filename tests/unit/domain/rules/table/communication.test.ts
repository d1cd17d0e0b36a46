import { describe } from 'vitest';
import { apiStyle, pagination, protocol } from '../examples/communication.ts';
import { testExamples } from './run-examples.ts';

describe.each([protocol, apiStyle, pagination])('$decision', testExamples);
