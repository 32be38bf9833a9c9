import type { Control, LandingZone } from '../../../schema/landing-zone';
import { pascalCase } from '../../../schema/text';
import type { CompiledStatement, PolicyStatement, PolicyType } from '../organization-policy';
import { authorizationKinds } from '../policy-kinds';
import { exemptArns, exempting } from './exemptions';
import { normalForm } from './normal-form';

/** What a control alone denies by policies of a type, in whichever mode it is: each statement under a Sid, in a stable order. */
export function controlStatements(
  zone: LandingZone,
  { id, prevent }: Control,
  type: PolicyType,
): readonly CompiledStatement[] {
  const { key, principal } = authorizationKinds[type];
  const arns = exemptArns(zone, prevent?.exempt ?? []);
  const statements = (prevent?.[key] ?? []).map(
    ({ Condition, ...denied }): PolicyStatement =>
      normalForm({
        Effect: 'Deny',
        ...(principal && { Principal: principal }),
        ...(denied.NotResource === undefined && { Resource: '*' }),
        ...denied,
        Condition: exempting(Condition, arns),
      }),
  );
  // By their text, so that a Sid does not depend on where in the file a statement stands.
  const byText = new Map(statements.map((statement) => [JSON.stringify(statement), statement]));
  const ordered = [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, statement]) => statement);
  // A Sid takes letters and digits only.
  const sid = pascalCase(id);
  return ordered.map((statement, index) => ({
    statement: { Sid: ordered.length === 1 ? sid : `${sid}${index + 1}`, ...statement },
    controls: [id],
  }));
}
