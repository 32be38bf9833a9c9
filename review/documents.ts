import type { PolicyDocument } from '../policy/iam/authorize';
import { newlyAllowed } from '../proof/access';
import type { Holder } from '../proof/holder';
import type { References } from './references';
import { anyRole, requestText } from './request-text';
import type { Effect } from './verdict';

/**
 * What one version of a policy document makes possible, and what it makes impossible: requests that the evaluator has confirmed.
 *
 * @param before the document as Terraform has it; undefined where there is none
 */
export async function compareDocuments(
  before: unknown,
  after: unknown,
  holder: Holder,
  references: References,
): Promise<readonly Effect[]> {
  const [old, now] = [before, after].map((text) => tryDocument(text, holder, references));
  if (old === unreadable || now === unreadable)
    return [{ verdict: 'not judged', says: 'its policy is not known before it is applied' }];
  const effects: Effect[] = [];
  for (const opening of await newlyAllowed(old, now, holder))
    effects.push(
      opening.verdict === 'possible'
        ? { verdict: 'weaker', says: readable(opening, 'becomes possible', references) }
        : { verdict: 'not judged', says: `its policy: ${opening.because}` },
    );
  for (const opening of await newlyAllowed(now, old, holder))
    if (opening.verdict === 'possible')
      effects.push({ verdict: 'stronger', says: readable(opening, 'is not possible any more', references) });
  return effects;
}

const unreadable = Symbol('unreadable');

function tryDocument(
  text: unknown,
  { account }: Holder,
  references: References,
): PolicyDocument | typeof unreadable | undefined {
  if (text === undefined || text === null || text === '') return undefined;
  if (typeof text !== 'string') return unreadable;
  try {
    return JSON.parse(references.resolve(text, account)) as PolicyDocument;
  } catch {
    return unreadable;
  }
}

type Possible = Extract<Awaited<ReturnType<typeof newlyAllowed>>[number], { verdict: 'possible' }>;

function readable({ request, callers }: Possible, what: string, references: References): string {
  const isNamed = anyRole(request) === '';
  const shown = isNamed ? (request.context['aws:principalarn'] ?? []) : callers.slice(0, 3);
  const rest = !isNamed && callers.length > 3 ? ` and ${callers.length - 3} more` : '';
  const by = shown.length > 0 ? ` for ${shown.join(', ')}${rest}` : '';
  return references.readable(`${requestText(request, isNamed)} ${what}${by}`);
}
