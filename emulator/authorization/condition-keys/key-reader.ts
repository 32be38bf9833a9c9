import type { JudgedCall } from '../judged-call';

/** Values of a condition key in a request; undefined or none where the request does not carry it. */
type KeyReader = (call: JudgedCall) => string | readonly string[] | undefined;

/** Readers by condition key, as AWS spells it. */
export type KeyReaders = Readonly<Record<string, KeyReader>>;
