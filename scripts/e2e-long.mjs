import { runEndToEnd } from './e2e.mjs';
import { main } from './run.mjs';

// The window's slower proofs, which the test command leaves out.
await main(() => runEndToEnd('long', process.argv.slice(2)));
