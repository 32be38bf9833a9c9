import { names } from '../../schema/facts/names';

const zone = { name: 'acme-ai' };

describe('names of resources that two rooms agree on', () => {
  it('begin with the prefix of the landing zone, because controls protect them by it', () => {
    const made = [
      names.organizationTrail(zone),
      names.accountTrail(zone),
      names.configRecorderRole(zone),
      names.configRulesFunction(zone),
      names.remediation(zone, 'data-key-rotation'),
      names.logBucketPrefix(zone, 'trails'),
      names.logKeyAlias(zone, 'trails'),
      names.audit(zone),
      names.findings(zone),
      names.forwardingRule(zone, 'config'),
      names.notifyingRule(zone, 'config'),
      names.dataBucketPrefix(zone),
      names.dataKeyAlias(zone),
      names.promptReplicationRole(zone),
    ];
    expect(made.filter((name) => !name.startsWith('acme-ai-'))).toEqual([]);
    expect(new Set(made).size).toBe(made.length);
  });

  it('write the database of the audit so that SQL needs no quotes', () => {
    expect(names.auditDatabase(zone)).toBe('acme_ai_audit');
  });
});
