import { isDeepStrictEqual } from 'node:util';
import type { AccountSpec } from '../../schema/forms/account';
import { type Ledger, ledgerFile } from '../../schema/forms/ledger';
import type { ModelCardSpec } from '../../schema/forms/model-card';
import { type SettingsSpec, settingsFile } from '../../schema/forms/settings';
import type { LandingZone } from '../../schema/landing-zone';
import { type LandingZoneFiles, resolveLandingZone } from '../../schema/resolve';

/** The files of a small landing zone, as a person writes them; accounts and model cards by the key under which changes name them. */
export interface Written {
  readonly settings: SettingsSpec;
  readonly accounts: Readonly<Record<string, AccountSpec>>;
  readonly modelCards: Readonly<Record<string, ModelCardSpec>>;
}

/** What is put where: `accounts.models.ai.bedrock.guardrails[0].promptAttack`. An `undefined` takes the field away. */
export interface Write {
  readonly at: string;
  readonly value: unknown;
  /** The list at this path gets one member more. */
  readonly adds?: true;
}

/** What a landing zone has beside what is changed here: its catalog and its audit queries. */
export type Shipped = Pick<LandingZoneFiles, 'controls' | 'auditQueries'>;

/** The files with something else written in them; those that were given stay as they are. */
export function write(written: Written, writes: readonly Write[]): Written {
  const copy = structuredClone(written);
  for (const { at, value, adds } of writes) {
    const keys = stepsOf(at);
    const last = keys.pop() ?? '';
    const holder = keys.reduce<Record<string, unknown>>(
      (below, key) => {
        below[key] ??= {};
        return below[key] as Record<string, unknown>;
      },
      copy as unknown as Record<string, unknown>,
    );
    if (adds) holder[last] = [...((holder[last] as readonly unknown[] | undefined) ?? []), value];
    else if (value === undefined) delete holder[last];
    else holder[last] = value;
  }
  return copy;
}

/**
 * Whether two writes cannot stand side by side: one is at, above or below the other. The same write twice is one, and members that join a
 * list hinder no member of it.
 */
export function collide(one: Write, other: Write): boolean {
  if (!one.adds && one.at === other.at && isDeepStrictEqual(one.value, other.value)) return false;
  const [a, b] = [located(one), located(other)];
  const [above, below] = a.steps.length <= b.steps.length ? [a, b] : [b, a];
  if (!above.steps.every((step, index) => step === below.steps[index])) return false;
  return !(above.adds && (above.steps.length < below.steps.length || below.adds));
}

/**
 * The landing zone that the files make, beside what the ledger knows.
 *
 * @throws InvalidLandingZone with every problem of every file
 */
export const resolve = ({ settings, accounts, modelCards }: Written, shipped: Shipped, ledger?: Ledger): LandingZone =>
  resolveLandingZone({
    ...shipped,
    settings: { file: settingsFile, value: settings },
    accounts: Object.values(accounts).map((value) => ({ file: `accounts/${value.name}.ts`, value })),
    modelCards: Object.values(modelCards).map((value) => ({ file: `models/${value.name}.ts`, value })),
    ledger: ledger && { file: ledgerFile, value: ledger },
  });

const stepsOf = (path: string): string[] => path.split(/[.[\]]+/).filter((step) => step !== '');

const located = ({ at, adds }: Write) => ({ steps: stepsOf(at), adds });
