import type { Finding, Status, Verification } from '../../../live/finding';
import type { Control } from '../../../schema/landing-zone';
import { accountItems, accountUuid, assessmentAssets, reviewedControls, toolUuid } from './assessment-plan';
import { listed, metadataOf, type OscalContext, oscalFiles, property, statementOf } from './document';
import { uuidOf } from './uuid';

/** A file of the bundle that shows something. */
export interface Shown {
  /** Relative to the bundle. */
  readonly file: string;
  readonly sha256: string;
  /** What it is, in a few words. */
  readonly what: string;
}

/** What a run of verify found, check by check, and what follows from it for each control. */
export function assessmentResultsOf(
  context: OscalContext,
  { began, ended, findings }: Verification,
  shownBy: (finding: Finding) => readonly Shown[],
) {
  const { zone, at } = context;
  const controls = zone.controls.filter(({ id }) => findings.some((finding) => finding.controls.includes(id)));
  return {
    'assessment-results': {
      uuid: uuidOf(zone.name, 'assessment-results', at),
      metadata: metadataOf(context, 'Assessment results'),
      'import-ap': { href: oscalFiles.assessmentPlan },
      results: [
        {
          uuid: uuidOf(zone.name, 'result', at),
          title: `Verification of ${zone.name}`,
          description: `What AWS had from ${began} to ${ended}, compared with what is promised.`,
          start: began,
          end: ended,
          'local-definitions': {
            'inventory-items': accountItems(context),
            'assessment-assets': assessmentAssets(context),
          },
          'reviewed-controls': reviewedControls(controls.map(({ id }) => id)),
          ...listed(
            'observations',
            findings.map((finding) => observationOf(context, finding, shownBy(finding))),
          ),
          ...listed(
            'findings',
            controls.map((control) => findingOf(context, control, findings)),
          ),
        },
      ],
    },
  };
}

const observationUuid = ({ zone, at }: OscalContext, { id, account, region }: Finding): string =>
  uuidOf(zone.name, 'observation', at, account, region, id);

const actors = (context: OscalContext) => [{ actors: [{ type: 'tool', 'actor-uuid': toolUuid(context) }] }];

function observationOf(context: OscalContext, finding: Finding, shown: readonly Shown[]) {
  const { id, promise, status, account, region, resource, time, deviations, reason } = finding;
  const known = context.zone.activeAccounts.some(({ name }) => name === account);
  return {
    uuid: observationUuid(context, finding),
    title: id,
    description: promise,
    props: [property('status', status), property('region', region), property('resource', resource)],
    methods: ['TEST'],
    origins: actors(context),
    ...listed(
      'subjects',
      known ? [{ 'subject-uuid': accountUuid(context, account), type: 'inventory-item', title: account }] : [],
    ),
    ...listed(
      'relevant-evidence',
      shown.map(({ file, sha256, what }) => ({
        href: `../${file}`,
        description: what,
        props: [property('sha256', sha256)],
      })),
    ),
    collected: time,
    ...(status === 'holds'
      ? {}
      : {
          remarks:
            reason ?? `Differs in ${deviations.map(({ path }) => path).join(', ') || 'all of it: there is none'}.`,
        }),
  };
}

function findingOf(context: OscalContext, control: Control, findings: readonly Finding[]) {
  const own = findings.filter(({ controls }) => controls.includes(control.id));
  const count = (status: Status) => own.filter((each) => each.status === status).length;
  const isKept = own.length === count('holds');
  const because = `${count('holds')} checks hold, ${count('differs')} differ, of ${count('unknown')} nothing is known.`;
  return {
    uuid: uuidOf(context.zone.name, 'finding', context.at, control.id),
    title: control.title,
    description: because,
    origins: actors(context),
    target: {
      type: 'statement-id',
      'target-id': statementOf(control.id),
      status: {
        state: isKept ? 'satisfied' : 'not-satisfied',
        // Unknown is no failure, and OSCAL has no third state.
        reason: isKept ? 'pass' : count('differs') > 0 ? 'fail' : 'other',
        remarks: because,
      },
    },
    'implementation-statement-uuid': uuidOf(context.zone.name, 'implementation', 'own', control.id),
    'related-observations': own.map((each) => ({ 'observation-uuid': observationUuid(context, each) })),
  };
}
