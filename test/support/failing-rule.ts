import type { TestContext } from 'node:test';
import type { Rule } from '../../server/src/core/rules/rule.ts';

/** Makes all checks of a rule throw until the test has ended. */
export function makeFail(test: TestContext, rule: Rule): void {
  const fail = (): never => {
    throw new TypeError('injected by the test');
  };
  if ('check' in rule) test.mock.method(rule, 'check', fail);
  if ('checkOutline' in rule) test.mock.method(rule, 'checkOutline', fail);
  if ('checkPiece' in rule) {
    test.mock.method(rule, 'checkPiece', fail);
    test.mock.method(rule.concerns, 'test', () => true);
  }
  if ('checkTemplate' in rule) test.mock.method(rule, 'checkTemplate', fail);
}
