import type { Control } from '../../../schema/landing-zone';
import { controlProperties } from './control-properties';
import { listed, metadataOf, type OscalContext, oscalFiles, property } from './document';
import { nistIdOf } from './nist-id';
import { uuidOf } from './uuid';

/** Source: usnistgov/oscal-content, the folder of NIST SP 800-53 Rev. 5. */
const nistCatalog =
  'https://raw.githubusercontent.com/usnistgov/oscal-content/main/nist.gov/SP800-53/rev5/json/NIST_SP-800-53_rev5_catalog.json';

/**
 * The landing zone as a component: each of its controls with promise, mode and exceptions, and each control of NIST SP 800-53 with ours
 * that help with it. What is off implements nothing of NIST's, and is listed all the same.
 */
export function componentDefinitionOf(context: OscalContext) {
  const { zone } = context;
  return {
    'component-definition': {
      uuid: uuidOf(zone.name, 'component-definition'),
      metadata: metadataOf(context, 'Component definition'),
      components: [
        {
          uuid: landingZoneUuid(context),
          type: 'service',
          title: `Landing zone ${zone.name}`,
          description:
            'An AWS organization that is governed for AI: accounts, policies, detection, logs and records of models.',
          props: [
            property('home-region', zone.homeRegion),
            property('accounts', String(zone.activeAccounts.length)),
            ...zone.regions.map((region) => property('region', region)),
          ],
          'control-implementations': [ownImplementation(context), nistImplementation(context)],
        },
      ],
    },
  };
}

const landingZoneUuid = ({ zone }: OscalContext): string => uuidOf(zone.name, 'landing-zone');

const ownImplementation = ({ zone }: OscalContext) => ({
  uuid: uuidOf(zone.name, 'implementation', 'own'),
  source: oscalFiles.catalog,
  description: 'Every control of the landing zone, with how far it goes here.',
  'implemented-requirements': zone.controls.map((control) => ({
    uuid: uuidOf(zone.name, 'implementation', 'own', control.id),
    'control-id': control.id,
    description: `${control.title}. ${standings[control.mode]}${control.reason ? ` The reason: ${control.reason}` : ''}`,
    props: controlProperties(control),
  })),
});

const standings = {
  on: 'It is on.',
  detect: 'It is only detected here: its policies are left out.',
  off: 'It is switched off here.',
} as const satisfies Record<Control['mode'], string>;

interface Help {
  readonly control: Control;
  readonly requirement: string;
  readonly statement: string | undefined;
  readonly basis: string;
}

function nistImplementation({ zone }: OscalContext) {
  const helping = new Map<string, Help[]>();
  for (const control of zone.controls.filter(({ mode }) => mode !== 'off'))
    for (const { framework, requirements, basis } of control.satisfies)
      for (const requirement of framework === 'nist-800-53-r5' ? requirements : []) {
        const { control: id, statement } = nistIdOf(requirement);
        helping.set(id, [...(helping.get(id) ?? []), { control, requirement, statement, basis }]);
      }
  return {
    uuid: uuidOf(zone.name, 'implementation', 'nist-800-53-r5'),
    source: nistCatalog,
    description: 'Controls of NIST SP 800-53 Rev. 5 that ours help with. None of them is met by ours alone.',
    'implemented-requirements': [...helping]
      .sort(([a], [b]) => inOrder.compare(a, b))
      .map(([id, helps]) => requirementOf(zone.name, id, helps)),
  };
}

const inOrder = new Intl.Collator('en', { numeric: true });

function requirementOf(name: string, id: string, helps: readonly Help[]) {
  const uuid = (...more: readonly string[]) => uuidOf(name, 'implementation', 'nist-800-53-r5', id, ...more);
  const statements = [...new Set(helps.flatMap(({ statement }) => statement ?? []))].sort();
  const sentences = (some: readonly Help[]) => some.map(({ control }) => `${control.id}: ${control.title}.`).join(' ');
  return {
    uuid: uuid(),
    'control-id': id,
    description: sentences(helps),
    props: helps.map(({ control, requirement, basis }) =>
      property('control', control.id, { class: control.mode, remarks: `${requirement}, ${basis}` }),
    ),
    ...listed(
      'statements',
      statements.map((statement) => ({
        'statement-id': statement,
        uuid: uuid(statement),
        description: sentences(helps.filter((help) => help.statement === statement)),
      })),
    ),
  };
}
