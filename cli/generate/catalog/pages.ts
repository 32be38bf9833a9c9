import type { Control, LandingZone } from '../../../schema/landing-zone';
import { compiledPolicies } from './compiled-policies';
import { controlSection } from './control-section';
import { coverage, requirements } from './coverage';
import { controlLink, table } from './markdown';

/** Whom the pages are about. */
type Audience = 'everybody' | 'this landing zone';
const written = {
  everybody: 'Written by `npm run generate` out of `controls/`, for the landing zone of the sample; do not edit it.',
  'this landing zone': 'Written by `npm run generate` out of `controls/` and `accounts/`; do not edit it.',
} as const satisfies Record<Audience, string>;
const disclaimer =
  '**No control, policy, conformance pack or mapping makes anyone compliant.** They are technical evidence; whether a requirement is met is for ' +
  'those to judge who know the whole: scope, processes, contracts, people. A mapping that is ours and not published says so.';

/** The catalog of controls, by service: `controls.md`. */
export function catalogPage(zone: LandingZone, audience: Audience): string {
  const services = [...new Set(zone.controls.map(({ service }) => service))].sort();
  return page([
    '# Controls',
    `${written[audience]} ${zone.controls.length} controls: ${count(zone.controls)}.`,
    disclaimer,
    'Which framework asks for what: [coverage.md](coverage.md).',
    ...services.flatMap((service) => [
      `## ${service}`,
      contents(zone.controls.filter((control) => control.service === service)),
      ...zone.controls.filter((control) => control.service === service).map(controlSection),
    ]),
    compiledPolicies(zone),
  ]);
}

/** Which control helps with which requirement: `coverage.md`. */
export const coveragePage = (zone: LandingZone, audience: Audience): string =>
  page(['# Coverage of frameworks', written[audience], disclaimer, coverage(zone), requirements(zone)]);

const contents = (controls: readonly Control[]): string =>
  table(
    ['Control', 'Promise', 'Severity', 'Prevents', 'Detects', 'Kept by a stack'],
    controls.map(({ id, title, severity, prevent, detect, keptBy }) => [
      controlLink(id),
      title,
      severity,
      prevent ? '●' : '',
      detect ? '●' : '',
      keptBy ? '●' : '',
    ]),
  );

const page = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

const count = (controls: readonly Control[]): string =>
  [
    `${controls.filter(({ prevent }) => prevent).length} prevent`,
    `${controls.filter(({ detect }) => detect).length} detect`,
    `${controls.filter(({ keptBy }) => keptBy).length} are kept by resources of the stacks`,
    `${controls.filter(({ respond }) => respond !== 'notify').length} can be repaired by a runbook`,
  ].join(', ');
