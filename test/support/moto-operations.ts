import { spawnSync } from 'node:child_process';

/** Names of an operation by service: `glue:CreateSchema`. */
type Operations = readonly string[];

/** Which of the operations moto answers with something else than that it does not implement them; undefined where python3 has no moto. */
export function tryOperationsOfMoto(operations: Operations): Operations | undefined {
  const { status, stdout } = spawnSync('python3', ['-c', script, ...operations], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n').filter((line) => line !== '') : undefined;
}

/** moto has the methods of some operations that only say that they are not implemented. */
const script = `
import importlib, inspect, sys
from moto.core.responses import BaseResponse
from moto.core.utils import camelcase_to_underscores
for name in sys.argv[1:]:
    service, operation = name.split(":")
    try:
        module = importlib.import_module(f"moto.{ {'lambda': 'awslambda'}.get(service, service) }.responses")
    except ModuleNotFoundError:
        continue
    method = camelcase_to_underscores(operation)
    for _, each in inspect.getmembers(module, inspect.isclass):
        found = issubclass(each, BaseResponse) and getattr(each, method, None)
        if found and "not yet implemented" not in inspect.getsource(found):
            print(name)
            break
`;
