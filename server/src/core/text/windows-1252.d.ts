/** The package's own declarations are not among its exports. */
declare module 'windows-1252' {
  export function encode(text: string, options?: { mode: 'fatal' | 'replacement' }): Uint16Array;
}
