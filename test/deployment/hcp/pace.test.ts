import { Pace } from '../../../deployment/hcp/pace';

describe('the pace of requests', () => {
  let now = 0;
  const pace = () => {
    now = 0;
    return new Pace(
      () => now,
      async (milliseconds) => {
        now += milliseconds;
      },
    );
  };
  const begin = async (some: Pace, count: number) => {
    for (let request = 0; request < count; request++) await some.turn();
    return Math.round(now);
  };

  it('is two thirds of the thirty a second that HCP Terraform admits: others use the same account', async () => {
    expect(await begin(pace(), 100)).toBe(5000);
  });

  it('follows the limit that a server tells', async () => {
    const slow = pace();
    slow.admit(10);
    expect(await begin(slow, 34)).toBe(5000);
    slow.admit(Number.NaN);
    expect(await begin(slow, 1)).toBe(5152);
  });

  it('stops for as long as a server says that it is too much', async () => {
    const held = pace();
    await held.turn();
    held.hold(3000);
    expect(await begin(held, 1)).toBe(3000);
  });
});
