import { parsers } from './parsers.ts';

// The names of all parsers, a line each.
console.log(parsers.map(({ name }) => name).join('\n'));
