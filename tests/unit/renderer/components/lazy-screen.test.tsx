import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { lazyScreen } from '../../../../src-renderer/components/lazy-screen.tsx';

const Greeting = ({ name }: { name: string }): ReactNode => <h1>{name}</h1>;

test('a screen is busy until it is read, and then drawn in one step', async () => {
  const Screen = lazyScreen(async () => Greeting);
  expect(renderToString(<Screen name="Plan" />)).not.toContain('Plan');
  await Screen.load();
  expect(renderToString(<Screen name="Plan" />)).toContain('<h1>Plan</h1>');
});

test('it is read once, however often it is wanted', async () => {
  let times = 0;
  const Screen = lazyScreen(async () => {
    times += 1;
    return Greeting;
  });
  await Promise.all([Screen.load(), Screen.load()]);
  expect(times).toBe(1);
});

test('one that could not be read is tried again', async () => {
  let isBroken = true;
  const Screen = lazyScreen(async () => {
    if (isBroken) throw new Error('not there');
    return Greeting;
  });
  await expect(Screen.load()).rejects.toThrow('not there');
  isBroken = false;
  await Screen.load();
  expect(renderToString(<Screen name="Plan" />)).toContain('Plan');
});
