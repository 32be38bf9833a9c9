import { account } from '../../cli/account';
import { newAccount } from '../../cli/account/new-account';
import { control } from '../../cli/control';
import { newControl } from '../../cli/control/new-control';
import type { AnyCommand, CommandGroup } from '../../cli/kit/command';
import { model } from '../../cli/model';
import { newModel } from '../../cli/model/new-model';
import { type Kind, type Surroundings, writeNew } from '../../cli/new/write-new';
import { ledgerFile } from '../../schema/forms/ledger';
import type { LandingZoneFiles } from '../../schema/resolve';
import { runCli } from './run-cli';
import { accountFile, deployedBefore, sampleAccounts, sampleModelCard, sampleSettings, settingsFile } from './zone';

const kinds = {
  account: { group: account, kind: newAccount },
  model: { group: model, kind: newModel },
  control: { group: control, kind: newControl },
} as const satisfies Record<string, { readonly group: CommandGroup; readonly kind: Kind }>;

/** The accounts of the sample, where the group of a model has a risk class. */
const accounts = () =>
  sampleAccounts().map((each) =>
    each.ai?.registry
      ? {
          ...each,
          ai: {
            ...each.ai,
            registry: { groups: each.ai.registry.groups?.map((group) => ({ ...group, riskClass: 'high' as const })) },
          },
        }
      : each,
  );

/** The sample as files, with no control. */
const files = (): LandingZoneFiles => ({
  settings: { file: settingsFile, value: sampleSettings() },
  accounts: accounts().map(accountFile),
  controls: [],
  modelCards: [{ file: 'models/referral-triage.ts', value: sampleModelCard() }],
  ledger: { file: ledgerFile, value: deployedBefore },
});

interface Run {
  /** What the person types, line by line. @default - there is no terminal */
  readonly typed?: readonly string[];
  readonly exists?: (path: string) => boolean;
  readonly consequences?: Surroundings['consequences'];
}

/** Runs `<kind> new` to its end: what it said, and which files it wrote. */
export async function runNew(name: keyof typeof kinds, args: readonly string[], run: Run = {}) {
  const { group, kind } = kinds[name];
  const written: Record<string, string> = {};
  const asked: string[] = [];
  const lines = [...(run.typed ?? [])];
  const surroundings: Surroundings = {
    files: files(),
    asker: run.typed && {
      ask: async (prompt) => {
        asked.push(prompt);
        const line = lines.shift();
        if (line === undefined) throw new Error(`nothing is left to type for: ${prompt}`);
        return line;
      },
      close: () => undefined,
    },
    exists: run.exists ?? (() => false),
    write: (path, text) => {
      written[path] = text;
    },
    refuseUnknownWords: async () => undefined,
    consequences:
      run.consequences ??
      (async () => ({ text: 'Everything changes.', json: { stacks: [], review: { findings: [], stacks: [] } } })),
  };
  const [definition] = group.commands as readonly AnyCommand[];
  if (!definition) throw new Error(`${name} has no command`);
  const command: AnyCommand = {
    ...definition,
    run: (values: Parameters<typeof writeNew>[1], context) => writeNew(kind, values, context, surroundings),
  } as AnyCommand;
  return { ...(await runCli(command, args)), written, asked, left: lines };
}

/** What a file exports, as it says itself: its words for others are looked up here. */
export function exported(text: string): unknown {
  const body = text.replace(/^import .*$/gm, '').replace('export default', 'return');
  const same = (value: unknown) => value;
  const judged = (framework: string, requirements: readonly string[]) => ({
    framework,
    requirements,
    basis: 'our judgement',
  });
  const known = {
    defineAccount: same,
    defineModelCard: same,
    defineControl: same,
    judged,
    everyAccount: 'every account',
    aiAccounts: { place: 'aiAccounts' },
  };
  return new Function(...Object.keys(known), body)(...Object.values(known));
}
