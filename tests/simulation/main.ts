import fs from 'node:fs';
import path from 'node:path';
import { type Comparison, writeDocument } from './document.ts';
import { others, plan } from './policies.ts';
import { simulate } from './simulate.ts';

const learners = 250;
const horizonsDays = [7, 14, 30, 60];
const budgetsMin = [10, 20, 40];

// Run by `npm run simulate`; writes docs/plan.md.
const comparisons: Comparison[] = horizonsDays.flatMap(days =>
  budgetsMin.map(minutesPerDay => {
    const situation = { days, minutesPerDay };
    console.log(`${days} days, ${minutesPerDay} minutes`);
    return { situation, outcomes: [plan, ...others].map(policy => simulate(policy, situation, learners)) };
  }),
);
const file = path.join(import.meta.dirname, '..', '..', 'docs', 'plan.md');
fs.writeFileSync(file, writeDocument(comparisons, learners));
console.log('docs/plan.md is written.');
