import type { Control, LandingZone } from '../../../schema/landing-zone';
import type { CompiledStatement, PolicyStatement, PolicyType } from '../organization-policy';
import { exemptArns, exempting } from './exemptions';
import { normalForm } from './normal-form';

/** What a control alone denies by policies of a type, in whichever mode it is: each statement under a Sid, in a stable order. */
export function controlStatements(zone: LandingZone, control: Control, type: PolicyType): readonly CompiledStatement[] {
  const { id, prevent } = control;
  const resourceSide = type === 'RESOURCE_CONTROL_POLICY';
  const arns = exemptArns(zone, prevent?.exempt ?? []);
  const statements = (prevent?.[resourceSide ? 'rcp' : 'scp'] ?? []).map(
    ({ Condition, ...denied }): PolicyStatement =>
      normalForm({
        Effect: 'Deny',
        ...(resourceSide && { Principal: '*' as const }),
        ...(denied.NotResource === undefined && { Resource: '*' }),
        ...denied,
        Condition: exempting(Condition, arns),
      }),
  );
  // By their text, so that a Sid does not depend on where in the file a statement stands.
  const byText = new Map(statements.map((statement) => [JSON.stringify(statement), statement]));
  const ordered = [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, statement]) => statement);
  const sid = pascalCase(id);
  return ordered.map((statement, index) => ({
    statement: { Sid: ordered.length === 1 ? sid : `${sid}${index + 1}`, ...statement },
    controls: [id],
  }));
}

/** `bedrock-approved-models` becomes `BedrockApprovedModels`: a Sid takes letters and digits only. */
const pascalCase = (id: string): string =>
  id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
