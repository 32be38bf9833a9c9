import { checks } from '../../../lambda/checks';
import { readProject } from '../../../project/read-project';

describe('the checks', () => {
  it('are those that controls of the catalog name, no less and no more', () => {
    const named = readProject().controls.flatMap(({ detect }) => (detect && 'lambda' in detect ? [detect.lambda] : []));
    expect([...checks.keys()].sort()).toEqual([...new Set(named)].sort());
  });

  it('run at changes only where their control says which', () => {
    const withoutTypes = readProject().controls.flatMap(({ detect }) =>
      detect && 'lambda' in detect && !detect.resourceTypes ? [detect.lambda] : [],
    );
    expect(withoutTypes.filter((name) => checks.get(name)?.onChange)).toEqual([]);
  });

  it('run by the clock only where their control says how often, and are not given types that they refuse', () => {
    const misfits = readProject().controls.flatMap(({ id, detect }) =>
      detect &&
      'lambda' in detect &&
      (!detect.frequency || (detect.resourceTypes && !checks.get(detect.lambda)?.onChange))
        ? [id]
        : [],
    );
    expect(misfits).toEqual([]);
  });
});
