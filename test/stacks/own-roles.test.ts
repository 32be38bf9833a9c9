import { names, ownRoles } from '../../schema/facts/names';
import { sampleLake, withLake } from '../support/data-lake';
import { detectiveControl } from '../support/detective-control';
import { allResources, find, resources, synth } from '../support/synth';
import { sampleSettings, type ZoneChange, zoneOf } from '../support/zone';

describe('roles that stacks make for services', () => {
  it('are all known by name, so that no control is called like one: its remediation would take the role', () => {
    const { services } = sampleSettings();
    const slack = { workspace: 'T07EA123LEP', channel: 'C07EZ1ABC23' };
    const zone = zoneOf({
      settings: {
        identity: { github: { repository: 'acme/landing-zone', environment: 'production' } },
        services: {
          ...services,
          notifications: {
            emails: ['a@example.com'],
            slack,
            routes: [{ name: 'daily', from: 'low', digest: 'daily', emails: [] }],
          },
        },
      },
      accounts: withLake(sampleLake()) as ZoneChange['accounts'],
      controls: [detectiveControl('custom-rule', { detect: { lambda: 'some-check', frequency: 'One_Hour' } })],
    });
    const made = Object.values(synth(zone)).flatMap((stack) =>
      allResources(stack)
        .filter(({ type }) => type === 'aws_iam_role')
        .map(({ body }) => String(body.name)),
    );
    const [set] = Object.values(resources(find(synth(zone), 'management'), 'aws_cloudformation_stack_set'));
    made.push(JSON.parse(set?.template_body).Resources.ReadRole.Properties.RoleName);
    const ours = new Set(made.filter((name) => name.startsWith('acme-ai-')));
    expect([...ours].sort()).toEqual(ownRoles.map((name) => names.remediation(zone, name)));
  });
});
