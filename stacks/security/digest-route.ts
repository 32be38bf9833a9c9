import type { NotificationRoute } from '../../schema/forms/notifications';
import type { LandingZone } from '../../schema/landing-zone';

/** A route that is told by one mail a day or a week. */
export type DigestRoute = LandingZone['services']['notifications']['routes'][number] & {
  readonly digest: NonNullable<NotificationRoute['digest']>;
};

export const digestRoutes = ({ services }: LandingZone): readonly DigestRoute[] =>
  services.notifications.routes.filter((route): route is DigestRoute => route.digest !== undefined);

/** Seconds that the function may run: Lambda has no more. */
export const digestTimeout = 900;
