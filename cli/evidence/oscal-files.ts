import type { Finding, Verification } from '../../live/finding';
import { counted } from '../kit/counted';
import type { Bundle } from './bundle';
import { assessmentPlanOf } from './oscal/assessment-plan';
import { assessmentResultsOf, type Shown } from './oscal/assessment-results';
import { catalogOf } from './oscal/catalog';
import { componentDefinitionOf } from './oscal/component-definition';
import { type OscalContext, oscalFiles } from './oscal/document';
import type { Section } from './section';

/** The documents of OSCAL; results only where something was looked at. */
export function oscalSection(
  bundle: Bundle,
  context: OscalContext,
  verification: Verification | undefined,
  files: ReadonlyMap<Finding, readonly Shown[]>,
): Section {
  const controls = context.zone.controls
    .filter(({ id }) => verification?.findings.some((finding) => finding.controls.includes(id)))
    .map(({ id }) => id);
  const write = (name: keyof typeof oscalFiles, document: object) =>
    bundle.json(`oscal/${oscalFiles[name]}`, document).path;
  const written = [
    write('catalog', catalogOf(context)),
    write('componentDefinition', componentDefinitionOf(context)),
    write('assessmentPlan', assessmentPlanOf(context, controls)),
    ...(verification
      ? [
          write(
            'assessmentResults',
            assessmentResultsOf(context, verification, (finding) => files.get(finding) ?? []),
          ),
        ]
      : []),
  ];
  return {
    title: `OSCAL ${context.oscalVersion}`,
    summary: counted(written.length, 'document'),
    files: written,
    missing: verification ? [] : ['assessment results: nothing was assessed without AWS'],
  };
}
