import { requirements } from '../../cli/generate/catalog/coverage';
import { sampleZone } from '../../cli/generate/catalog/sample-zone';
import { folders, ownControls } from '../../project/folders';
import { readFolder } from '../../project/read-folder';
import { aiSecurityChecks } from '../../schema/facts/ai-security-checks';
import { frameworks } from '../../schema/facts/frameworks';
import { sampleSettings, zoneOf } from '../support/zone';

const zone = sampleZone(readFolder(folders.controls).files.filter(({ file }) => !file.startsWith(ownControls)));
const checks = Object.entries(aiSecurityChecks);
const helping = (check: string) =>
  zone.controls.filter(({ satisfies }) => satisfies.some(({ requirements }) => requirements.includes(check)));

const { services } = sampleSettings();
const sectionWith = (securityHub: object, controls = {}): string => {
  const changed = zoneOf({ settings: { services: { ...services, securityHub }, controls } });
  return requirements(changed).split(`## ${frameworks['aws-ai-security'].title}`)[1] ?? '';
};

describe("Security Hub's standard for AI", () => {
  it('has 31 controls: one of Bedrock, seven of AgentCore, 23 of SageMaker', () => {
    const count = (service: string) => checks.filter(([check]) => check.startsWith(`${service}.`)).length;
    expect([checks.length, count('Bedrock'), count('BedrockAgentCore'), count('SageMaker')]).toEqual([31, 1, 7, 23]);
  });

  it('is asked for by their ids alone', () => {
    const { requirement } = frameworks['aws-ai-security'];
    expect(checks.filter(([check]) => !requirement.test(check))).toEqual([]);
    // The last two are controls of Security Hub that ask for tags, and are not in the standard.
    for (const other of ['Bedrock.2', 'BedrockAgentCore.8', 'SageMaker.26', 'BedrockX1', 'SageMaker.6', 'SageMaker.7'])
      expect(requirement.test(other)).toBe(false);
  });

  it.each(checks)('has in %s the rule of one control of ours, which is on', (check, rule) => {
    expect(helping(check).map(({ mode, detect }) => [mode, detect && 'managed' in detect && detect.managed])).toEqual([
      ['on', rule],
    ]);
  });

  it('is shown whole in coverage, with who checks it', () => {
    const section = sectionWith({});
    for (const [check] of checks) expect(section).toContain(`| ${check} | [`);
    expect(section).toContain('Security Hub checks it in every account, too');
  });

  it('is shown with what is left out, and why', () => {
    const off = { 'sagemaker-endpoint-instance-count': { mode: 'off', reason: 'one is enough' } };
    const disabledControls = [
      { id: 'SageMaker.4', reason: 'Endpoints are small' },
      { id: 'EC2.10', reason: 'No network' },
    ];
    const section = sectionWith({ disabledControls }, off);
    expect(section).toContain(
      '| SageMaker.4 | [sagemaker-endpoint-instance-count](controls.md#sagemaker-endpoint-instance-count) (off) |',
    );
    expect(section).toContain('- SageMaker.4 is switched off there: Endpoints are small');
    expect(section).not.toContain('EC2.10');
    expect(sectionWith({ standards: ['nist-800-53/v/5.0.0'] })).toContain('Security Hub does not check it here');
  });

  it('says where no control of ours helps', () => {
    const none = requirements(zoneOf({ controls: [] }));
    expect(none.match(/\| none of ours \|/g)).toHaveLength(checks.length);
  });
});
