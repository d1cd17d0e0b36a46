import fs from 'node:fs';
import path from 'node:path';
import { scenes } from '../helpers/scenes/scenes.ts';
import { keptScenes } from './kept.ts';
import { hiddenFolder, keptFolder, views } from './pictures.ts';

/** Writes the page that shows every state in every window. */
export function writeSheet(): void {
  const rows = scenes
    .flatMap(({ states }) => states)
    .map(({ name }) => {
      const pictures = views.map(
        view =>
          `<a href="${name}/${view.name}.png"><img src="${name}/${view.name}.png" alt="${view.name}"></a>`,
      );
      return `<h2>${name}</h2>\n<p>${pictures.join('\n')}</p>`;
    });
  fs.mkdirSync(hiddenFolder, { recursive: true });
  fs.writeFileSync(
    path.join(hiddenFolder, 'index.html'),
    `<!doctype html>
<meta charset="utf-8">
<title>Baseline: every screen in every window</title>
<style>body { background: #888; font: 1rem sans-serif } img { width: 30rem; vertical-align: top }</style>
${rows.join('\n')}
`,
  );
}

/** Writes the page of the documents. */
export function writeKeptPage(): void {
  const pictures = keptScenes
    .flatMap(({ states }) => states)
    .map(({ name, shows }) => `## ${shows}\n\n![${shows}](${name}.webp)`);
  fs.writeFileSync(
    path.join(keptFolder, 'README.md'),
    `# How Baseline looks

\`npm run docs:gallery\` takes these pictures from the running app, in a window of 1280 × 800. \`npm run gallery\` takes every screen at three sizes, light and dark, with text at 200 % and in high contrast, into \`out/gallery/\`.

${pictures.join('\n\n')}
`,
  );
}
