/** Returns the module that holds the built-in templates, from their Markdown files by name. */
export function presetsModule(presets: readonly { name: string; text: string }[]): string {
  const entries = presets.map(
    ({ name, text }) => `  { name: ${JSON.stringify(name)}, text: ${templateLiteral(text)} },\n`,
  );
  return `/** A template that comes with the product. */
export interface Preset {
  readonly name: string;
  readonly text: string;
}

/** The built-in templates; generated from \`presets/\` by \`npm run generate\`. */
export const presets: readonly Preset[] = [
${entries.join('')}];
`;
}

function templateLiteral(text: string): string {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``;
}
