import { changesIn, driftIn, isLoss } from '../../deployment/plan-judgement';

const address = 'aws_s3_bucket.trails';

/** A plan with one change of a bucket. */
const planOf = (actions: readonly string[], more: object = {}, resource: object = {}) => ({
  resource_changes: [
    { address, mode: 'managed' as const, type: 'aws_s3_bucket', change: { actions, ...more }, ...resource },
  ],
});
const actionOf = (...actions: readonly string[]) => changesIn(planOf(actions))[0]?.action;

describe('what a plan changes', () => {
  it('is nothing where every resource stays and data is read', () => {
    expect(changesIn(planOf(['no-op']))).toEqual([]);
    expect(changesIn(planOf(['read'], {}, { mode: 'data' }))).toEqual([]);
    expect(changesIn({ output_changes: { names: { actions: ['no-op'] } } })).toEqual([]);
    expect(changesIn({})).toEqual([]);
  });

  it('is nothing where a stack says alone that it was made of something else', () => {
    const update = { actions: ['update'] };
    const made = {
      address: 'terraform_data.made_of',
      mode: 'managed',
      type: 'terraform_data',
      change: update,
    } as const;
    const output_changes = { made_of: update, made_of_json: update, names: update };
    expect(changesIn({ resource_changes: [made], output_changes })).toEqual([
      { address: 'output.names', type: 'output', action: 'update' },
    ]);
  });

  it('is drift where it was changed elsewhere, or nothing else was to be changed', () => {
    const { resource_changes } = planOf(['update']);
    const update = { address, type: 'aws_s3_bucket', action: 'update' };
    expect(driftIn({ resource_changes, resource_drift: resource_changes }, false)).toEqual([update]);
    expect(driftIn({ resource_changes }, false)).toEqual([]);
    expect(driftIn({ resource_changes }, true)).toEqual([update]);
    // AWS has filled in what nobody sets.
    expect(driftIn({ resource_drift: resource_changes }, true)).toEqual([]);
    expect(driftIn({ output_changes: { names: { actions: ['update'] } } }, true)).toEqual([]);
  });

  it('is a replacement in either order, and where the old one is left behind', () => {
    expect(actionOf('delete', 'create')).toBe('replace');
    expect(actionOf('create', 'delete')).toBe('replace');
    expect(actionOf('create', 'forget')).toBe('replace');
  });

  it('is what the plan says elsewhere', () => {
    expect(actionOf('create')).toBe('create');
    expect(actionOf('update')).toBe('update');
    expect(actionOf('delete')).toBe('destroy');
    expect(actionOf('forget')).toBe('forget');
  });

  it('says which attributes force a replacement', () => {
    const plan = planOf(['delete', 'create'], { replace_paths: [['bucket'], ['rule', 0, 'id']] });
    expect(changesIn(plan)).toEqual([
      { address, type: 'aws_s3_bucket', action: 'replace', because: ['bucket', 'rule[0].id'] },
    ]);
  });

  it('is a move or an import where nothing else happens to the resource', () => {
    const from = 'aws_s3_bucket.old';
    expect(changesIn(planOf(['no-op'], {}, { previous_address: from }))).toEqual([
      { address, type: 'aws_s3_bucket', action: 'move', from },
    ]);
    expect(changesIn(planOf(['update'], {}, { previous_address: from }))[0]).toMatchObject({ action: 'update', from });
    expect(changesIn(planOf(['no-op'], { importing: { id: 'acme' } }))[0]?.action).toBe('import');
  });

  it('names outputs, too', () => {
    expect(changesIn({ output_changes: { names: { actions: ['update'] } } })).toEqual([
      { address: 'output.names', type: 'output', action: 'update' },
    ]);
  });
});

describe('a loss', () => {
  it('is a resource that is destroyed or replaced, and nothing else', () => {
    const isLost = (...actions: readonly string[]) => changesIn(planOf(actions)).some(isLoss);
    expect(isLost('delete')).toBe(true);
    expect(isLost('create', 'delete')).toBe(true);
    for (const action of ['create', 'update', 'forget']) expect(isLost(action)).toBe(false);
    expect(changesIn({ output_changes: { names: { actions: ['delete'] } } }).some(isLoss)).toBe(false);
  });

  it('is nothing that only the state holds', () => {
    expect(isLoss({ address: 'terraform_data.workspace', type: 'terraform_data', action: 'destroy' })).toBe(false);
  });
});
