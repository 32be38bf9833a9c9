// What starts a process waits for the machine: five seconds are little where others work on it too.
jest.setTimeout(30_000);
