/** Missing from TypeScript's own types. */
declare const trustedTypes: {
  createPolicy(name: 'default', rules: { createHTML(text: string): string | null }): unknown;
};

/** A character by its name, such as `&mdash;`. */
const namedCharacter = /^&[a-z0-9]{1,40};$/i;

/**
 * The policy of this page lets no text become markup, but through here: only the name of a character does, whose
 * meaning the reader of Markdown asks the browser for. Anything else throws where it is assigned.
 */
export function trustNamedCharacters(): void {
  trustedTypes.createPolicy('default', { createHTML: text => (namedCharacter.test(text) ? text : null) });
}

/**
 * Tells zod not to make functions of texts, which the page's policy refuses and the browser counts as an attack. It
 * asks while its schemas are made, and those are in scripts that are read later; this is where it looks.
 */
export function forbidCode(): void {
  Reflect.set(globalThis, '__zod_globalConfig', { jitless: true });
}
