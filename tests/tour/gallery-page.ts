import fs from 'node:fs';
import path from 'node:path';
import { hiddenFolder, keptFolder, keptView, views } from './pictures.ts';
import type { Scene } from './scenes.ts';

/** Writes the pages that show the pictures: all of them beside each other, and those that are kept. */
export function writePages(scenes: readonly Scene[]): void {
  fs.mkdirSync(hiddenFolder, { recursive: true });
  fs.writeFileSync(path.join(hiddenFolder, 'index.html'), drawSheet(scenes));
  if (keptFolder) fs.writeFileSync(path.join(keptFolder, 'README.md'), drawKept(scenes));
}

/** Every scene in every window. */
function drawSheet(scenes: readonly Scene[]): string {
  const rows = scenes.map(({ name }) => {
    const pictures = views.map(
      view =>
        `<a href="${name}/${view.name}.png"><img src="${name}/${view.name}.png" alt="${view.name}"></a>`,
    );
    return `<h2>${name}</h2>\n<p>${pictures.join('\n')}</p>`;
  });
  return `<!doctype html>
<meta charset="utf-8">
<title>Baseline: every screen in every window</title>
<style>body { background: #888; font: 1rem sans-serif } img { width: 30rem; vertical-align: top }</style>
${rows.join('\n')}
`;
}

/** The scenes that are kept, each in one window. */
function drawKept(scenes: readonly Scene[]): string {
  const pictures = scenes.flatMap(({ name, shows }) =>
    shows ? [`## ${shows}\n\n![${shows}](${name}.webp)`] : [],
  );
  return `# How Baseline looks

Made by \`npm run docs:gallery\` from the running app, in the view \`${keptView}\`; \`npm run gallery\` takes every screen at three sizes, light and dark, with text at 200 % and in high contrast into \`out/gallery/\`.

${pictures.join('\n\n')}
`;
}
