package org.aftercare.returns;

import java.util.Map;
import org.aftercare.engine.InboundMessage;
import org.aftercare.engine.Inbox;
import org.aftercare.returns.ProductReturn.Wish;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The engine as product returns use it, and the names that they share with the model. */
@Component
class ReturnProcess {

  /** The process's id, and the flow's name in its cases. */
  static final String KEY = "product-return";

  static final String CONFIRMED = "WithdrawalConfirmed";

  private final RuntimeService runtime;
  private final Inbox inbox;

  ReturnProcess(RuntimeService runtime, Inbox inbox) {
    this.runtime = runtime;
    this.inbox = inbox;
  }

  /**
   * Starts the process of a case, in the caller's transaction.
   *
   * @param country ISO 3166 alpha-2
   */
  void start(String caseNumber, String country, Wish wish) {
    runtime
        .createProcessInstanceByKey(KEY)
        .businessKey(caseNumber)
        .setVariable("country", country)
        .setVariable("wish", wish.name())
        .execute();
  }

  /** The withdrawal was confirmed; told once, in the caller's transaction. */
  void confirm(String caseNumber) {
    inbox.accept(
        new InboundMessage("customer", caseNumber + "/confirm", CONFIRMED, caseNumber, Map.of()));
  }
}
