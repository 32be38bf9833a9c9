import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configRulesZip } from '../lambda';
import { compileControls } from '../policy/compile';
import { byKeys } from '../schema/by-keys';
import { stackNames } from '../schema/facts/stack-names';
import { rolesOfAccount } from '../schema/forms/made-role-view';
import { tryRemembered } from '../schema/forms/remembered';
import type { Account, LandingZone } from '../schema/landing-zone';
import { AccountStack } from './account/account-stack';
import { accountLikeness } from './account/likeness';
import { packNeedsOf } from './account/pack-needs';
import { AiStack } from './ai/ai-stack';
import type { AiAccount } from './ai/context';
import { ComplianceStack } from './compliance/compliance-stack';
import { CostStack } from './cost/cost-stack';
import { KeptStack } from './kernel/kept-stack';
import { Synthesis } from './kernel/synthesis';
import { LogArchiveStack } from './log-archive/log-archive-stack';
import { ManagementStack } from './management/management-stack';
import { readFunctionCode } from './parts/function-code';
import { SecurityStack } from './security/security-stack';

export interface SynthesisOptions {
  /** Where the JSON goes. @default `cdktf.out`, or what the CDKTF CLI says */
  readonly outdir?: string;
  /**
   * Keys of accounts: of the stacks of accounts only theirs are written, and not `compliance` and `cost`, which are about all of them.
   * @default - every stack
   */
  readonly accounts?: readonly string[];
}

/**
 * Writes every stack of the landing zone. The one place that knows who reads whom.
 *
 * @throws InvalidLandingZone where the controls do not fit what AWS takes; nothing is written then
 */
export function synthesizeLandingZone(written: LandingZone, { outdir, accounts: only }: SynthesisOptions = {}): void {
  const zone = byKeys(written);
  // Problems speak of things as they are called today.
  if (zone !== written) compileControls(written);
  const controls = compileControls(zone);
  const { policies, declarations, packs } = controls;
  const code = readFunctionCode(configRulesZip);
  const synthesis = new Synthesis(outdir);
  const management = synthesis.write(
    (app) => new ManagementStack(app, { zone, policies: [...policies, ...declarations] }),
  );
  const logArchive = synthesis.write((app) => new LogArchiveStack(app, { zone, management }));
  const security = synthesis.write((app) => new SecurityStack(app, { zone, management, logArchive }));
  const core = { zone, management, logArchive, security };
  const wanted = zone.activeAccounts.filter(({ key }) => only?.includes(key) ?? true);
  const accounts = synthesis.writeEach(
    wanted.map((account) => ({
      account,
      packNeeds: packNeedsOf(controls, account),
      roles: rolesOfAccount(zone, account),
      known: tryRemembered(zone.ledger, stackNames.account(account)),
      kept: zone.ledger.kept[stackNames.account(account)],
    })),
    accountLikeness,
    (app, subject) => new AccountStack(app, { ...core, ...subject, code }),
  );
  const ai = wanted.flatMap((account) => {
    if (hasAi(account)) return [synthesis.write((app) => new AiStack(app, { ...core, account }))];
    const name = stackNames.ai(account);
    return tryRemembered(zone.ledger, name) === undefined
      ? []
      : [synthesis.write((app) => new KeptStack(app, name, { zone, account, management }))];
  });
  if (!only) {
    const compliance = synthesis.write(
      (app) => new ComplianceStack(app, { zone, packs, management, security, accounts, ai }),
    );
    synthesis.write((app) => new CostStack(app, { zone, management, last: compliance }));
  }
  synthesis.finish();
}

/**
 * Writes every stack into a folder that is thrown away once it was read.
 *
 * @throws InvalidLandingZone as `synthesizeLandingZone` does
 */
export function readingSynthesis<T>(zone: LandingZone, read: (outdir: string) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'landing-zone-read-'));
  try {
    synthesizeLandingZone(zone, { outdir });
    return read(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const hasAi = (account: Account): account is AiAccount => account.ai !== undefined;
