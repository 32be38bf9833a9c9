/** An amount of US dollars for people. */
export const dollars = (amount: number): string =>
  (Object.is(Math.round(amount * 100), -0) ? 0 : amount).toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });

/** A difference, with its sign. */
export const signedDollars = (amount: number): string => `${amount > 0.005 ? '+' : ''}${dollars(amount)}`;
