package org.aftercare.engine;

import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.runtime.Job;

/** Keeps messages of exceptions out of the log of failed jobs; see {@link RecordedFailure}. */
class RecordedHistory extends CacheAwareHistoryEventProducer {

  @Override
  public HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable exception) {
    return super.createHistoricJobLogFailedEvt(
        job, exception == null ? null : RecordedFailure.of(exception));
  }
}
