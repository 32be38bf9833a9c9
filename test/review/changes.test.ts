import type { Review } from '../../review/review';
import { worstOf } from '../../review/verdict';
import { type Case, harmless, weakening } from '../support/review-cases';
import { catalogOf, reviewOf } from '../support/reviewed';

const effectsOf = ({ findings }: Review) => findings.flatMap(({ effects }) => effects);

const reviewed = ({ edits, controls = [], ...around }: Case) =>
  reviewOf(edits, { ...around, controls: catalogOf(...controls) });

describe('a change that weakens', () => {
  it.each(Object.entries(weakening))('%s, is found to', async (_, each) => {
    const effects = effectsOf(await reviewed(each));
    expect(worstOf(effects.map(({ verdict }) => verdict))).toBe('weaker');
    const said = effects.filter(({ verdict }) => verdict === 'weaker').map(({ says }) => says);
    expect(said).toEqual(expect.arrayContaining([expect.stringMatching(each.says)]));
  });
});

describe('a change that weakens nothing', () => {
  it.each(Object.entries(harmless))('%s, is found not to', async (_, each) => {
    const effects = effectsOf(await reviewed(each));
    const bad = effects.filter(({ verdict }) => verdict === 'weaker' || verdict === 'not judged');
    expect(bad).toEqual([]);
    expect(worstOf(effects.map(({ verdict }) => verdict))).toBe(each.verdict ?? 'harmless');
    expect(effects.map(({ says }) => says)).toEqual(expect.arrayContaining([expect.stringMatching(each.says)]));
  });
});
