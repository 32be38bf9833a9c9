import type { Period } from '../kit/period';
import type { ControlEvidence, Result } from './checks';
import type { Exception } from './exceptions';
import type { Section } from './section';

/** An account, and how much of it was looked at. */
export interface AccountView {
  readonly account: string;
  readonly id: string | null;
  readonly organizationalUnit: string | null;
  readonly origin: string;
  readonly regions: readonly string[];
  readonly checks: number;
  readonly unknown: number;
}

/** What a person sees of a bundle, redacted: the page and the cover are drawn from it, and from nothing else. */
export interface BundleView {
  readonly landingZone: string;
  readonly at: string;
  readonly period: Period | null;
  readonly offline: boolean;
  readonly tool: string;
  readonly regions: readonly string[];
  readonly accounts: readonly AccountView[];
  readonly sections: readonly Section[];
  readonly controls: readonly ControlEvidence[];
  readonly exceptions: readonly Exception[];
}

/** What a bundle leaves out by its design, which an auditor has to know as much as what could not be read. */
export const leftOut: readonly string[] = [
  'secrets, presigned addresses, prompts and answers of models: they are taken out wherever they were found',
  'who a person is: e-mail addresses, names of sessions and users, addresses that somebody called from are numbers here, the same in all of this bundle',
  'what findings say: their numbers by severity, product and account are here, the rest stays in AWS',
  'reports of AWS itself: their ids, versions and periods are here; AWS gives the documents to its customer in confidence',
  'accounts outside the organization, and what nobody declared in the landing zone',
];

/** How many controls came out how. */
export const resultsOf = (controls: readonly ControlEvidence[]): readonly (readonly [Result, number])[] =>
  (['holds', 'differs', 'unknown', 'not checked'] as const).map((result) => [
    result,
    controls.filter((each) => each.result === result).length,
  ]);

/** Everything that could not be read, with the part that it is missing from. */
export const missingOf = (sections: readonly Section[]): readonly { readonly part: string; readonly what: string }[] =>
  sections.flatMap(({ title, missing }) => missing.map((what) => ({ part: title, what })));

/** How the bundle is checked without this project. */
export const waysToCheck = {
  hashes: 'sha256sum -c SHA256SUMS',
  signature: 'openssl pkeyutl -verify -pubin -inkey SHA256SUMS.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig',
  cover: "grep -vE '  (cover\\.pdf|manifest\\.json)$' SHA256SUMS | sha256sum",
} as const;

export const disclaimer =
  'This is technical evidence. No control, mapping or result in it makes anyone compliant: whether a requirement is met is for those to judge who know the whole.';
