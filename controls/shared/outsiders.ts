import { organizationIdMarker } from '../../schema/forms/control';
import type { Settings } from '../../schema/forms/settings';

/** A role of an account that nobody trusts. */
export const outsider = 'arn:aws:iam::999988887777:role/outsider';

/** That a request comes neither from the organization, nor from a trusted partner, nor from a service of AWS. */
export const fromOutside = ({ trustedAccounts }: Settings['perimeter']) => ({
  StringNotEqualsIfExists: {
    'aws:PrincipalOrgID': organizationIdMarker,
    ...(trustedAccounts.length > 0 && { 'aws:PrincipalAccount': trustedAccounts }),
  },
  BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
});
