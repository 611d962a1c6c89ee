// Draws the extension's icon from its SVG: node tools/draw-icon.ts
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';
import { checkout } from './checkout.ts';

const media = join(checkout, 'client/media');
const side = 256;
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: side, height: side } });
await page.setContent(
  `<style>body { margin: 0 }</style>${readFileSync(join(media, 'icon.svg'), 'utf8')}`,
);
await page.screenshot({ path: join(media, 'icon.png'), omitBackground: true });
await browser.close();
