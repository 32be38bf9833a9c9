import { Gate } from '../../../emulator/gateway/gate';

/** Enters, and says when it is inside. */
const visitor = (gate: Gate, name: string, inside: string[]) => gate.enter().then(() => inside.push(name));
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the gate', () => {
  it('lets everybody in while it is open', async () => {
    const inside: string[] = [];
    const gate = new Gate();
    await Promise.all([visitor(gate, 'a', inside), visitor(gate, 'b', inside)]);
    expect(inside).toEqual(['a', 'b']);
  });

  it('is shut once everybody inside has left, and holds whoever comes', async () => {
    const inside: string[] = [];
    const gate = new Gate();
    await gate.enter();
    let shut = false;
    const closing = gate.close().then(() => {
      shut = true;
    });
    void visitor(gate, 'late', inside);
    await settled();
    expect({ shut, inside }).toEqual({ shut: false, inside: [] });
    gate.leave();
    await closing;
    expect({ shut, inside }).toEqual({ shut: true, inside: [] });
    gate.open();
    await settled();
    expect(inside).toEqual(['late']);
  });
});
