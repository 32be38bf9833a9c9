import type { Call, Json } from '../../toolkit/untyped';
import { invalid } from './errors';
import { isStandard } from './standards';
import type { SecurityHubPolicy } from './state';

/** What a configuration policy says, or the refusal that AWS gives. */
export function policyContent({ ConfigurationPolicy }: Json, { region }: Pick<Call, 'region'>): SecurityHubPolicy {
  const { ServiceEnabled, EnabledStandardIdentifiers, SecurityControlsConfiguration } =
    ConfigurationPolicy?.SecurityHub ?? {};
  if (typeof ServiceEnabled !== 'boolean') throw invalid('Invalid semantics: ServiceEnabled must be specified');
  if (!ServiceEnabled) {
    if (EnabledStandardIdentifiers?.length) {
      throw invalid('Invalid semantics: Enabled standards must not be configured when Security Hub is disabled');
    }
    // AWS accepts controls here and forgets them.
    return { ServiceEnabled };
  }
  if (EnabledStandardIdentifiers === undefined || SecurityControlsConfiguration === undefined) {
    throw invalid(
      'Invalid semantics: Enabled standards and security control configurations must be configured when Security Hub is enabled',
    );
  }
  requireStandards(EnabledStandardIdentifiers, region);
  requireControls(SecurityControlsConfiguration);
  return { ServiceEnabled, EnabledStandardIdentifiers, SecurityControlsConfiguration };
}

/** The name of a configuration policy, in the characters that AWS permits. */
export function policyName(name: unknown): string {
  if (typeof name === 'string' && /^[A-Za-z0-9\-.!*/]+$/.test(name)) return name;
  throw invalid('Invalid parameter Name: only alphanumeric characters and -, ., !, *, / are permitted');
}

function requireStandards(arns: readonly string[], region: string): void {
  const unknown = arns.find((arn) => !isStandard(arn, region));
  if (unknown !== undefined) throw invalid(`Standards ARN ${unknown} is not available in ${region}`);
}

function requireControls({ EnabledSecurityControlIdentifiers, DisabledSecurityControlIdentifiers }: Json): void {
  if ((EnabledSecurityControlIdentifiers === undefined) === (DisabledSecurityControlIdentifiers === undefined)) {
    throw invalid('Invalid semantics: either enabled or disabled security controls must be configured');
  }
}
