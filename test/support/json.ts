/** What a test reads out of JSON text: it knows what is in there, and fails where it is not. */
// biome-ignore lint/suspicious/noExplicitAny: the assertions of a test are the check
export type Json = Record<string, any>;
