// Fails where the manifest lacks what a published package needs; run by the publish workflow alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './checkout.ts';

const manifest = readFileSync(join(checkout, 'package.json'), 'utf8');
const missing = ['repository', 'bugs', 'homepage'].filter(
  (key) => !new RegExp(`^  "${key}":`, 'm').test(manifest),
);
if (missing.length > 0) {
  console.error(`package.json lacks ${missing.join(', ')}: nothing is published.`);
  process.exitCode = 1;
}
