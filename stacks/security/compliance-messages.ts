import { detectiveRules } from '../../policy/conformance/detective-rules';
import { renderedQuotas } from '../../schema/facts/rendered-quotas';
import { type Severity, severities } from '../../schema/forms/notifications';
import type { LandingZone } from '../../schema/landing-zone';
import { complianceChanges } from '../parts/findings-forwarder';
import type { Message } from './message';

const description = 'Config: a resource became non-compliant';

/** What breaks a Config rule: of every rule, or of those whose control is at least as severe. */
export function nonCompliance(zone: LandingZone, from: Severity): readonly Message[] {
  if (from === 'low')
    return [{ name: 'config', description, pattern: brokenRules(complianceChanges.detail.configRuleName) }];
  return inPatterns(rulesFrom(zone, from)).map((pattern, index) => ({
    name: index === 0 ? 'config' : `config-${index + 1}`,
    description: `${description}; controls of severity ${from} and above`,
    pattern,
  }));
}

const brokenRules = (configRuleName: readonly object[]) => ({
  ...complianceChanges,
  detail: { configRuleName, newEvaluationResult: { complianceType: ['NON_COMPLIANT'] } },
});

/** Names of the rules that detect for a control of at least this severity. */
function rulesFrom(zone: LandingZone, from: Severity): readonly string[] {
  const lowest = severities.indexOf(from);
  const severe = new Set(
    zone.controls.filter(({ severity }) => severities.indexOf(severity) >= lowest).map(({ id }) => id),
  );
  return detectiveRules(zone).flatMap(({ name, controls }) => (controls.some((id) => severe.has(id)) ? [name] : []));
}

/** A conformance pack gives the rule `bucket-encrypted` the name `bucket-encrypted-conformance-pack-x1y2z3abc`. */
const ruleOfPack = (name: string) => ({ prefix: `${name}-conformance-pack-` });

/** As few patterns as AWS takes, in the order of the names. */
function inPatterns(names: readonly string[]): readonly object[] {
  const patterns: { prefix: string }[][] = [];
  for (const rule of names.map(ruleOfPack)) {
    const last = patterns.at(-1);
    if (last && JSON.stringify(brokenRules([...last, rule])).length <= renderedQuotas.eventPattern.value)
      last.push(rule);
    else patterns.push([rule]);
  }
  return patterns.map(brokenRules);
}
