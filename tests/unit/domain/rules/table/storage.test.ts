import { describe } from 'vitest';
import { index, readShape, storage } from '../examples/storage.ts';
import { testExamples } from './run-examples.ts';

describe.each([index, readShape, storage])('$decision', testExamples);
