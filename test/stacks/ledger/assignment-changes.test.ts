import { assignmentChanges } from '../../../stacks/ledger/assignment-changes';

describe('a difference of what is in which document', () => {
  it('is none where nothing changed', () => {
    expect(assignmentChanges({ 'scp-root': { a: 1 } }, { 'scp-root': { a: 1 } })).toEqual([]);
  });

  it('names what is new and what is gone, a line for each document', () => {
    const before = { 'scp-root': { gone: 2 } };
    const after = { 'scp-root': { a: 1, b: 1, c: 1, d: 1, e: 2 } };
    expect(assignmentChanges(before, after)).toEqual([
      'scp-root-1 gets a, b, c and 1 more',
      'scp-root-2 gets e',
      'scp-root-2 has no gone any more',
    ]);
    expect(assignmentChanges(before, {})).toEqual(['scp-root-2 has no gone any more']);
  });

  it('says what a move costs: a rule its history, a deny its seconds where it moves to a lower number', () => {
    expect(assignmentChanges({ 'scp-root': { a: 1, b: 2 } }, { 'scp-root': { a: 2, b: 1 } })).toEqual([
      'a moves from scp-root-1 to scp-root-2',
      'b moves from scp-root-2 to scp-root-1: everything is packed anew, and while it is applied what it denies may be allowed for seconds',
    ]);
    expect(assignmentChanges({ 'pack-every-account': { a: 1 } }, { 'pack-every-account': { a: 2 } })).toEqual([
      'a moves from pack-every-account-1 to pack-every-account-2: the rule is made anew, and its history ends',
    ]);
  });

  it('reads names that every object has as any other', () => {
    expect(assignmentChanges({}, { 'scp-root': { constructor: 1 } })).toEqual(['scp-root-1 gets constructor']);
  });
});
