import type { PriceName } from '../../schema/facts/prices';
import type { QuantityName } from '../../schema/facts/typical-usage';
import type { Range } from '../../schema/facts/usage-range';
import { settingsFile } from '../../schema/forms/settings';
import type { CostedAccount, Landscape, Resource } from './landscape';
import { exactly } from './usage';

/** Where a person decides about something. */
export interface Setting {
  readonly file: string;
  readonly field: string;
}

/** What is billed for a resource in a month. */
export interface Line {
  readonly price: PriceName;
  readonly quantity: Range;
  /** Whether it is billed whatever happens, so that the quantity is one number. */
  readonly fixed: boolean;
  /** What switches it. @default - the settings of its stack */
  readonly setting?: Setting;
  /** Whether a clock makes it, and not a change. @default false */
  readonly byClock?: true;
  /** Who pays for it, and where. @default - whoever makes the resource, and where it is */
  readonly account?: string;
  readonly region?: string;
}

/** A resource as it is written, where it stands, and what may be asked to bill it. */
export interface Standing<R extends Resource = Resource> {
  readonly landscape: Landscape;
  /** Regions of each account that is active, known once its stack was read. */
  readonly regionsOf: (account: string) => readonly string[];
  /** Accounts of which a stack was read, those outside the organization left out. */
  readonly members: readonly CostedAccount[];
  /** Whether a conformance pack lands there. */
  readonly isJudged: (account: string, region: string) => boolean;
  /** Whether Macie is on. */
  readonly watchesBuckets: boolean;
  readonly usage: (name: QuantityName, account?: string, region?: string) => Range;
  readonly stack: string;
  /** The key of the account that the stack is deployed for, and of the one that makes the resource. */
  readonly owner: string;
  readonly account: string;
  readonly region: string;
  readonly resource: R;
}

export type Billing = (standing: Standing) => readonly Line[];

/** Billing of a kind of resource whose attributes are read. */
export const reading =
  <R extends Resource>(bill: (standing: Standing<R>) => readonly Line[]): Billing =>
  (standing) =>
    bill(standing as Standing<R>);

export const fixed = (price: PriceName, quantity = 1, about: Partial<Line> = {}): Line => ({
  price,
  quantity: exactly(quantity),
  fixed: true,
  ...about,
});

export const used = (price: PriceName, quantity: Range, about: Partial<Line> = {}): Line => ({
  price,
  quantity,
  fixed: false,
  ...about,
});

/** A field of `accounts/landing-zone.ts`. */
export const settings = (field: string): Setting => ({ file: settingsFile, field });

/** Parts of `ai` that a type belongs to. */
const partsOfAi: Readonly<Record<string, string>> = {
  aws_bedrock_guardrail: 'ai.bedrock.guardrails',
  aws_athena_workgroup: 'ai.dataLake.queries',
};

/** What decides about a resource of a stack, where it does not say so itself. */
export function settingOf(stack: string, type: string, nameOf: (key: string) => string): Setting {
  const ai = /^ai-(.+)$/.exec(stack)?.[1];
  if (ai !== undefined) return { file: `accounts/${nameOf(ai)}.ts`, field: partsOfAi[type] ?? 'ai' };
  return settings({ 'log-archive': 'logs', security: 'services.notifications', cost: 'costs' }[stack] ?? 'regions');
}
