/** What AWS asks for something: data with a date. */
export interface Price extends Asked {
  /** As Cost Explorer names it. */
  readonly service: string;
  /** What is counted, in the plural. */
  readonly unit: string;
  /** For so many units. @default 1 */
  readonly per?: number;
  /** Where something else is asked, by region; fields that are left out are as in `us-east-1`. @default - it is known of us-east-1 alone */
  readonly regions?: Readonly<Record<string, Partial<Asked>>>;
  /** How many units AWS gives an organization each month for good; trials are not in it. @default - none */
  readonly free?: number;
}

/** What is asked in a region, and who says so. */
interface Asked {
  readonly usd: number;
  /** What each further unit costs from this one on, as `usd`. @default - all cost the same */
  readonly further?: readonly { readonly above: number; readonly usd: number }[];
  /** When the source was read, or when the copy that was read was made; ISO date. */
  readonly asOf: string;
  /** Where AWS says it, and who repeats it where AWS's own words were not at hand. */
  readonly source: string;
  /** How near that is to AWS: a stored copy of its page; what a program took over from its page or its price list; what a person wrote. */
  readonly read: 'page' | 'copy' | 'quote';
}

/** The price of a region: its own where it is known, or that of `us-east-1`. */
export const priceIn = (price: Price, region: string): Price => ({ ...price, ...price.regions?.[region] });

/** Whether the price of a region is known as such. */
export const isPriceOf = ({ regions = {} }: Price, region: string): boolean =>
  region === 'us-east-1' || region in regions;

/** What so many units cost. */
export function usdOf({ usd, per = 1, further = [] }: Price, quantity: number): number {
  const steps = [{ above: 0, usd }, ...further];
  return steps.reduce((sum, step, index) => {
    const end = steps[index + 1]?.above ?? Number.POSITIVE_INFINITY;
    return sum + (Math.max(0, Math.min(quantity, end) - step.above) * step.usd) / per;
  }, 0);
}
