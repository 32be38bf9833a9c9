import { App } from 'cdktf';
import { compileControls } from '../policy/compile';
import type { Account, LandingZone } from '../schema/landing-zone';
import { AccountStack } from './account/account-stack';
import { readConfigRules } from './account/config-rules';
import { AiStack } from './ai/ai-stack';
import type { AiAccount } from './ai/context';
import { ComplianceStack } from './compliance/compliance-stack';
import { dropTokenStackTraces } from './kernel/stack-traces';
import { resolveTokensOnly } from './kernel/token-resolution';
import { LogArchiveStack } from './log-archive/log-archive-stack';
import { ManagementStack } from './management/management-stack';
import { SecurityStack } from './security/security-stack';

export interface BuildOptions {
  /** Where the JSON goes. @default `cdktf.out`, or what the CDKTF CLI says */
  readonly outdir?: string;
}

/**
 * Builds every stack of the landing zone; `synth()` writes them. The one place that knows who reads whom.
 *
 * @throws InvalidLandingZone where the controls do not fit what AWS takes
 */
export function buildLandingZone(zone: LandingZone, { outdir }: BuildOptions = {}): App {
  dropTokenStackTraces();
  resolveTokensOnly();
  // First of all: the application makes its output folder as soon as it is there.
  const { policies, declarations, packs, ...needs } = compileControls(zone);
  const app = new App({ outdir, stackTraces: false });
  const management = new ManagementStack(app, { zone, policies: [...policies, ...declarations] });
  const logArchive = new LogArchiveStack(app, zone, management);
  const security = new SecurityStack(app, { zone, management, logArchive });
  const packNeeds = { ...needs, code: readConfigRules() };
  const accounts = zone.activeAccounts.map(
    (account) => new AccountStack(app, { zone, account, management, logArchive, security, packNeeds }),
  );
  const ai = zone.activeAccounts
    .filter(hasAi)
    .map((account) => new AiStack(app, { zone, account, management, logArchive, security }));
  new ComplianceStack(app, { zone, packs, management, security, accounts: [...accounts, ...ai] });
  return app;
}

const hasAi = (account: Account): account is AiAccount => account.ai !== undefined;
