package org.aftercare.outage;

import java.util.Map;
import org.aftercare.engine.InboundMessage;
import org.aftercare.engine.Inbox;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The engine as outages use it, and the names that they share with the models. */
@Component
class OutageProcess {

  /** The process's id. */
  static final String KEY = "outage";

  static final String UPDATED = "OutageUpdated";
  static final String ENDED = "OutageEnded";
  static final String WITHDRAWN = "OutageWithdrawn";

  private static final String SOURCE = "outage";

  private final RuntimeService runtime;
  private final Inbox inbox;

  OutageProcess(RuntimeService runtime, Inbox inbox) {
    this.runtime = runtime;
    this.inbox = inbox;
  }

  /** Starts the process of an outage, in the caller's transaction. */
  void start(Outage outage) {
    runtime
        .createProcessInstanceByKey(KEY)
        .businessKey(outage.number())
        .setVariable("country", outage.place().country())
        .setVariable("service", outage.place().service())
        .execute();
  }

  /**
   * Hands a piece of news to the process, in the caller's transaction; it takes it as soon as it
   * has told what was before.
   *
   * @param message one of the names above
   * @param id of this piece of news
   */
  void tell(String number, String message, String id) {
    if (!inbox.accept(new InboundMessage(SOURCE, number + "/" + id, message, number, Map.of()))) {
      throw new IllegalStateException("News %s of outage %s came before.".formatted(id, number));
    }
  }
}
