import { disabledChecks } from '../../../schema/disabled-checks';
import { aiSecurityChecks, aiSecurityStandard } from '../../../schema/facts/ai-security-checks';
import { type Framework, frameworkIds, frameworks } from '../../../schema/facts/frameworks';
import type { Control, LandingZone } from '../../../schema/landing-zone';
import { cell, controlLink, table } from './markdown';

const catalog = 'controls.md';
const collator = new Intl.Collator('en', { numeric: true });

/** A control as a page of coverage names it: it helps less where it is not fully on. */
const standing = { on: '', detect: ' (only detected)', off: ' (off)' } as const;
const named = ({ id, mode }: Control): string => `${controlLink(id, catalog)}${standing[mode]}`;

/** The matrix: a row for each control, a column for each framework. What is off covers nothing. */
export function coverage({ controls }: LandingZone): string {
  const cell = ({ satisfies, mode }: Control, id: string): string => {
    if (mode === 'off') return '';
    const bases = satisfies.filter(({ framework }) => framework === id).map(({ basis }) => basis);
    return bases.includes('published') ? '●' : bases.length > 0 ? '○' : '';
  };
  return [
    '## Matrix',
    '● a public source maps the control to the framework; ○ we do.',
    table(
      ['Control', ...frameworkIds.map((id) => frameworks[id].name)],
      controls.map((control) => [named(control), ...frameworkIds.map((id) => cell(control, id))]),
    ),
  ].join('\n\n');
}

/**
 * For each framework its requirements with the controls that help with them; where a framework is shown whole, those that no control helps
 * with, too.
 */
export function requirements(zone: LandingZone): string {
  const { controls } = zone;
  return frameworkIds
    .map((id) => {
      const framework: Framework = frameworks[id];
      const pairs = controls.flatMap((control) =>
        control.satisfies
          .filter(({ framework }) => framework === id)
          .flatMap((mapping) => mapping.requirements.map((requirement) => ({ requirement, control: named(control) }))),
      );
      const asked = [...new Set([...(framework.whole ?? []), ...pairs.map(({ requirement }) => requirement)])].sort(
        collator.compare,
      );
      const helping = (requirement: string): string =>
        [...new Set(pairs.filter((pair) => pair.requirement === requirement).map(({ control }) => control))].join(', ');
      return [
        `## ${framework.title}`,
        ...(id === 'aws-ai-security' ? [aiStandardOf(zone)] : []),
        table(
          ['Requirement', 'Controls'],
          asked.map((requirement) => [requirement, helping(requirement) || 'none of ours']),
        ),
      ].join('\n\n');
    })
    .join('\n\n');
}

/** Whether Security Hub itself checks its standard here, and which checks of it are off, with the reason. */
function aiStandardOf({ services }: LandingZone): string {
  const { securityHub } = services;
  if (securityHub.enabled !== true || !securityHub.standards.includes(aiSecurityStandard))
    return 'Security Hub does not check it here (`services.securityHub`); our controls do.';
  const off = disabledChecks(services).filter(({ id }) => id in aiSecurityChecks);
  return [
    'Security Hub checks it in every account, too, by the Config rule that the control has.',
    ...off.map(({ id, reason }) => `- ${id} is switched off there: ${cell(reason)}`),
  ].join('\n');
}
