import { author } from './author.ts';
import { candidate } from './candidate.ts';
import { learner } from './learner.ts';
import { newcomer } from './newcomer.ts';
import { reviewer } from './reviewer.ts';
import type { Scene } from './scene.ts';
import { unlucky } from './unlucky.ts';

/** Everything that a person can have on screen. What goes through all of it reads it from here. */
export const scenes: readonly Scene[] = [newcomer, reviewer, learner, candidate, author, unlucky];
