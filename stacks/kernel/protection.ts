import type { LandingZone } from '../../schema/landing-zone';

/** What keeps a resource, and what is in it, from being destroyed by accident. */
export interface Protection {
  /** Off while the landing zone is being torn down. */
  readonly on: boolean;
  /** `prevent_destroy`, while it is on. */
  readonly lifecycle: { readonly preventDestroy: true } | undefined;
  /** Whether Terraform deletes a bucket or a workgroup with what is in it. */
  readonly forceDestroy: boolean;
}

/** The protection that the settings ask for. */
export function protectionOf({ protection }: LandingZone): Protection {
  const on = protection === 'on';
  return { on, lifecycle: on ? { preventDestroy: true } : undefined, forceDestroy: !on };
}
