import { URI, Utils } from 'vscode-uri';

/** Returns the URI in the one spelling that the server compares (RFC 3986, as VS Code writes it). */
export function normalizeUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** Returns the decoded path of a URI, with `/` between its parts. */
export function pathOf(uri: string): string {
  return URI.parse(uri).path;
}

/** Returns the last part of the path, decoded. */
export function fileNameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** Returns the folder that holds a file or folder; the root is its own. */
export function parentOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** Returns the URI of a path relative to a folder; `..` and absolute paths may lead out of it. Half characters become U+FFFD. */
export function resolveIn(folder: string, path: string): string {
  return Utils.resolvePath(URI.parse(folder), path.toWellFormed()).toString();
}

/** Returns whether a normalized URI is a folder or lies below it. */
export function isWithin(folder: string, uri: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** Returns whether a normalized URI lies below one of the folders, however many these are. */
export function isBelowAny(folders: ReadonlySet<string>, uri: string): boolean {
  for (let end = uri.lastIndexOf('/'); end > 0; end = uri.lastIndexOf('/', end - 1)) {
    if (folders.has(uri.slice(0, end))) return true;
  }
  return false;
}

/** Returns the path of a file below a folder, relative to it and decoded. */
export function relativePath(folder: string, uri: string): string {
  const root = pathOf(folder);
  return pathOf(uri).slice(root.endsWith('/') ? root.length : root.length + 1);
}

/** Returns the URI of another decoded path in the place that a URI speaks of. */
export function withPath(uri: string, path: string): string {
  return URI.parse(uri).with({ path: path.toWellFormed() }).toString();
}

/** Returns the scheme of a URI, such as `file`. */
export function schemeOf(uri: string): string {
  return URI.parse(uri).scheme;
}
