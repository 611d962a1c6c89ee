// unified-language-server as remark's own server sets it up, with GFM and the recommended lint rules.
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import recommended from 'remark-preset-lint-recommended';
import { createUnifiedLanguageServer } from 'unified-language-server';

createUnifiedLanguageServer({
  configurationSection: 'remark',
  processorName: 'remark',
  processorSpecifier: 'remark',
  defaultProcessor: remark,
  plugins: [remarkGfm, recommended],
});
