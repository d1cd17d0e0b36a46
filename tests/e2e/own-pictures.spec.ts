import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '../helpers/app-test.ts';
import { prepareProfile } from '../helpers/past.ts';
import { morning, question, startReview } from '../helpers/review-page.ts';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a card shows the pictures of the profile, and no others', async ({ launch }) => {
  const ask =
    'Look: ![A map](media/map.png) ![far away](https://example.org/a.png) ![outside](media/../secret.png)';
  const profile = prepareProfile(
    [{ id: 'probe.picture', kind: 'basic', ask, answer: 'Seen.' }],
    [{ card: 'probe.picture', rating: 'again', at: '2026-11-24T07:00:00+01:00' }],
  );
  fs.mkdirSync(path.join(profile, 'media'));
  fs.writeFileSync(path.join(profile, 'media', 'map.png'), pixel);
  const { page } = await launch({ profile, now: morning });
  await startReview(page);
  const picture = question(page, 'Look').getByRole('img');
  await expect(picture).toHaveCount(1);
  await expect(picture).toHaveAccessibleName('A map');
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
  await expect(question(page, 'Look')).toContainText('far away outside');
});
