import type { Policy, SecurityControlsConfiguration, SecurityHubPolicy } from '@aws-sdk/client-securityhub';
import type { Scope } from '../../toolkit/call';
import type { Shape } from './api';
import { invalid } from './errors';
import { requireStandards } from './standards';
import type { PolicyContent } from './state';

/** What a configuration policy says, or the refusal that AWS gives. */
export function policyContent(policy: Shape<Policy> | undefined, { region }: Scope): PolicyContent {
  const said: Shape<SecurityHubPolicy> = policy?.SecurityHub ?? {};
  const { ServiceEnabled, EnabledStandardIdentifiers, SecurityControlsConfiguration } = said;
  if (typeof ServiceEnabled !== 'boolean') throw invalid('Invalid semantics: ServiceEnabled must be specified');
  if (!ServiceEnabled) {
    if (EnabledStandardIdentifiers?.length)
      throw invalid('Invalid semantics: Enabled standards must not be configured when Security Hub is disabled');
    // AWS accepts controls here and forgets them.
    return { ServiceEnabled };
  }
  if (EnabledStandardIdentifiers === undefined || SecurityControlsConfiguration === undefined)
    throw invalid(
      'Invalid semantics: Enabled standards and security control configurations must be configured when Security Hub is enabled',
    );
  requireStandards(EnabledStandardIdentifiers, region);
  requireControls(SecurityControlsConfiguration);
  return { ServiceEnabled, EnabledStandardIdentifiers, SecurityControlsConfiguration };
}

/** The name of a configuration policy, in the characters that AWS permits. */
export function policyName(name = ''): string {
  if (/^[A-Za-z0-9\-.!*/]+$/.test(name)) return name;
  throw invalid('Invalid parameter Name: only alphanumeric characters and -, ., !, *, / are permitted');
}

function requireControls({
  EnabledSecurityControlIdentifiers: enabled,
  DisabledSecurityControlIdentifiers: disabled,
}: Shape<SecurityControlsConfiguration>): void {
  if ((enabled === undefined) === (disabled === undefined))
    throw invalid('Invalid semantics: either enabled or disabled security controls must be configured');
}
