import { type Kept, keptOf } from '../../cli/verify/kept-by';
import type { Control, LandingZone } from '../../schema/landing-zone';
import type { Json } from './json';
import { placeOf, resources, type Stack, type Stacks } from './synth';

/** What of that is not there, is elsewhere, or does not say what it should. */
export const brokenOf = (zone: LandingZone, stacks: Stacks, control: Control): readonly string[] =>
  keptOf(zone, control).flatMap((kept) => complaint(zone, stacks[kept.stack], kept) ?? []);

function complaint(zone: LandingZone, stack: Stack | undefined, kept: Kept): string | undefined {
  const address = `${kept.stack}/${kept.type}.${kept.name}`;
  const body = stack && resources(stack, kept.type)[kept.name];
  if (!stack || !body) return `${address} is not there`;
  const place = placeOf(zone, stack, body);
  if (place !== kept.place) return `${address} is in ${place}, not in ${kept.place}`;
  const text = textOf(body);
  const unsaid = kept.saying.filter((said) => !text.includes(said));
  return unsaid.length > 0 ? `${address} does not say ${unsaid.join(', ')}` : undefined;
}

/** The configuration as JSON, and every document in it as it reads itself. */
const textOf = (body: Json): string => [JSON.stringify(body), ...texts(body)].join('\n');

const texts = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
