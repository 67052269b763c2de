'use strict';

const { ofType } = require('../model/elements');
const { read } = require('../model/expression');
const { modelRule } = require('../model/rule');

const TIME = /^P(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d{0,9})?S)?)?$/i;
const PERIOD = /^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/i;

/** A timer is an ISO 8601 duration or asks a bean for its date. */
module.exports = modelRule((definitions, finding) => {
  for (const timer of ofType(definitions, 'bpmn:TimerEventDefinition')) {
    if (!isFine(timer)) {
      finding(
        timer,
        'Its time is neither an ISO 8601 duration nor asked of a bean.',
        'Write a duration such as P14D, or a date as ${bean.method(execution)}.'
      );
    }
  }
});

function isFine(timer) {
  if (timer.timeDate) {
    return asksBean(timer.timeDate.body);
  }
  const duration = (timer.timeDuration?.body ?? '').trim();
  return asksBean(duration) || (/\d/.test(duration) && (TIME.test(duration) || PERIOD.test(duration)));
}

function asksBean(text) {
  return read(text)?.form === 'call';
}
