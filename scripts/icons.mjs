import fs from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { main, root } from './run.mjs';

// Draws the app's icons from their two sources into `build/`, where electron-builder wants them.

/** Where the sources and what is drawn from them lie. */
export const iconFolder = path.join(root, 'build');

/** Sizes in pixels that fit the grid of the small source; every other is drawn from the large one. */
const smallSizes = [16, 32, 48];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
/** Apple's names for a picture of that many pixels; the same may stand for a size and for half of it, drawn twice as fine. */
const appleTypes = { ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic13: 256, ic09: 512, ic14: 512, ic10: 1024 };
/** On a Mac an icon leaves a margin: 824 of 1024 pixels are its own. */
const appleShare = 824 / 1024;

/**
 * Every file that is drawn, by its name below `build/`.
 *
 * @returns {Map<string, Buffer>}
 */
export function drawIcons() {
  return new Map([
    .../** @type {[string, Buffer][]} */ (
      linuxSizes.map(size => [`icons/${size}x${size}.png`, drawPng(size)])
    ),
    ['icon.ico', packIco(windowsSizes)],
    ['icon.icns', packIcns()],
  ]);
}

/**
 * @param {number} size in pixels
 * @param {number} [share] of the width that the mark fills
 */
function drawPng(size, share = 1) {
  const source = smallSizes.includes(size) && share === 1 ? 'icon-small.svg' : 'icon.svg';
  const mark = fs.readFileSync(path.join(iconFolder, source), 'utf8');
  const [, , side] = /viewBox="0 0 (\d+) (\d+)"/.exec(mark) ?? [];
  const margin = (Number(side) * (1 / share - 1)) / 2;
  const whole = Number(side) / share;
  const framed = mark.replace(/viewBox="[^"]*"/, `viewBox="${-margin} ${-margin} ${whole} ${whole}"`);
  return new Resvg(framed, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

/**
 * Windows' container: a head, an entry of sixteen bytes a picture, the pictures.
 *
 * @param {readonly number[]} sizes
 */
function packIco(sizes) {
  const pictures = sizes.map(size => drawPng(size));
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  for (const [index, picture] of pictures.entries()) {
    const entry = 6 + 16 * index;
    // A byte for each side; 256 is written as 0.
    head.writeUInt8((sizes[index] ?? 0) % 256, entry);
    head.writeUInt8((sizes[index] ?? 0) % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(picture.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += picture.length;
  }
  return Buffer.concat([head, ...pictures]);
}

/** Apple's container: each picture behind its type and length, all behind the magic word and the length of the whole. */
function packIcns() {
  const chunk = (/** @type {string} */ type, /** @type {Buffer} */ content) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(content.length + head.length, 4);
    return Buffer.concat([head, content]);
  };
  const pictures = Object.entries(appleTypes).map(([type, size]) => chunk(type, drawPng(size, appleShare)));
  return chunk('icns', Buffer.concat(pictures));
}

if (import.meta.filename === process.argv[1]) {
  await main(async () => {
    fs.mkdirSync(path.join(iconFolder, 'icons'), { recursive: true });
    for (const [name, content] of drawIcons()) fs.writeFileSync(path.join(iconFolder, name), content);
    return 0;
  });
}
