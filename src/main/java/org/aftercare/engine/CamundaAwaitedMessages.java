package org.aftercare.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.springframework.stereotype.Component;

/** Reads the message subscriptions of a case's process instances. */
@Component
class CamundaAwaitedMessages implements AwaitedMessages {

  private final RuntimeService runtime;

  CamundaAwaitedMessages(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public Set<String> of(String caseNumber) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .list()
        .stream()
        .flatMap(
            instance ->
                runtime
                    .createEventSubscriptionQuery()
                    .processInstanceId(instance.getId())
                    .eventType("message")
                    .list()
                    .stream())
        .map(EventSubscription::getEventName)
        .collect(Collectors.toUnmodifiableSet());
  }
}
