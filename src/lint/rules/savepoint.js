'use strict';

const { extensions, ofType } = require('../model/elements');
const { offered } = require('../model/product');
const { modelRule } = require('../model/rule');
const { delegateOf, hasSavepoint } = require('../model/steps');

const DURATION = String.raw`P(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+S)?)?(?<=[DHMS])`;
const CYCLE = new RegExp(`^(?:R\\d+/${DURATION}|${DURATION}(?:\\s*,\\s*${DURATION})*)$`);

/** A step that calls another system starts a transaction of its own, and its retry cycle is readable. */
module.exports = modelRule((definitions, finding) => {
  const remote = offered('call-a-system', 'camunda:delegateExpression');
  for (const node of ofType(definitions, 'bpmn:FlowNode').filter((node) => remote.includes(delegateOf(node)))) {
    if (!hasSavepoint(node)) {
      finding(node, 'There is no savepoint before a remote call or a portion of a large work.', 'Set asyncBefore.');
    }
    const [cycle] = extensions(node, 'camunda:FailedJobRetryTimeCycle');
    if (cycle && !CYCLE.test((cycle.body ?? '').trim())) {
      finding(
        node,
        'The retry cycle of a remote call or a portion of a large work cannot be read.',
        "Set the retry time cycle, for example to PT5S,PT30S,PT2M, or remove it: the engine's own then holds."
      );
    }
  }
});
