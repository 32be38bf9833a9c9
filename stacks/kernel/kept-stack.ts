import type { App } from 'cdktf';
import { LandingZoneStack, type LandingZoneStackProps } from './landing-zone-stack';

/**
 * A stack that has nothing any more but what it keeps: applied once, it forgets what is protected and destroys the rest, in the order
 * in which Terraform made it.
 */
export class KeptStack extends LandingZoneStack<Record<never, never>> {
  constructor(app: App, name: string, props: LandingZoneStackProps) {
    super(app, name, {}, props);
  }
}
