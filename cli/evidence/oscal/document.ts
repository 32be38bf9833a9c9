import type { LandingZone } from '../../../schema/landing-zone';
import type { oscalVersions } from '../options';
import { uuidOf } from './uuid';

/** What every document of a bundle is made of. */
export interface OscalContext {
  readonly zone: LandingZone;
  /** When the bundle is of: ISO 8601, in UTC. */
  readonly at: string;
  /** The release of this project. */
  readonly version: string;
  readonly oscalVersion: (typeof oscalVersions)[number];
}

export interface Property {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
  readonly class?: string;
  readonly remarks?: string;
}

/**
 * Names of properties that are ours: OSCAL wants them told apart from its own. compliance-trestle takes nothing but the address of a host;
 * this one is nobody's (RFC 2606).
 */
const ns = 'https://ai-governance-landing-zone.example/ns/oscal';

/** A property of ours; OSCAL takes no value that is empty or has more than one line. */
export const property = (name: string, value: string, more: Pick<Property, 'class' | 'remarks'> = {}): Property => ({
  name,
  ns,
  value: value.replaceAll(/\s+/g, ' ').trim() || '-',
  ...more,
});

/** A list as OSCAL takes one: left out where it is empty. */
export const listed = <K extends string, T>(name: K, items: readonly T[]): { readonly [P in K]?: readonly T[] } =>
  // The name is the only key.
  (items.length > 0 ? { [name]: items } : {}) as { readonly [P in K]?: readonly T[] };

/** Who stands behind a document, when it is of, and by which release of OSCAL it is read. */
export function metadataOf({ zone, at, version, oscalVersion }: OscalContext, title: string) {
  const party = uuidOf(zone.name, 'organization');
  return {
    title: `${title} of ${zone.name}`,
    'last-modified': at,
    version: at,
    'oscal-version': oscalVersion,
    props: [property('tool', `ai-governance-landing-zone ${version}`)],
    roles: [{ id: 'owner', title: 'Owner of the landing zone' }],
    parties: [{ uuid: party, type: 'organization', name: zone.name }],
    'responsible-parties': [{ 'role-id': 'owner', 'party-uuids': [party] }],
    remarks: disclaimer,
  };
}

const disclaimer =
  'Technical evidence. No control, mapping or result in it makes anyone compliant; whether a requirement is met is for those to judge who know the whole.';

/** Where the documents lie, as they refer to each other. */
export const oscalFiles = {
  catalog: 'catalog.json',
  componentDefinition: 'component-definition.json',
  assessmentPlan: 'assessment-plan.json',
  assessmentResults: 'assessment-results.json',
} as const;

/** The statement of a control in the catalog, which a result is about. */
export const statementOf = (control: string): string => `${control}_smt`;
