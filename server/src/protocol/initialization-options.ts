import { readTranslations, type Translations } from './translations.ts';

/** What a client may send the server at the start beyond LSP's capabilities. */
export interface InitializationOptions {
  /** URI of the folder that holds a page `ID.md` for each rule, with a slash at its end; null where there is none. */
  readonly rulePages: string | null;
  /** Whether the client answers `minutes/readFile` and `minutes/readDirectory`. */
  readonly fileRequests: boolean;
  /** Whether the client answers `minutes/committedVersion`. */
  readonly committedVersions: boolean;
  /** Whether the client answers `minutes/lineDates`. */
  readonly lineDates: boolean;
  /** Whether the client takes `minutes/status` notifications. */
  readonly statusNotifications: boolean;
  /** The client's command that shows a location, with the URI and the range as arguments; null where there is none. */
  readonly showLocationCommand: string | null;
  /** The client's command that lists places: its arguments are a URI and a position to list them at, and the locations; null where there is none. */
  readonly showLocationsCommand: string | null;
  /** The client's command that goes to a team's previous update, with the URI and a position in the team's section as arguments; null where there is none. */
  readonly previousUpdateCommand: string | null;
  /** Whether the client wants diagnostics pushed, though it says that it can pull them. */
  readonly pushDiagnostics: boolean;
  /** The client's command that lets the user choose severities; null where there is none. */
  readonly configureSeverityCommand: string | null;
  /** The client's command that shows a rule's page, with its URI as argument; null where there is none. */
  readonly openRulePageCommand: string | null;
  /** The messages in the user's language, by their English text; null where the client has none. */
  readonly translations: Translations | null;
  /** The settings of a client that can't be asked for them (`workspace/configuration`). */
  readonly settings: unknown;
}

/** Returns the initialization options that a client sent; what does not have the right shape is left out. */
export function readInitializationOptions(value: unknown): InitializationOptions {
  const options: Partial<Record<keyof InitializationOptions, unknown>> =
    typeof value === 'object' && value !== null ? value : {};
  return {
    rulePages: stringOf(options.rulePages),
    fileRequests: options.fileRequests === true,
    committedVersions: options.committedVersions === true,
    lineDates: options.lineDates === true,
    statusNotifications: options.statusNotifications === true,
    showLocationCommand: stringOf(options.showLocationCommand),
    showLocationsCommand: stringOf(options.showLocationsCommand),
    previousUpdateCommand: stringOf(options.previousUpdateCommand),
    pushDiagnostics: options.pushDiagnostics === true,
    configureSeverityCommand: stringOf(options.configureSeverityCommand),
    openRulePageCommand: stringOf(options.openRulePageCommand),
    translations: readTranslations(options.translations),
    settings: options.settings,
  };
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
