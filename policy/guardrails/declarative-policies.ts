import type { LandingZone } from '../../schema/landing-zone';
import { root } from '../../schema/organization-tree';
import { type AttachedPolicy, declarativePolicyTypes } from './organization-policy';
import { declarativeKinds } from './policy-kinds';

/** The policies that declare how services are set, at most one of each kind, at the root. How long they are is measured where they are written. */
export const declarativePolicies = (zone: LandingZone): readonly AttachedPolicy[] =>
  declarativePolicyTypes.flatMap((type): readonly AttachedPolicy[] => {
    const { name, description, contentOf } = declarativeKinds[type];
    const content = contentOf(zone);
    return content === undefined ? [] : [{ type, name, description, targets: [root], content }];
  });
