import { dropTokenStackTraces } from '../../stacks/kernel/stack-traces';

// Stacks are built hundreds of times in the tests, and each token would take a stack trace of unlimited depth.
dropTokenStackTraces();
