import { Place } from '../../../rehearsal/rules/place';
import { type Answers, sendTo } from '../../lambda/fake-clients';

/** A place whose services give these answers, by command (without the word), and fail the test where another one is asked for. */
export function answeringPlace(answers: Answers, region = 'eu-central-1'): Place {
  const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'secret' };
  const place = new Place('models', '111122223333', region, { endpoint: 'http://127.0.0.1:1', credentials });
  // In place of the client's own method: the paginators of the SDK take nothing but its classes.
  for (const client of Object.values(place.ask)) Object.assign(client, { send: sendTo(answers, []) });
  return place;
}
