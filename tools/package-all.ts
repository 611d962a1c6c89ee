// Packages the extension and the programs as they are published, and publishes nothing: npm run package
import { mkdirSync } from 'node:fs';
import { cacheFolder } from './checkout.ts';
import { packPrograms } from './package-programs.ts';
import { packagedExtension, packageExtension } from './package-extension.ts';

await packageExtension();
const folder = cacheFolder('packages');
mkdirSync(folder, { recursive: true });
console.log(`${packagedExtension}\n${packPrograms(folder)}`);
