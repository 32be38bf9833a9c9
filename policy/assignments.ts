import type { Ledger } from '../schema/forms/ledger';
import type { LandingZone } from '../schema/landing-zone';
import { assignmentsBy } from './assignment/assign';
import { packAssignments } from './conformance/conformance-packs';
import { packNodes } from './guardrails/packing';
import { authorizationKinds } from './guardrails/policy-kinds';

/** In which document of its node and in which pack of its place each control is: what the ledger has to remember. */
export const assignmentsOf = (zone: LandingZone): Ledger['assignments'] => ({
  ...assignmentsBy(
    packNodes(zone).flatMap(({ type, name, documents }) =>
      documents.map(({ number, units }) => ({
        name: `${authorizationKinds[type].resourcePrefix}${name}`,
        number,
        keys: units,
      })),
    ),
  ),
  ...packAssignments(zone),
});
