import { assignmentsOf } from '../../../policy/assignments';
import { organizationPolicies } from '../../../policy/guardrails/organization-policies';
import { sampleSettings, type ZoneChange, zoneOf } from '../../support/zone';

const before = zoneOf();
const ledger = { ...before.ledger, assignments: assignmentsOf(before) };
const documents = new Map(organizationPolicies(before).map(({ name, content }) => [name, content]));

/** Names of the policies that an edit changes, makes and removes. */
function changedBy(edit: ZoneChange): readonly string[] {
  const after = new Map(organizationPolicies(zoneOf({ ...edit, ledger })).map(({ name, content }) => [name, content]));
  return [...new Set([...documents.keys(), ...after.keys()])].filter((name) => documents.get(name) !== after.get(name));
}
const keeping = (id: string): readonly string[] =>
  organizationPolicies(before).flatMap(({ name, statements }) =>
    statements.some(({ controls }) => controls.includes(id)) ? [name] : [],
  );

describe('an edit of the sample', () => {
  it('that approves a model changes the documents that name models, and no other', () => {
    const approvedModels = [...(sampleSettings().ai?.approvedModels ?? []), 'mistral.mistral-large-*'];
    const changed = changedBy({ settings: { ai: { approvedModels } } });
    const aboutModels = [...documents].filter(([, content]) => content.includes('anthropic.claude-'));
    expect(changed).toEqual(aboutModels.map(([name]) => name));
    expect(changed).toEqual(expect.arrayContaining([...keeping('bedrock-approved-models')]));
    expect(changed.length).toBeLessThan(documents.size);
  });

  it('that switches a control off changes the documents that it was in', () => {
    const id = 'organization-region-deny';
    const changed = changedBy({ settings: { controls: { [id]: { mode: 'off', reason: 'made for a test' } } } });
    expect(changed).toEqual(keeping(id));
    expect(changed).toHaveLength(1);
  });
});
