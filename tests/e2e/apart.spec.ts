import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { screenNames, screenOrder } from '../../src-shared/ipc/commands.ts';
import { countSent, launchApart, readSent, whyNotApart } from '../helpers/app-apart.ts';
import { prepareProfile } from '../helpers/past.ts';

/** Goes to each screen of the navigation and waits until it has what it shows. */
const walk = `(async names => {
  const next = () => new Promise(resolve => requestAnimationFrame(resolve));
  const find = name => [...document.querySelectorAll('nav button')].find(({ textContent }) => textContent === name);
  const seen = [];
  for (const name of names) {
    while (!find(name)) await next();
    find(name).click();
    while (document.querySelector('main[aria-busy="true"]') || !find(name).ariaCurrent || !document.querySelector('h1'))
      await next();
    seen.push(document.querySelector('h1').textContent);
  }
  return seen.length;
})`;

/** What of a profile others could read: whatever stands in no folder that keeps them out. */
function listOpenTo(dir: string): string[] {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap(entry => {
    const file = path.join(dir, entry.name);
    return !entry.isSymbolicLink() && (fs.statSync(file).mode & 0o077) !== 0 ? [file] : [];
  });
}

test('as an unprivileged user, the page is locked in by the system, and no part of the app ever tries the network', async () => {
  const reason = whyNotApart();
  test.skip(reason !== null, `cannot be seen here: ${reason}`);
  // The kernel counts an attempt that it refuses, so a zero below means that there was none.
  const attempt = `require('net').connect(80, '127.0.0.1').on('error', () => console.log('refused'))`;
  expect(Object.values(await countSent(attempt)).some(count => count > 0)).toBe(true);

  const profile = prepareProfile([]);
  const app = await launchApart(profile);
  try {
    const names = screenOrder.map(screen => screenNames[screen]);
    expect(await app.evaluate(`${walk}(${JSON.stringify(names)})`)).toBe(names.length);
    // 2: a filter of system calls is in force.
    expect(app.listParts().filter(({ type }) => type === 'renderer')).toEqual([
      { type: 'renderer', seccomp: 2 },
    ]);
    // But for the folder that this test itself made for its deck.
    expect(listOpenTo(profile)).toEqual([path.join(profile, 'decks')]);
    const sent = readSent(app.pid);
    expect(sent).toHaveProperty('Ip:OutNoRoutes');
    expect(Object.entries(sent).filter(([, count]) => count > 0)).toEqual([]);
  } finally {
    await app.close();
    fs.rmSync(profile, { recursive: true });
  }
});
