// Writes the pictures of docs/features from what the journeys have drawn last: npm run pictures
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import png from 'upng-js';
import { cacheFolder, checkout } from './checkout.ts';
import { featurePictures } from './feature-pictures.ts';

/** So many colors look like all of them in an editor’s window. */
const colors = 64;
/** What part of the pixels may be others, such as a cursor, in a picture that is left alone. */
const unchanged = 0.002;

for (const name of featurePictures()) {
  const source = join(cacheFolder('screenshots'), `${name}.png`);
  const target = join(checkout, 'docs/features', `${name}.png`);
  if (!existsSync(source)) throw new Error(`No journey has drawn ${name}.`);
  const drawn = reduce(readFileSync(source));
  const isSame = existsSync(target) && differenceOf(drawn, readFileSync(target)) <= unchanged;
  if (!isSame) writeFileSync(target, drawn);
  console.log(`${name}.png ${isSame ? 'is as before' : `has ${String(drawn.length)} bytes`}`);
}

function reduce(picture: Buffer): Buffer {
  const { width, height } = png.decode(bytesOf(picture));
  return Buffer.from(png.encode([pixelsOf(picture)], width, height, colors));
}

function differenceOf(a: Buffer, b: Buffer): number {
  const [own, other] = [a, b].map((picture) => new Uint32Array(pixelsOf(picture)));
  if (own === undefined || own.length !== other?.length) return 1;
  return own.filter((pixel, index) => pixel !== other[index]).length / own.length;
}

function pixelsOf(picture: Buffer): ArrayBuffer {
  const [pixels = new ArrayBuffer(0)] = png.toRGBA8(png.decode(bytesOf(picture)));
  return pixels;
}

function bytesOf(picture: Buffer): ArrayBuffer {
  return new Uint8Array(picture).buffer;
}
