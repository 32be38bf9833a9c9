import { isKept, rulesText } from '../../../cli/rehearse/rules-report';
import type { RuleResult } from '../../../rehearsal/rules/judge-zone';

const passed: RuleResult = {
  account: 'models',
  region: 'eu-central-1',
  rule: 'data-key-rotation',
  outcome: 'passed',
  reports: [],
  isExpected: true,
};
const fault = { resource: 'key-1', fault: 'it does not rotate' };
const failed: RuleResult = { ...passed, outcome: 'failed', reports: [fault] };
const exempt: RuleResult = { ...passed, outcome: 'exempt', reports: [{ ...fault, because: 'it is asymmetric' }] };
const surprise: RuleResult = { ...passed, outcome: 'not judged', isExpected: false, reason: 'Error: no answer' };
const known: RuleResult = { ...passed, outcome: 'not judged', reason: 'nobody signs in' };

describe('the report of the rules', () => {
  it('counts account by account and all together', () => {
    const text = rulesText([passed, failed, { ...exempt, account: 'sandbox' }, { ...passed, outcome: 'nothing' }]);
    expect(text).toMatch(/│ models +│ +3 │ +1 │ +1 │ +0 │ +1 │ +0 │/);
    expect(text).toMatch(/│ sandbox +│ +1 │ +0 │ +0 │ +1 │ +0 │ +0 │/);
    expect(text).toMatch(/│ all +│ +4 │/);
  });

  it('says where each fault is, and each reason once with its number', () => {
    const text = rulesText([failed, exempt, { ...exempt, region: 'us-east-1' }, surprise, known]);
    expect(text).toContain('\nFailed:\n  data-key-rotation in models, eu-central-1: key-1: it does not rotate\n');
    expect(text).toContain('\nCould not be judged:\n  data-key-rotation: Error: no answer\n');
    expect(text).toContain('\nExempt:\n  data-key-rotation: it is asymmetric (2)\n');
    expect(text).toMatch(/\nNot judged here:\n {2}data-key-rotation: nobody signs in$/);
  });

  it('has no heading for what there is none of, and says where no pack is deployed', () => {
    expect(rulesText([passed])).not.toMatch(/Failed|Exempt|judged:|here:/);
    expect(rulesText([])).toContain('No conformance pack is deployed');
  });

  it('asks for something to be mended where a rule failed or could not be judged', () => {
    expect([passed, exempt, known].every(isKept)).toBe(true);
    expect([failed, surprise].some(isKept)).toBe(false);
  });
});
